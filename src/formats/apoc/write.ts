import type { ExportContent, FormatWriter } from "../format.ts";
import { graphLosses } from "../graph-losses.ts";
import { edgeRows, nodeRows } from "../json-graph-rows.ts";

/** Lines that `apoc.import.json` of Neo4j takes: nodes first; the type is the label, the relation the type of the relationship. */
export const apocWriter: FormatWriter = {
  losses: [
    ...graphLosses,
    "Relationships of symmetric relations are written as directed ones whose symmetric value is true.",
    "Charts are written as x and y of the first one; pinned or not is left out.",
  ],
  parts: ["graph"],
  *write(content) {
    for (const record of records(content)) yield `${JSON.stringify(record)}\n`;
  },
};

function* records(content: ExportContent): Iterable<object> {
  const labels = new Map<string, readonly string[]>();
  for (const { id, fields, place } of nodeRows(content)) {
    const { type, ...properties } = fields;
    labels.set(id, [type]);
    yield { type: "node", id, labels: [type], properties: { ...properties, ...place } };
  }
  const end = (id: string) => ({ id, labels: labels.get(id) ?? [] });
  for (const { id, from, to, fields } of edgeRows(content))
    yield { type: "relationship", id, label: fields.relation, properties: fields, start: end(from), end: end(to) };
}
