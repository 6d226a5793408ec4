import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { graphologyFormat } from "../../../src/formats/graphology/graphology-format.ts";
import { detectFormat } from "../../../src/formats/list.ts";
import { countsOf, readCorpus } from "../corpus-counts.ts";
import { attributesOf, linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const read = (value: unknown) => readAll(graphologyFormat, JSON.stringify(value), { ontology: builtInOntology });

test("nodes and edges under their keys, with what their attributes say; an edge may be undirected", async () => {
  const records = await read({
    attributes: { title: "T" },
    options: { type: "mixed", multi: true, allowSelfLoops: true },
    nodes: [{ key: "a", attributes: { label: "Ada", x: 1, y: 2, size: 5, color: "#fff", born: 1815 } }, { key: "b" }],
    edges: [
      { key: "e1", source: "a", target: "b", attributes: { label: "owns", weight: 2 } },
      { source: "a", target: "b", undirected: true },
    ],
    undirectedEdges: [{ source: "b", target: "b", attributes: { label: "relative of" } }],
  });
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.name])).toEqual([
    ["a", "Ada"],
    ["b", "b"],
  ]);
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["a owns b", "a related-to b", "b relative-of b"]);
  expect(ofKind(records, "claim").flatMap(attributesOf)).toEqual([["weight", 2]]);
  expect(ofKind(records, "chart")[0]?.chart.nodes).toEqual([{ entity: "a", x: 1, y: 2, pinned: false }]);
  expect(problemLines(records)).toEqual(["line 1: left-out, dropped"]);
});

test("what is no node, and what a case has no place for, is reported", async () => {
  const records = await read({ nodes: [1, { key: "a" }], edges: [null], more: { a: 1 } });
  expect(problemLines(records)).toEqual([
    "nodes[0]: no-element, dropped",
    "edges[0]: no-element, dropped",
    "more: left-out, dropped",
  ]);
  await expect(read({ attributes: {} })).rejects.toThrow("wanted nodes and edges as graphology exports them, got neither");
});

test.each([
  ['{"options":{"type":"mixed","multi":true},"attributes":{},"nodes":[{"key":"a"}', "graphology"],
  ['{"nodes":[{"key":"a"},{"key":"b"}],"edges":[{"key":"e","source":"a","target":"b"}]}', "graphology"],
  ['{"nodes":[{"key":"a","label":"A"}],"edges":[["a","a"]]}', "node-link"],
  ['{"nodes":[{"data":{"id":"a"}}],"edges":[]}', "cytoscape"],
  ['[{"data":{"source":"a","target":"b"}}]', "cytoscape"],
  ['{"edges":[{"source":"a","target":"b"}]}', "node-link"],
])("%s is known as %s by its contents", (head, format) => {
  expect(detectFormat("a.json", head).id).toBe(format);
});

test.each([
  ["large-graph.json", 10_000, 19_995],
  ["les-miserables.json", 77, 254],
])("%s of sigma has its nodes and edges", async (file, entities, links) => {
  const records = await readCorpus(graphologyFormat, "json-sigma", file);
  if (records === null) return;
  expect(countsOf(records)).toEqual({ entities, links, problems: { "left-out": 1 } });
  expect(ofKind(records, "chart")[0]?.chart.nodes).toHaveLength(entities);
});
