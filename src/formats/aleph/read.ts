import { chartId, entityId } from "../../base/ids.ts";
import { BadInput } from "../../base/problem.ts";
import type { ChartNode } from "../../claims/chart.ts";
import type { FormatReader, ReadContext, Reading, ReadRecord } from "../format.ts";
import { FtmEntities } from "../ftm/ftm-entities.ts";
import { GraphOddities } from "../graph-oddities.ts";
import { jsonHead } from "../json-head.ts";
import type { JsonItem, JsonPlan } from "../json-items.ts";
import { jsonReading } from "../json-reading.ts";
import { fieldOf, hasKeys, type JsonValue, listAt, objectAt, textAt, textsAt } from "../json-value.ts";

/**
 * Diagrams of Aleph and OpenAleph (`.vis`, and their exports): the entities are read as FollowTheMoney, their places become a chart, each
 * grouping a chart of its own. Edges are drawn from the entities and not read again; vertices that are values (a name, a country) are
 * attributes already. Colours are left out, and said to be.
 */
export const alephReader: FormatReader = {
  recognizes(head) {
    const root = jsonHead(head);
    const layout = objectAt(root, "layout");
    return (
      hasKeys(root, "layout") &&
      (isEntity(listAt(layout, "entities")[0]) || isEntity(listAt(root, "entities")[0]) || hasKeys(layout, "vertices"))
    );
  },
  start: (context) => {
    const diagram = new Diagram(context);
    return jsonReading(context, { plan, take: (item) => diagram.take(item), end: () => diagram.end() }) satisfies Reading;
  },
};

function isEntity(value: JsonValue | undefined): boolean {
  return hasKeys(value, "id", "schema");
}

const plan: JsonPlan = ([first, second, third], kind) => {
  if (first === undefined) return kind === "object" ? "enter" : "skip";
  if (first === "entities") return kind === "list" ? "enter" : "whole";
  if (first !== "layout") return "skip";
  if (second === undefined) return kind === "object" ? "enter" : "skip";
  const isRead = second === "entities" || second === "vertices" || second === "groupings";
  return !isRead ? "skip" : third === undefined ? "enter" : "whole";
};

class Diagram {
  readonly #context: ReadContext;
  readonly #entities: FtmEntities;
  readonly #oddities: GraphOddities;
  /** By vertex, in the order of the file. */
  readonly #placed = new Map<string, ChartNode>();
  readonly #groupings: { readonly label: string; readonly vertices: readonly string[] }[] = [];
  #isDiagram = false;

  constructor(context: ReadContext) {
    this.#context = context;
    this.#entities = new FtmEntities(context);
    this.#oddities = new GraphOddities(context.file);
  }

  *take({ path, value, line }: JsonItem): Generator<ReadRecord> {
    const list = path[0] === "layout" ? path[1] : path[0];
    this.#isDiagram ||= path.length > 1;
    if (list === "entities") yield* this.#entities.take(value, { where: `line ${line}`, row: line });
    else if (list === "vertices") this.#place(value, line);
    else if (list === "groupings") this.#groupings.push({ label: textAt(value, "label"), vertices: textsAt(value, "vertices") });
  }

  *end(): Generator<ReadRecord> {
    const { file, source } = this.#context;
    if (!this.#isDiagram) throw new BadInput(`${file}: wanted a diagram of Aleph, got none`);
    yield* this.#entities.end();
    yield* this.#chart(`${source.id}-layout`, `Layout of ${file}`, [...this.#placed.values()]);
    for (const [at, { label, vertices }] of this.#groupings.entries()) {
      const nodes = [...new Set(vertices)].flatMap((vertex) => this.#placed.get(vertex) ?? []);
      const name = label.isWellFormed() && label.trim() !== "" ? label : `Group ${at + 1}`;
      yield* this.#chart(`${source.id}-group-${at + 1}`, `${name} in ${file}`, nodes);
    }
    yield* this.#oddities.problems("vertices");
  }

  /** y grows downward there. */
  #place(vertex: JsonValue, line: number): void {
    const position = objectAt(vertex, "position");
    const [x, y] = [fieldOf(position, "x"), fieldOf(position, "y")];
    const id = textAt(vertex, "entityId");
    if (textAt(vertex, "color") !== "") this.#oddities.look(line);
    if (id === "" || !id.isWellFormed() || !isPlace(x) || !isPlace(y)) return;
    this.#placed.set(textAt(vertex, "id"), {
      entity: entityId(id),
      x,
      y: y === 0 ? 0 : -y,
      pinned: fieldOf(vertex, "fixed") === true,
    });
  }

  *#chart(id: string, name: string, nodes: readonly ChartNode[]): Generator<ReadRecord> {
    const known = nodes.filter(({ entity }) => this.#entities.has(entity));
    if (known.length > 0) yield { kind: "chart", chart: { id: chartId(id), name, nodes: known } };
  }
}

function isPlace(value: JsonValue | undefined): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
