import { edgeWords } from "../edge-words.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import { GraphOddities } from "../graph-oddities.ts";
import { type GraphAttribute, type GraphEdge, type GraphNode, GraphRecords, plainEdge, plainNode } from "../graph-records.ts";
import { ownEdgeColumns, ownNodeColumns, textOf } from "../own-columns.ts";
import { spellText } from "../spell-text.ts";
import { stancesOfStanding } from "../stances-of-standing.ts";
import { numberOrText } from "../values.ts";
import type { XmlElement } from "../xml-elements.ts";
import type { XmlGraph } from "../xml-graph-reading.ts";
import { defaultsOf, type GexfColumn, valuesIn } from "./columns.ts";

/** A node or an edge that has begun. */
interface Begun {
  readonly kind: "node" | "edge";
  readonly element: XmlElement;
  readonly attributes: GraphAttribute[];
  readonly spells: string[];
  readonly parents: string[];
  position: GraphNode["position"];
}

type Attributes = XmlElement["attributes"];

/** The elements of one GEXF file, which become records as they close. */
export class GexfGraph implements XmlGraph {
  hasGraph = false;
  readonly #records: GraphRecords;
  readonly #take: (record: ReadRecord) => void;
  readonly #columns = { node: new Map<string, GexfColumn>(), edge: new Map<string, GexfColumn>() };
  readonly #begun: Begun[] = [];
  /** Of which class the columns are that are being declared, and the one that is. */
  #declaring: "node" | "edge" = "node";
  #column: GexfColumn | null = null;
  #edgeType = "";
  /** Clew wrote the file: what it made up for the eye is not read back, and links keep their standing. */
  #isOurs = false;
  readonly #oddities: GraphOddities;

  constructor(context: ReadContext, take: (record: ReadRecord) => void) {
    this.#oddities = new GraphOddities(context.file);
    this.#records = new GraphRecords(context);
    this.#take = take;
  }

  open(element: XmlElement): void {
    const { name, attributes } = element;
    if (name === "graph") this.#beginGraph(attributes);
    else if (name === "attributes") this.#declaring = attributes.get("class") === "edge" ? "edge" : "node";
    else if (name === "attribute") this.#column = columnOf(attributes);
    else if (name === "node" || name === "edge") this.#begin(name, element);
    else this.#within(element);
  }

  close(name: string, text: string): void {
    if (name === "default" && this.#column !== null) this.#column = { ...this.#column, default: text };
    else if (name === "creator") this.#isOurs = text === "Clew";
    else if (name === "attribute" && this.#column !== null) {
      this.#columns[this.#declaring].set(this.#column.id, this.#column);
      this.#column = null;
    } else if (name === "node" || name === "edge") this.#finish();
  }

  end(): void {
    for (const record of this.#records.end()) this.#take(record);
    for (const record of this.#oddities.problems("attributes", this.#isOurs ? "kept quiet" : "told")) this.#take(record);
  }

  #beginGraph(attributes: Attributes): void {
    this.hasGraph = true;
    this.#edgeType = attributes.get("defaultedgetype") ?? "";
  }

  #begin(kind: Begun["kind"], element: XmlElement): void {
    const outer = this.#begun.findLast((one) => one.kind === "node");
    const own = element.attributes.get("id");
    // Writers put pid="0" on graphs that have no groups.
    const pid = element.attributes.get("pid") === "0" ? undefined : element.attributes.get("pid");
    const parents = [pid, kind === "node" ? outer?.element.attributes.get("id") : undefined];
    this.#begun.push({
      kind,
      element,
      attributes: [],
      spells: spellsOf(element.attributes),
      parents: parents.flatMap((id) => (id === undefined || id === "" || id === own ? [] : id)),
      position: null,
    });
    this.#undated(element.attributes);
  }

  /** What stands within a node or an edge. */
  #within({ name, attributes, line }: XmlElement): void {
    const begun = this.#begun.at(-1);
    if (begun === undefined) return;
    if (name === "attvalue") this.#value(begun, attributes);
    else if (name === "spell") {
      begun.spells.push(...spellsOf(attributes));
      this.#undated(attributes);
    } else if (name === "parent" && attributes.has("for")) begun.parents.push(attributes.get("for")!);
    else if (name === "position") begun.position = { x: Number(attributes.get("x")), y: Number(attributes.get("y")) };
    else if (looks.has(name)) this.#oddities.look(line);
  }

  /** Times that are no dates stay as they are written. */
  #undated(attributes: Attributes): void {
    const [start, end] = endsOf(attributes);
    if ((start === "" && end === "") || spellText(start, end) !== null) return;
    this.#begun.at(-1)?.attributes.push({ key: "spell", value: `${start}/${end}`, during: null });
  }

  #value({ kind, attributes: values }: Begun, attributes: Attributes): void {
    const id = attributes.get("for") ?? attributes.get("id") ?? "";
    const column = this.#columns[kind].get(id) ?? { id, title: id, type: "string", default: null };
    if (!this.#columns[kind].has(id) && id !== "") this.#oddities.undeclared(id);
    const [start, end] = endsOf(attributes);
    const isTimed = start !== "" || end !== "";
    const during = isTimed ? spellText(start, end) : null;
    const named = isTimed && during === null ? { ...column, title: `${column.title} ${start}/${end}` } : column;
    values.push(...valuesIn(named, attributes.get("value") ?? "", during));
  }

  #finish(): void {
    const begun = this.#begun.pop();
    if (begun === undefined) return;
    const said = new Set(begun.attributes.map(({ key }) => key));
    const attributes = [...begun.attributes, ...defaultsOf(this.#columns[begun.kind].values(), said)];
    const records = begun.kind === "node" ? this.#node(begun, attributes) : this.#edge(begun, attributes);
    for (const record of records) this.#take(record);
  }

  *#node({ element, spells, parents, position }: Begun, attributes: readonly GraphAttribute[]): Iterable<ReadRecord> {
    const { text, rest } = this.#isOurs ? ownNodeColumns(attributes) : { text: {}, rest: attributes };
    yield* this.#records.node({
      ...plainNode,
      ...text,
      id: element.attributes.get("id") ?? "",
      label: element.attributes.get("label") ?? "",
      attributes: rest,
      spells,
      position,
      parent: parents[0] ?? null,
      place: { where: `line ${element.line}`, row: element.line },
    });
  }

  #edge({ element, spells }: Begun, attributes: readonly GraphAttribute[]): Iterable<ReadRecord> {
    const own = element.attributes;
    const words = this.#isOurs
      ? {
          relation: own.get("kind") ?? "",
          note: textOf(attributes, "note"),
          attributes: attributes.filter(({ key }) => !ownEdgeColumns.has(key)),
        }
      : edgeWords(own.get("kind") ?? "", own.get("label") ?? "", attributes);
    const weight = own.get("weight");
    return this.#records.edge({
      ...plainEdge,
      id: own.get("id") ?? null,
      from: own.get("source") ?? "",
      to: own.get("target") ?? "",
      relation: words.relation,
      note: words.note,
      direction: directionOf(own.get("type") ?? this.#edgeType),
      stances: this.#isOurs ? stancesOfStanding(textOf(attributes, "standing")) : ["asserts"],
      attributes:
        weight === undefined
          ? words.attributes
          : [{ key: "weight", value: numberOrText(weight), during: null }, ...words.attributes],
      spells,
      place: { where: `line ${element.line}`, row: element.line },
    });
  }
}

const looks = new Set(["color", "size", "shape", "thickness"]);

function columnOf(attributes: Attributes): GexfColumn {
  const id = attributes.get("id") ?? "";
  return { id, title: attributes.get("title") || id, type: (attributes.get("type") ?? "string").toLowerCase(), default: null };
}

function directionOf(type: string): GraphEdge["direction"] {
  if (type === "directed") return "directed";
  return type === "undirected" || type === "mutual" || type === "" ? "undirected" : null;
}

/** "" for an end that the element does not have. */
function endsOf(attributes: Attributes): [start: string, end: string] {
  const [start, end] = [
    attributes.get("start") ?? attributes.get("startopen"),
    attributes.get("end") ?? attributes.get("endopen"),
  ];
  const moment = attributes.get("timestamp");
  return moment === undefined ? [start ?? "", end ?? ""] : [moment, moment];
}

function spellsOf(attributes: Attributes): string[] {
  const [start, end] = endsOf(attributes);
  return start === "" && end === "" ? [] : [spellText(start, end)].filter((text) => text !== null);
}
