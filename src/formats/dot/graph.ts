import { BadInput } from "../../base/problem.ts";
import { edgeWords } from "../edge-words.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import { GraphOddities } from "../graph-oddities.ts";
import { type GraphAttribute, type GraphEdge, type GraphNode, GraphRecords, plainEdge, plainNode } from "../graph-records.ts";
import { ownEdgeColumns, ownNodeColumns, textOf } from "../own-columns.ts";
import { stancesOfStanding } from "../stances-of-standing.ts";
import { numberOrText } from "../values.ts";
import { DotGroups } from "./dot-groups.ts";
import { dotLabel, dotLooks, dotValue } from "./dot-texts.ts";
import type { DotAttributes, DotEnd, DotHandler, DotText } from "./statements.ts";

/** Edges between groups, of which a few words make many, in one file at most. */
const mostGroupEdges = 100_000;

/**
 * What the statements of a DOT file mean. A node is declared by its first statement with attributes, else at the end; nothing is held but
 * ids. A subgraph is a group when it is a cluster, or has both a name and a label; others only arrange.
 */
export class DotGraph implements DotHandler<ReadRecord> {
  readonly #file: string;
  readonly #records: GraphRecords;
  readonly #oddities: GraphOddities;
  readonly #groups = new DotGroups();
  /** Every node spoken of, with the line where it first is; those that were declared. */
  readonly #spoken = new Map<string, number>();
  readonly #declared = new Set<string>();
  /** Pairs of ends, of a graph that is strict. */
  readonly #ends = new Set<string>();
  #isStrict = false;
  #isDirected = false;
  /** Clew wrote the file: what it made up for the eye is not read back, and links keep their standing. */
  #isOurs = false;
  #groupEdges = 0;

  constructor({ file, ...context }: ReadContext) {
    this.#file = file;
    this.#records = new GraphRecords({ file, ...context });
    this.#oddities = new GraphOddities(file);
  }

  graph({ strict, directed }: { readonly strict: boolean; readonly directed: boolean }): void {
    this.#isStrict = strict;
    this.#isDirected = directed;
    this.#ends.clear();
    this.#groups.begin();
  }

  open(name: string, line: number): void {
    this.#groups.open(name, line);
  }

  close(): { nodes: Iterable<string>; gives: Iterable<ReadRecord> } {
    const closed = this.#groups.close();
    return { nodes: closed.nodes, gives: closed.group === null ? [] : this.#group(closed.group) };
  }

  set(key: string, value: DotText): void {
    if (key === "generator" && value.text === "Clew") this.#isOurs = true;
    else this.#groups.set(key, value);
  }

  defaults(of: "graph" | "node" | "edge", attributes: DotAttributes): void {
    if (of === "graph") for (const [key, value] of attributes) this.set(key, value);
    else this.#groups.setDefaults(of, attributes);
  }

  *node(id: string, attributes: DotAttributes, line: number): Generator<ReadRecord> {
    const isNew = this.#speakOf(id, line);
    const all = isNew ? together(this.#groups.defaults("node"), attributes) : attributes;
    const said = this.#said(all, { id, line });
    if (said.attributes.length > 0 || said.label !== "" || said.position !== null) yield* this.#declare(id, said, line);
  }

  *edges(
    ends: readonly DotEnd[],
    ways: readonly string[],
    { attributes, line }: { readonly attributes: DotAttributes; readonly line: number },
  ): Generator<ReadRecord> {
    for (const end of ends) yield* this.#mention(end, line);
    const said = this.#said(together(this.#groups.defaults("edge"), attributes), { id: "", line });
    for (let at = 1; at < ends.length; at++) {
      const direction = ways[at - 1] === "->" ? "directed" : "undirected";
      for (const [from, to, ports] of this.#pairsOf(ends[at - 1]!, ends[at]!, line))
        yield* this.#edge({ from, to, direction, ports }, said, line);
    }
  }

  *end(): Generator<ReadRecord> {
    for (const [id, line] of this.#spoken)
      if (!this.#declared.has(id)) yield* this.#records.node({ ...plainNode, id, place: placeOf(line) });
    yield* this.#records.end();
    yield* this.#oddities.problems("attributes", this.#isOurs ? "kept quiet" : "told");
  }

  /** A node that an edge names is there, and lies in the group that is open. */
  *#mention({ nodes, isGroup }: DotEnd, line: number): Generator<ReadRecord> {
    for (const id of nodes) {
      if (!isGroup) this.#groups.add(id);
      if (!this.#spoken.has(id)) yield* this.node(id, [], line);
    }
  }

  *#pairsOf(tail: DotEnd, head: DotEnd, line: number): Generator<[from: string, to: string, ports: readonly string[]]> {
    const isOfGroups = tail.isGroup || head.isGroup;
    for (const from of tail.nodes)
      for (const to of head.nodes) {
        if (isOfGroups && ++this.#groupEdges > mostGroupEdges)
          throw new BadInput(`${this.#file}: wanted at most ${mostGroupEdges} edges between groups, got more in line ${line}`);
        yield [from, to, [tail.port, head.port]];
      }
  }

  #speakOf(id: string, line: number): boolean {
    this.#groups.add(id);
    if (this.#spoken.has(id)) return false;
    this.#spoken.set(id, line);
    return true;
  }

  /** A node may be spoken of as often as one likes: what all of it says is kept, and not told. */
  *#declare(id: string, { label, position, attributes }: Said, line: number): Generator<ReadRecord> {
    const { text, rest } = this.#isOurs ? ownNodeColumns(attributes) : { text: {}, rest: attributes };
    this.#declared.add(id);
    const records = this.#records.node({
      ...plainNode,
      ...text,
      id,
      label,
      position,
      attributes: rest,
      place: placeOf(line),
    });
    for (const record of records) if (record.kind !== "problem" || record.problem.kind !== "repeated-id") yield record;
  }

  *#edge(
    { from, to, direction, ports }: Pick<GraphEdge, "from" | "to" | "direction"> & { readonly ports: readonly string[] },
    { label, dir, attributes: all }: Said,
    line: number,
  ): Generator<ReadRecord> {
    if (this.#isStrict && this.#isRepeated(from, to)) {
      const message = `wanted one edge between two nodes, as the graph is strict, got another from ${JSON.stringify(from.slice(0, 60))}`;
      const problem = { file: this.#file, where: `line ${line}`, kind: "repeated-edge", message };
      yield { kind: "problem", problem, outcome: "merged" };
      return;
    }
    const isTurned = dir === "back";
    const attributes = [...all, ...portsOf(ports)];
    const words = this.#isOurs
      ? {
          relation: textOf(attributes, "relation"),
          note: textOf(attributes, "note"),
          attributes: attributes.flatMap(({ key, value }) => ownEdgeAttribute(key, value)),
        }
      : edgeWords("", label, attributes);
    yield* this.#records.edge({
      ...plainEdge,
      ...words,
      id: this.#isOurs ? textOf(attributes, "id") : null,
      from: isTurned ? to : from,
      to: isTurned ? from : to,
      direction: dir === "none" || dir === "both" ? "undirected" : direction,
      stances: this.#isOurs ? stancesOfStanding(textOf(attributes, "standing")) : ["asserts"],
      place: placeOf(line),
    });
  }

  #isRepeated(from: string, to: string): boolean {
    const pair = JSON.stringify(this.#isDirected || from < to ? [from, to] : [to, from]);
    if (this.#ends.has(pair)) return true;
    this.#ends.add(pair);
    return false;
  }

  /** A group is an entity, of which its nodes, and the groups in it, are part. */
  *#group({ id, line, attributes, isNew, members }: NonNullable<ReturnType<DotGroups["close"]>["group"]>): Generator<ReadRecord> {
    const said = this.#said(attributes, { id, line });
    if (isNew || said.label !== "") yield* this.#declare(id, said, line);
    for (const member of members)
      yield* this.#records.edge({
        ...plainEdge,
        id: `part ${member}`,
        from: member,
        to: id,
        relation: "part-of",
        direction: "directed",
        place: placeOf(line),
      });
  }

  #said(all: DotAttributes, { id, line }: { readonly id: string; readonly line: number }): Said {
    let [label, dir, position]: [string, string, GraphNode["position"]] = ["", "", null];
    const attributes: GraphAttribute[] = [];
    const lines = this.#isOurs ? "kept" : "joined";
    for (const [key, value] of all) {
      if (key === "label") label = dotLabel(value, id, lines);
      else if (key === "pos" && id !== "") position = positionIn(value.text);
      else if (key === "dir") dir = value.text;
      else if (dotLooks.has(key.toLowerCase())) this.#oddities.look(line);
      else attributes.push({ key, value: this.#isOurs ? ownValue(value, id) : dotValue(value), during: null });
    }
    return { label, dir, position, attributes };
  }
}

/** What the attributes of a node, an edge or a group say; "" and null where they do not. */
interface Said {
  readonly label: string;
  readonly dir: string;
  readonly position: GraphNode["position"];
  readonly attributes: readonly GraphAttribute[];
}

function ownValue(value: DotText, id: string): GraphAttribute["value"] {
  return value.form === "quoted" ? dotLabel(value, id, "kept") : dotValue(value);
}

/** `strength` is what is `weight` elsewhere. */
function ownEdgeAttribute(key: string, value: GraphAttribute["value"]): GraphAttribute[] {
  if (key === "strength") return [{ key: "weight", value: numberOrText(String(value)), during: null }];
  return key === "id" || ownEdgeColumns.has(key) ? [] : [{ key, value, during: null }];
}

function placeOf(line: number) {
  return { where: `line ${line}`, row: line };
}

/** Of attributes that are said twice, the last. */
function together(defaults: DotAttributes, own: DotAttributes): DotAttributes {
  return defaults.length === 0 ? own : [...new Map([...defaults, ...own])];
}

function positionIn(text: string): GraphNode["position"] {
  const found = /^\s*([-+.\de]{1,40})\s*,\s*([-+.\de]{1,40})/i.exec(text);
  const [x, y] = [Number(found?.[1] ?? Number.NaN), Number(found?.[2] ?? Number.NaN)];
  return Number.isFinite(x) && Number.isFinite(y) ? { x, y } : null;
}

/** Ports are places on a node that have a name; points of the compass only say where a line ends. */
function portsOf(ports: readonly string[]): GraphAttribute[] {
  const keys = ["tailport", "headport"];
  return ports.flatMap((port, at) => {
    const name = port.replace(/(^|:)(n|ne|e|se|s|sw|w|nw|c|_)$/, "");
    return name === "" ? [] : [{ key: keys[at]!, value: name, during: null }];
  });
}
