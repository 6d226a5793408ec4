import type { ExportContent, FormatWriter } from "../format.ts";
import { graphLosses } from "../graph-losses.ts";
import { commaLines, edgeRows, nodeRows } from "../json-graph-rows.ts";

/** Nodes and edges as Linkurious has them: categories, type and properties within `data`. y grows downward there. */
export const ogmaWriter: FormatWriter = {
  losses: [
    ...graphLosses,
    "Edges of symmetric relations are written as directed ones whose symmetric value is true.",
    "Charts are written as positions in the first one; pinned or not is left out.",
  ],
  parts: ["graph"],
  *write(content) {
    yield '{"nodes":[';
    yield* commaLines(nodes(content));
    yield '],"edges":[';
    yield* commaLines(edges(content));
    yield "]}\n";
  },
};

function* nodes(content: ExportContent): Iterable<object> {
  for (const { id, fields, place } of nodeRows(content)) {
    const { type, ...properties } = fields;
    const node = { id, data: { categories: [type], properties } };
    yield place === null ? node : { ...node, attributes: { x: place.x, y: 0 - place.y } };
  }
}

function* edges(content: ExportContent): Iterable<object> {
  for (const { id, from, to, fields } of edgeRows(content))
    yield { id, source: from, target: to, data: { type: fields.relation, properties: fields } };
}
