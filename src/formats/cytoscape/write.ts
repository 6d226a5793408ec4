import type { ExportContent, FormatWriter } from "../format.ts";
import { graphLosses } from "../graph-losses.ts";
import { commaLines, edgeRows, nodeRows } from "../json-graph-rows.ts";

/** Cytoscape JSON (`.cyjs`), for Cytoscape.js and the desktop: the relation is also the `interaction`; y grows downward there. */
export const cytoscapeWriter: FormatWriter = {
  losses: [
    ...graphLosses,
    "Edges of symmetric relations are written as directed ones whose symmetric value is true.",
    "Charts are written as positions in the first one; pinned or not is left out.",
  ],
  parts: ["graph"],
  *write(content) {
    const data = JSON.stringify({ name: content.name, at: content.at });
    yield `{"format_version":"1.0","generated_by":"clew","target_cytoscapejs_version":"~3.0","data":${data},"elements":{"nodes":[`;
    yield* commaLines(nodes(content));
    yield '],"edges":[';
    yield* commaLines(edges(content));
    yield "]}}\n";
  },
};

function* nodes(content: ExportContent): Iterable<object> {
  for (const { id, fields, place } of nodeRows(content)) {
    const data = { id, ...fields };
    yield place === null ? { data } : { data, position: { x: place.x, y: 0 - place.y } };
  }
}

function* edges(content: ExportContent): Iterable<object> {
  for (const { id, from, to, fields } of edgeRows(content))
    yield { data: { id, source: from, target: to, interaction: fields.relation, ...fields } };
}
