import type { ExportContent, FormatWriter } from "../format.ts";
import { graphLosses } from "../graph-losses.ts";
import { commaLines, edgeRows, nodeRows } from "../json-graph-rows.ts";

/** The shape of networkx `node_link_data` under `links`, which d3 reads too; one node or link a line. */
export const nodeLinkWriter: FormatWriter = {
  losses: [
    ...graphLosses,
    "Links of symmetric relations are written as directed ones whose symmetric value is true.",
    "Charts are written as x and y of the first one; pinned or not is left out.",
  ],
  parts: ["graph"],
  *write(content) {
    const graph = JSON.stringify({ name: content.name, at: content.at });
    yield `{"directed":true,"multigraph":true,"graph":${graph},"nodes":[`;
    yield* commaLines(nodes(content));
    yield '],"links":[';
    yield* commaLines(links(content));
    yield "]}\n";
  },
};

function* nodes(content: ExportContent): Iterable<object> {
  for (const { id, fields, place } of nodeRows(content)) yield { id, ...fields, ...place };
}

function* links(content: ExportContent): Iterable<object> {
  for (const { id, from, to, fields } of edgeRows(content)) yield { source: from, target: to, key: id, ...fields };
}
