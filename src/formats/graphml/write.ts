import { relationOf } from "../../claims/ontology.ts";
import { claimsByLink, notesOf, weightOf } from "../claims-by-link.ts";
import type { ExportContent, FormatWriter } from "../format.ts";
import { graphLosses } from "../graph-losses.ts";
import { xmlLoss, xmlText } from "../xml-text.ts";

/**
 * GraphML. Every edge is written as directed, those of symmetric relations with `symmetric` true:
 * networkx refuses a file that mixes directed and undirected edges.
 */
export const graphmlWriter: FormatWriter = {
  losses: [
    ...graphLosses,
    "Edges of symmetric relations are written as directed ones whose symmetric value is true.",
    "Charts are written as x and y of the first one; pinned or not is left out.",
    xmlLoss,
  ],
  parts: ["graph"],
  *write(content) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n';
    for (const [id, of, name, type] of keys) {
      yield `  <key id="${id}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`;
    }
    yield '  <graph edgedefault="directed">\n';
    yield data("    ", [["gn", content.name]]);
    yield* nodeLines(content);
    yield* edgeLines(content);
    yield "  </graph>\n</graphml>\n";
  },
};

const keys = [
  ["gn", "graph", "name", "string"],
  ["nl", "node", "label", "string"],
  ["nt", "node", "type", "string"],
  ["na", "node", "aliases", "string"],
  ["nd", "node", "description", "string"],
  ["np", "node", "placeholder", "boolean"],
  ["nx", "node", "x", "double"],
  ["ny", "node", "y", "double"],
  ["el", "edge", "label", "string"],
  ["er", "edge", "relation", "string"],
  ["es", "edge", "standing", "string"],
  ["ec", "edge", "claims", "int"],
  ["eo", "edge", "origins", "int"],
  ["ey", "edge", "symmetric", "boolean"],
  ["en", "edge", "note", "string"],
  ["ew", "edge", "weight", "double"],
] as const;

type KeyId = (typeof keys)[number][0];

function* nodeLines({ nodes, charts }: ExportContent): Iterable<string> {
  const placed = new Map((charts[0]?.nodes ?? []).map((node) => [node.entity, node]));
  for (const { id, type, name, aliases, description, placeholder } of nodes) {
    const place = placed.get(id);
    yield `    <node id="${xmlText(id)}">\n`;
    yield data("      ", [
      ["nl", name],
      ["nt", type],
      ["na", aliases.length === 0 ? "" : JSON.stringify(aliases)],
      ["nd", description],
      ["np", placeholder],
      ["nx", place?.x ?? null],
      ["ny", place?.y ?? null],
    ]);
    yield "    </node>\n";
  }
}

function* edgeLines(content: ExportContent): Iterable<string> {
  const claimsOf = claimsByLink(content);
  for (const { id, relation, from, to, standing, claims, origins } of content.links) {
    const { label, symmetric } = relationOf(content.ontology, relation);
    const behind = claimsOf.get(id) ?? [];
    yield `    <edge id="${xmlText(id)}" source="${xmlText(from)}" target="${xmlText(to)}">\n`;
    yield data("      ", [
      ["el", label],
      ["er", relation],
      ["es", standing],
      ["ec", claims],
      ["eo", origins],
      ["ey", symmetric],
      ["en", notesOf(behind).join("; ")],
      ["ew", weightOf(behind)],
    ]);
    yield "    </edge>\n";
  }
}

/** Nulls and empty texts are left out. */
function data(indent: string, values: readonly (readonly [key: KeyId, value: string | number | boolean | null])[]): string {
  return values
    .filter(([, value]) => value !== null && value !== "")
    .map(([key, value]) => `${indent}<data key="${key}">${xmlText(String(value))}</data>\n`)
    .join("");
}
