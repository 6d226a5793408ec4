import { relationOf } from "../../claims/ontology.ts";
import { claimsByLink, notesOf, weightOf } from "../claims-by-link.ts";
import type { ExportContent, FormatWriter } from "../format.ts";
import { graphLosses } from "../graph-losses.ts";

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
    yield* commaLines(nodeRecords(content));
    yield '],"links":[';
    yield* commaLines(links(content));
    yield "]}\n";
  },
};

function* commaLines(records: Iterable<object>): Iterable<string> {
  let separator = "\n";
  for (const record of records) {
    yield separator + JSON.stringify(record);
    separator = ",\n";
  }
  if (separator !== "\n") yield "\n";
}

function* nodeRecords({ nodes, charts }: ExportContent): Iterable<object> {
  const placed = new Map((charts[0]?.nodes ?? []).map((node) => [node.entity, node]));
  for (const { id, type, name, aliases, description, placeholder } of nodes) {
    const place = placed.get(id);
    yield { id, name, type, aliases, description, placeholder, ...(place === undefined ? {} : { x: place.x, y: place.y }) };
  }
}

function* links(content: ExportContent): Iterable<object> {
  const claimsOf = claimsByLink(content);
  for (const { id, relation, from, to, standing, claims, origins } of content.links) {
    const { label, symmetric } = relationOf(content.ontology, relation);
    const behind = claimsOf.get(id) ?? [];
    const weight = weightOf(behind);
    const note = notesOf(behind).join("; ");
    const line = { source: from, target: to, key: id, relation, label, standing, claims, origins, symmetric, note };
    yield weight === null ? line : { ...line, weight };
  }
}
