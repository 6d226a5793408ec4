import type { ExportContent, FormatWriter } from "../format.ts";
import { graphLosses } from "../graph-losses.ts";
import { type EdgeRow, edgeRows, nodeRows } from "../json-graph-rows.ts";

/**
 * GraphSON 3 as TinkerPop's `readGraph` takes it: a vertex a line, with its edges on both sides. The type is the label of a vertex, the
 * relation that of an edge; other names are a JSON list, since what is told of a vertex is one value a property.
 */
export const graphsonWriter: FormatWriter = {
  losses: [
    ...graphLosses,
    "Edges of symmetric relations are written as directed ones whose symmetric value is true.",
    "Charts are written as x and y of the first one; pinned or not is left out.",
  ],
  parts: ["graph"],
  *write(content) {
    const [out, into] = [new Map<string, EdgeRow[]>(), new Map<string, EdgeRow[]>()];
    for (const edge of edgeRows(content)) {
      push(out, edge.from, edge);
      push(into, edge.to, edge);
    }
    yield* vertices(content, out, into);
  },
};

type Edges = ReadonlyMap<string, readonly EdgeRow[]>;

function* vertices(content: ExportContent, out: Edges, into: Edges): Iterable<string> {
  let number = 0;
  for (const { id, fields, place } of nodeRows(content)) {
    const { type: label, aliases, ...rest } = fields;
    const values = Object.entries({ ...rest, aliases: JSON.stringify(aliases), ...place });
    const properties = values.map(([key, value]) => [
      key,
      [{ id: { "@type": "g:Int64", "@value": number++ }, value: typed(value) }],
    ]);
    const vertex = { id, label, inE: sideOf(into.get(id), "outV"), outE: sideOf(out.get(id), "inV") };
    yield `${JSON.stringify({ ...vertex, properties: Object.fromEntries(properties) })}\n`;
  }
}

/** Edges by their relation, with the id of their other end. */
function sideOf(edges: readonly EdgeRow[] | undefined, end: "inV" | "outV"): object | undefined {
  if (edges === undefined) return undefined;
  const byRelation = new Map<string, object[]>();
  for (const { id, from, to, fields } of edges) {
    const properties = Object.entries(fields).map(([key, value]) => [key, typed(value)]);
    const edge = { id, [end]: end === "inV" ? to : from, properties: Object.fromEntries(properties) };
    push(byRelation, fields.relation, edge);
  }
  return Object.fromEntries(byRelation);
}

function typed(value: string | number | boolean): unknown {
  if (typeof value !== "number") return value;
  const isInt = Number.isInteger(value) && !Object.is(value, -0) && Math.abs(value) < 2 ** 31;
  return { "@type": isInt ? "g:Int32" : "g:Double", "@value": value };
}

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
