// @vitest-environment jsdom
import { parse } from "csv-parse/sync";
import { clewJsonlFormat } from "../../src/formats/clew-jsonl/clew-jsonl-format.ts";
import { csvFormat } from "../../src/formats/csv/csv-format.ts";
import type { ExportContent } from "../../src/formats/format.ts";
import { gdfFormat } from "../../src/formats/gdf/gdf-format.ts";
import { gexfFormat } from "../../src/formats/gexf/gexf-format.ts";
import { gmlFormat } from "../../src/formats/gml/gml-format.ts";
import { graphmlFormat } from "../../src/formats/graphml/graphml-format.ts";
import { nodeLinkFormat } from "../../src/formats/node-link/node-link-format.ts";
import { sifFormat } from "../../src/formats/sif/sif-format.ts";
import { formatConformance } from "./format-conformance.ts";

function xmlGraph(text: string) {
  const document = new DOMParser().parseFromString(text, "application/xml");
  const all = (name: string) => [...document.getElementsByTagName(name)];
  if (all("parsererror").length > 0) throw new Error(all("parsererror")[0]!.textContent ?? "not well-formed");
  return {
    nodes: all("node").map((node) => node.getAttribute("id")!),
    edges: all("edge").map((edge) => [edge.getAttribute("source")!, edge.getAttribute("target")!] as const),
  };
}

function jsonGraph(text: string) {
  const graph = JSON.parse(text) as { nodes: { id: string }[]; links: { source: string; target: string }[] };
  return { nodes: graph.nodes.map(({ id }) => id), edges: graph.links.map(({ source, target }) => [source, target] as const) };
}

function linksGraph(text: string) {
  const exact = (cell: string) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
  const edges = parse(text, { from: 2 }).map((row) => [exact(row[0]!), exact(row[1]!)] as const);
  return { nodes: edges.map(([from]) => from), edges };
}

function gmlText({ entities, claims }: ExportContent): string {
  const text = (value: string) => `"${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
  const nodes = entities.map(({ id, name, type }) => `node [ id ${text(id)} label ${text(name)} type ${text(type)} ]`);
  const edges = claims.flatMap((claim) =>
    claim.kind === "link"
      ? `edge [ source ${text(claim.subject)} target ${text(claim.object)} relation ${text(claim.relation)} label ${text(claim.note)} ]`
      : [],
  );
  return ["graph [ directed 1", ...nodes, ...edges, "]"].join("\n");
}

function sifText({ claims }: ExportContent): string {
  return claims.map((claim) => (claim.kind === "link" ? `${claim.subject}\t${claim.relation}\t${claim.object}\n` : "")).join("");
}

function gdfText({ entities, claims }: ExportContent): string {
  const text = (value: string) => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '""')}"`;
  const nodes = entities.map(({ id, name, type }) => [id, name, type].map(text).join(","));
  const edges = claims.flatMap((claim) =>
    claim.kind === "link" ? `${[claim.subject, claim.object, claim.relation, claim.note].map(text).join(",")},true` : [],
  );
  return [
    "nodedef>name VARCHAR,label VARCHAR,type VARCHAR",
    ...nodes,
    "edgedef>node1 VARCHAR,node2 VARCHAR,relation VARCHAR,label VARCHAR,directed BOOLEAN",
    ...edges,
  ].join("\n");
}

formatConformance(clewJsonlFormat);
formatConformance(csvFormat, { part: "links", graphOf: linksGraph });
formatConformance(gexfFormat, { graphOf: xmlGraph });
formatConformance(graphmlFormat, { graphOf: xmlGraph });
formatConformance(gmlFormat, { sample: gmlText });
formatConformance(sifFormat, { sample: sifText, byName: true, idsOnly: true, cannotHold: /^$|[\t\r\n]|^ | $/ });
formatConformance(gdfFormat, { sample: gdfText, cannotHold: /[\r\n]/ });
formatConformance(nodeLinkFormat, { graphOf: jsonGraph });
