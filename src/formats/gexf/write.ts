import type { ChartNode } from "../../claims/chart.ts";
import { relationOf, typeOf } from "../../claims/ontology.ts";
import { claimsByLink, notesOf, weightOf } from "../claims-by-link.ts";
import type { ExportContent, FormatWriter } from "../format.ts";
import { graphLosses } from "../graph-losses.ts";
import { xmlLoss, xmlText } from "../xml-text.ts";

/**
 * GEXF 1.3, valid against the XSD of the specification. That XSD puts colour, position and size in the
 * namespace of GEXF itself, not in the `viz` namespace of versions before.
 */
export const gexfWriter: FormatWriter = {
  losses: [...graphLosses, "Only the first chart is written, as positions; pinned or not is left out.", xmlLoss],
  parts: ["graph"],
  *write(content) {
    yield '<?xml version="1.0" encoding="UTF-8"?>\n';
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
    yield `  <meta lastmodifieddate="${xmlText(content.at.slice(0, 10))}">\n    <creator>Clew</creator>\n`;
    yield `    <description>${xmlText(content.name)}</description>\n  </meta>\n`;
    yield '  <graph mode="static" defaultedgetype="directed" idtype="string">\n';
    yield* attributeLines("node", nodeAttributes);
    yield* attributeLines("edge", edgeAttributes);
    yield* nodeLines(content);
    yield* edgeLines(content);
    yield "  </graph>\n</gexf>\n";
  },
};

type AttributeType = "string" | "integer" | "boolean";

const nodeAttributes: readonly (readonly [id: string, type: AttributeType])[] = [
  ["type", "string"],
  ["aliases", "string"],
  ["description", "string"],
  ["placeholder", "boolean"],
];

const edgeAttributes: readonly (readonly [id: string, type: AttributeType])[] = [
  ["relation", "string"],
  ["standing", "string"],
  ["claims", "integer"],
  ["origins", "integer"],
  ["note", "string"],
];

function* attributeLines(of: "node" | "edge", attributes: typeof nodeAttributes): Iterable<string> {
  yield `    <attributes class="${of}" mode="static">\n`;
  for (const [id, type] of attributes) yield `      <attribute id="${id}" title="${id}" type="${type}"/>\n`;
  yield "    </attributes>\n";
}

function* nodeLines({ nodes, ontology, charts, links }: ExportContent): Iterable<string> {
  const placed = new Map((charts[0]?.nodes ?? []).map((node) => [node.entity, node]));
  const degree = new Map<string, number>();
  for (const end of links.flatMap(({ from, to }) => [from, to])) degree.set(end, (degree.get(end) ?? 0) + 1);
  yield `    <nodes count="${nodes.length}">\n`;
  for (const { id, type, name, aliases, description, placeholder } of nodes) {
    yield `      <node id="${xmlText(id)}" label="${xmlText(name)}">\n`;
    yield valueLines([
      ["type", type],
      ["aliases", aliases.length === 0 ? "" : JSON.stringify(aliases)],
      ["description", description],
      ["placeholder", placeholder],
    ]);
    yield colorLine(typeOf(ontology, type).color.light);
    yield placeLines(placed.get(id), degree.get(id) ?? 0);
    yield "      </node>\n";
  }
  yield "    </nodes>\n";
}

function* edgeLines(content: ExportContent): Iterable<string> {
  const claimsOf = claimsByLink(content);
  yield `    <edges count="${content.links.length}">\n`;
  for (const { id, relation, from, to, standing, claims, origins } of content.links) {
    const { label, symmetric } = relationOf(content.ontology, relation);
    const behind = claimsOf.get(id) ?? [];
    const weight = weightOf(behind);
    yield `      <edge id="${xmlText(id)}" source="${xmlText(from)}" target="${xmlText(to)}"`;
    yield ` type="${symmetric ? "undirected" : "directed"}" kind="${xmlText(relation)}" label="${xmlText(label)}"`;
    yield weight === null ? ">\n" : ` weight="${weight}">\n`;
    yield valueLines([
      ["relation", relation],
      ["standing", standing],
      ["claims", claims],
      ["origins", origins],
      ["note", notesOf(behind).join("; ")],
    ]);
    yield "      </edge>\n";
  }
  yield "    </edges>\n";
}

/** Empty texts are left out. */
function valueLines(values: readonly (readonly [id: string, value: string | number | boolean])[]): string {
  const lines = values
    .filter(([, value]) => value !== "")
    .map(([id, value]) => `          <attvalue for="${id}" value="${xmlText(String(value))}"/>\n`);
  return `        <attvalues>\n${lines.join("")}        </attvalues>\n`;
}

function colorLine(hex: string): string {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (channels === null) return "";
  const [r, g, b] = channels.slice(1).map((channel) => Number.parseInt(channel, 16));
  return `        <color r="${r}" g="${g}" b="${b}"/>\n`;
}

/** Position as in the chart; size grows with the square root of the degree, so that area follows it. */
function placeLines(place: ChartNode | undefined, degree: number): string {
  if (place === undefined) return "";
  const size = (4 + 2 * Math.sqrt(degree)).toFixed(2);
  return `        <position x="${place.x}" y="${place.y}" z="0"/>\n        <size value="${size}"/>\n`;
}
