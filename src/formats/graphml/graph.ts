import { edgeWords } from "../edge-words.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import { GraphOddities } from "../graph-oddities.ts";
import { type GraphAttribute, type GraphEdge, type GraphNode, GraphRecords, plainEdge, plainNode } from "../graph-records.ts";
import { ownEdgeColumns, ownNodeColumns, textOf } from "../own-columns.ts";
import { stancesOfStanding } from "../stances-of-standing.ts";
import type { XmlElement } from "../xml-elements.ts";
import type { XmlGraph } from "../xml-graph-reading.ts";
import { type GraphmlKey, keyOf, valueIn } from "./keys.ts";

/** A node or an edge that has begun. */
interface Begun {
  readonly kind: "node" | "edge";
  readonly element: XmlElement;
  readonly attributes: GraphAttribute[];
  /** Of labels that are drawn (yEd), the first that says something. */
  label: string;
  position: GraphNode["position"];
}

/** The elements of one GraphML file, which become records as they close. */
export class GraphmlGraph implements XmlGraph {
  hasGraph = false;
  readonly #records: GraphRecords;
  readonly #file: string;
  readonly #take: (record: ReadRecord) => void;
  readonly #keys = new Map<string, GraphmlKey>();
  #key: GraphmlKey | null = null;
  readonly #begun: Begun[] = [];
  /** The way of edges in each graph that is open. */
  readonly #ways: string[] = [];
  /** The key of the `data` element that is open, and whether it holds elements: then it draws something. */
  #data: string | null = null;
  #draws = false;
  readonly #oddities: GraphOddities;

  constructor(context: ReadContext, take: (record: ReadRecord) => void) {
    this.#file = context.file;
    this.#oddities = new GraphOddities(context.file);
    this.#records = new GraphRecords(context);
    this.#take = take;
  }

  open(element: XmlElement): void {
    const { name, attributes, line } = element;
    this.#draws = this.#data !== null;
    if (name === "key") this.#key = keyOf(attributes);
    else if (name === "graph") {
      this.hasGraph = true;
      this.#ways.push(attributes.get("edgedefault") ?? "directed");
    } else if (name === "node" || name === "edge")
      this.#begun.push({ kind: name, element, attributes: [], label: "", position: null });
    else if (name === "data") this.#data = attributes.get("key") ?? "";
    else if (name === "hyperedge") this.#dropHyperedge(line);
    else if (name === "Geometry") this.#place(attributes);
    else if (looks.has(name) && this.#begun.length > 0) this.#oddities.look(line);
  }

  close(name: string, text: string): void {
    if (name === "default" && this.#key !== null) this.#key = { ...this.#key, default: text };
    else if (name === "key" && this.#key !== null) {
      this.#keys.set(this.#key.id, this.#key);
      this.#key = null;
    } else if (name === "graph") this.#ways.pop();
    else if (name === "data") this.#closeData(text);
    else if (name === "NodeLabel" || name === "EdgeLabel") this.#label(text);
    else if (name === "node" || name === "edge") this.#finish();
  }

  end(): void {
    for (const record of this.#records.end()) this.#take(record);
    for (const record of this.#oddities.problems("keys")) this.#take(record);
  }

  /** Whether Clew wrote the file: no other program has these three keys. */
  get #isOurs(): boolean {
    return ownKeys.every(([id, name]) => this.#keys.get(id)?.name === name);
  }

  #dropHyperedge(line: number): void {
    const message = "wanted edges between two nodes, got one between any number; it is dropped";
    this.#take({
      kind: "problem",
      problem: { file: this.#file, where: `line ${line}`, kind: "left-out", message },
      outcome: "dropped",
    });
  }

  /** The middle of a node that is drawn (yEd), whose y grows downward. */
  #place(attributes: XmlElement["attributes"]): void {
    const begun = this.#begun.at(-1);
    if (begun?.kind !== "node" || begun.position !== null) return;
    const number = (name: string) => Number(attributes.get(name) ?? Number.NaN);
    begun.position = { x: number("x") + number("width") / 2, y: -(number("y") + number("height") / 2) };
  }

  #label(text: string): void {
    const begun = this.#begun.at(-1);
    if (begun !== undefined && begun.label === "") begun.label = text.trim();
  }

  #closeData(text: string): void {
    const id = this.#data;
    const begun = this.#begun.at(-1);
    const isText = !this.#draws && text !== "";
    this.#data = null;
    this.#draws = false;
    if (id === null || begun === undefined || !isText) return;
    const key = this.#keys.get(id) ?? { id, for: "all", name: id, type: "string", default: null };
    if (!this.#keys.has(id)) this.#oddities.undeclared(id);
    begun.attributes.push({ key: key.name, value: valueIn(key, text), during: null });
  }

  #finish(): void {
    const begun = this.#begun.pop();
    if (begun === undefined) return;
    const said = new Set(begun.attributes.map(({ key }) => key));
    for (const key of this.#keys.values())
      if (key.default !== null && (key.for === begun.kind || key.for === "all") && !said.has(key.name))
        begun.attributes.push({ key: key.name, value: valueIn(key, key.default), during: null });
    for (const record of begun.kind === "node" ? this.#node(begun) : this.#edge(begun)) this.#take(record);
  }

  #node({ element, attributes, label, position }: Begun): Iterable<ReadRecord> {
    const drawn = this.#drawn(attributes, element.line);
    const { text, rest } = this.#isOurs ? ownNodeColumns(drawn.rest) : describedBy(drawn.rest);
    return this.#records.node({
      ...plainNode,
      ...text,
      id: element.attributes.get("id") ?? "",
      label,
      attributes: rest,
      position: position ?? drawn.position,
      parent: this.#begun.findLast(({ kind }) => kind === "node")?.element.attributes.get("id") ?? null,
      place: { where: `line ${element.line}`, row: element.line },
    });
  }

  /** Keys that say where a node is drawn (x, y) and how (r, g, b, size), as Gephi writes them. */
  #drawn(attributes: readonly GraphAttribute[], line: number) {
    const number = (name: string) => attributes.find(({ key, value }) => key === name && typeof value === "number")?.value;
    const [x, y] = [number("x"), number("y")];
    const isPlaced = typeof x === "number" && typeof y === "number";
    const isColoured = ["r", "g", "b"].every((name) => number(name) !== undefined);
    const taken = new Set([...(isPlaced ? ["x", "y"] : []), ...(isColoured ? ["r", "g", "b", "size"] : [])]);
    if (isColoured) this.#oddities.look(line);
    return { position: isPlaced ? { x, y } : null, rest: attributes.filter(({ key }) => !taken.has(key)) };
  }

  #edge({ element, attributes, label }: Begun): Iterable<ReadRecord> {
    const own = element.attributes;
    const isOurs = this.#isOurs;
    const words = isOurs
      ? {
          relation: textOf(attributes, "relation"),
          note: textOf(attributes, "note"),
          attributes: attributes.filter(({ key }) => !ownEdgeColumns.has(key)),
        }
      : edgeWords("", label, attributes);
    return this.#records.edge({
      ...plainEdge,
      ...words,
      id: own.get("id") ?? null,
      from: own.get("source") ?? "",
      to: own.get("target") ?? "",
      direction: isOurs ? directionOf(textOf(attributes, "symmetric") === "true") : this.#directionOf(own.get("directed")),
      stances: isOurs ? stancesOfStanding(textOf(attributes, "standing")) : ["asserts"],
      place: { where: `line ${element.line}`, row: element.line },
    });
  }

  #directionOf(directed: string | undefined): GraphEdge["direction"] {
    if (directed !== undefined) return directionOf(directed === "false");
    return directionOf(this.#ways.at(-1) === "undirected");
  }
}

const looks = new Set(["Fill", "BorderStyle", "LineStyle", "Shape"]);

const ownKeys = [
  ["es", "standing"],
  ["eo", "origins"],
  ["ey", "symmetric"],
] as const;

function directionOf(isUndirected: boolean): "directed" | "undirected" {
  return isUndirected ? "undirected" : "directed";
}

/** A description of one line is the entity's; a longer one stays an attribute. */
function describedBy(attributes: readonly GraphAttribute[]) {
  const found = attributes.find(({ key, value }) => key.toLowerCase() === "description" && typeof value === "string");
  const description = typeof found?.value === "string" && !/[\r\n]/.test(found.value) ? found.value : "";
  return { text: { description }, rest: description === "" ? attributes : attributes.filter((each) => each !== found) };
}
