// @vitest-environment jsdom
import { parse } from "csv-parse/sync";
import { formats } from "../../src/formats/list.ts";
import { dotGraph } from "./dot/dot-graph.ts";
import { type Expectations, formatConformance } from "./format-conformance.ts";
import { sampleOf } from "./samples.ts";

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

function graphologyGraph(text: string) {
  const graph = JSON.parse(text) as { nodes: { key: string }[]; edges: { source: string; target: string }[] };
  return { nodes: graph.nodes.map(({ key }) => key), edges: graph.edges.map(({ source, target }) => [source, target] as const) };
}

function cytoscapeGraph(text: string) {
  type Element = { data: { id: string; source: string; target: string } };
  const { elements } = JSON.parse(text) as { elements: { nodes: Element[]; edges: Element[] } };
  return {
    nodes: elements.nodes.map(({ data }) => data.id),
    edges: elements.edges.map(({ data }) => [data.source, data.target] as const),
  };
}

function apocGraph(text: string) {
  type Line = { type: string; id: string; start: { id: string }; end: { id: string } };
  const lines = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  return {
    nodes: lines.flatMap(({ type, id }) => (type === "node" ? [id] : [])),
    edges: lines.flatMap(({ type, start, end }) => (type === "relationship" ? [[start.id, end.id] as const] : [])),
  };
}

/** Edges as they stand at the vertex that they come from. */
function graphsonGraph(text: string) {
  type Vertex = { id: string; outE?: Record<string, { inV: string }[]> };
  const vertices = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Vertex);
  const edges = vertices.flatMap(({ id, outE = {} }) =>
    Object.values(outE)
      .flat()
      .map(({ inV }) => [id, inV] as const),
  );
  return { nodes: vertices.map(({ id }) => id), edges };
}

function ogmaGraph(text: string) {
  const graph = JSON.parse(text) as { nodes: { id: string }[]; edges: { source: string; target: string }[] };
  return { nodes: graph.nodes.map(({ id }) => id), edges: graph.edges.map(({ source, target }) => [source, target] as const) };
}

function linksGraph(text: string) {
  const exact = (cell: string) => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);
  const edges = parse(text, { from: 2 }).map((row) => [exact(row[0]!), exact(row[1]!)] as const);
  return { nodes: edges.map(([from]) => from), edges };
}

const graphs: Readonly<Record<string, Expectations["graphOf"]>> = {
  csv: linksGraph,
  dot: dotGraph,
  gexf: xmlGraph,
  graphml: xmlGraph,
  "node-link": jsonGraph,
  graphology: graphologyGraph,
  cytoscape: cytoscapeGraph,
  apoc: apocGraph,
  graphson: graphsonGraph,
  ogma: ogmaGraph,
};

for (const format of formats) formatConformance(format, { ...sampleOf(format.id), graphOf: graphs[format.id] });
