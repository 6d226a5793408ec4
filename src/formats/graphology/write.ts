import type { ExportContent, FormatWriter } from "../format.ts";
import { graphLosses } from "../graph-losses.ts";
import { commaLines, edgeRows, nodeRows } from "../json-graph-rows.ts";

/**
 * What `Graph.from` of graphology takes: a mixed multigraph, links of symmetric relations undirected. The type of an entity is its `kind`: sigma
 * takes `type` for a way to draw.
 */
export const graphologyWriter: FormatWriter = {
  losses: [...graphLosses, "Charts are written as x and y of the first one; pinned or not is left out."],
  parts: ["graph"],
  *write(content) {
    const attributes = JSON.stringify({ name: content.name, at: content.at });
    yield `{"attributes":${attributes},"options":{"type":"mixed","multi":true,"allowSelfLoops":true},"nodes":[`;
    yield* commaLines(nodes(content));
    yield '],"edges":[';
    yield* commaLines(edges(content));
    yield "]}\n";
  },
};

function* nodes(content: ExportContent): Iterable<object> {
  for (const { id, fields, place } of nodeRows(content)) {
    const { name: label, type: kind, ...rest } = fields;
    yield { key: id, attributes: { label, kind, ...rest, ...place } };
  }
}

function* edges(content: ExportContent): Iterable<object> {
  for (const { id, from, to, fields } of edgeRows(content)) {
    const edge = { key: id, source: from, target: to, attributes: fields };
    yield fields.symmetric ? { ...edge, undirected: true } : edge;
  }
}
