import { expect, test } from "vitest";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import type { ReadRecord } from "../../src/formats/format.ts";
import { type GraphEdge, type GraphNode, GraphRecords, plainEdge, plainNode } from "../../src/formats/graph-records.ts";
import { stancesOfStanding } from "../../src/formats/stances-of-standing.ts";
import { contextFor, linkLines, ofKind, problemLines } from "./read-all.ts";

const place = { where: "line 1", row: 1 };

function read(nodes: readonly Partial<GraphNode>[], edges: readonly Partial<GraphEdge>[] = []): ReadRecord[] {
  const records = new GraphRecords(contextFor("some.gexf", builtInOntology));
  return [
    ...nodes.flatMap((node) => [...records.node({ ...plainNode, id: "a", place, ...node })]),
    ...edges.flatMap((edge) => [...records.edge({ ...plainEdge, from: "a", to: "b", place, ...edge })]),
    ...records.end(),
  ];
}

const attribute = (key: string, value: string | number | boolean, during: string | null = null) => ({ key, value, during });

test("a node is an entity, and a claim of the file for each attribute", () => {
  const records = read([{ label: "Ada", type: "Person", attributes: [attribute("born", 1815), attribute("note", "")] }]);
  expect(ofKind(records, "entity")[0]?.entity).toMatchObject({ id: "a", name: "Ada", type: "person" });
  expect(ofKind(records, "property").map(({ property }) => property.id)).toEqual(["born"]);
  expect(ofKind(records, "claim").map(({ claim }) => claim)).toMatchObject([
    { kind: "attribute", subject: "a", property: "born", value: 1815, source: "the-file", citation: { kind: "row", row: 1 } },
  ]);
});

test("an attribute names a node, or says what it is, where the format does not; it is no claim then", () => {
  const records = read([
    { attributes: [attribute("Name", "Ada"), attribute("category", "Armed group"), attribute("title", "Dr")] },
  ]);
  expect(ofKind(records, "entity")[0]?.entity).toMatchObject({ name: "Ada", type: "armed-group" });
  expect(ofKind(records, "claim").map(({ claim }) => claim.kind === "attribute" && claim.property)).toEqual(["title"]);
  expect(ofKind(read([{}]), "entity")[0]?.entity).toMatchObject({ name: "a", type: "thing" });
  expect(ofKind(read([{ type: "Robot" }]), "entity")[0]?.entity.type).toBe("Robot");
});

test("spells are when a node was there, and one claim each of an edge", () => {
  const records = read([{ spells: ["2001/2003"] }], [{ spells: ["2001", "2003/.."] }]);
  const claims = ofKind(records, "claim").map(({ claim }) => claim);
  expect(claims.map(({ during }) => during)).toEqual(["2001/2003", "2001", "2003/.."]);
  expect(claims[0]).toMatchObject({ property: "present", value: true });
  expect(new Set(claims.map(({ id }) => id)).size).toBe(3);
});

test("what a node lies in is what it is part of, and positions are a chart", () => {
  const records = read([
    { parent: "g", position: { x: 1, y: -2 } },
    { id: "b", position: { x: Number.NaN, y: 0 } },
  ]);
  expect(linkLines(records)).toEqual(["a part-of g"]);
  expect(ofKind(records, "chart").map(({ chart }) => chart)).toEqual([
    { id: "the-file-layout", name: "Layout of some.gexf", nodes: [{ entity: "a", x: 1, y: -2, pinned: false }] },
  ]);
});

test("an edge is a claim of the file, or one of each document that it names", () => {
  const urls = ["https://www.example.org/a/", "https://example.org/b", "https://example.org/b"];
  const records = read([], [{ relation: "Charged", note: "fraud", direction: "directed", urls }]);
  expect(ofKind(records, "source").map(({ source }) => [source.id, source.title])).toEqual([
    ["https://www.example.org/a/", "example.org/a"],
    ["https://example.org/b", "example.org/b"],
  ]);
  expect(ofKind(records, "claim").map(({ claim }) => claim.source)).toEqual([urls[0], urls[1]]);
  expect(linkLines(records)).toEqual(["a charged b (fraud)", "a charged b (fraud)"]);
});

test("the ways of an edge: related-to without one, linked-to with one; a name used both ways is a note the second time", () => {
  const records = read(
    [],
    [
      { direction: "undirected" },
      { direction: "directed" },
      { relation: "x", direction: "undirected" },
      { relation: "x", direction: "directed" },
    ],
  );
  expect(linkLines(records)).toEqual(["a related-to b", "a linked-to b", "a x b", "a linked-to b (x)"]);
  expect(problemLines(records)).toEqual(["line 1: mixed-direction, repaired"]);
  expect(ofKind(records, "relation").map(({ relation }) => [relation.id, relation.symmetric])).toEqual([["x", true]]);
});

test("a repeated id: what two nodes say is kept; two edges are one only when they say the same", () => {
  const records = read([{ label: "Ada" }, { label: "Ada L." }], [{ id: "e" }, { id: "e" }, { id: "e", to: "c" }]);
  expect(ofKind(records, "entity")).toHaveLength(2);
  expect(linkLines(records)).toEqual(["a linked-to b", "a linked-to c"]);
  expect(problemLines(records)).toEqual(
    ["merged", "merged", "kept"].map((outcome) => `line 1: repeated-id${outcome === "kept" ? "" : `, ${outcome}`}`),
  );
  expect(new Set(ofKind(records, "claim").map(({ claim }) => claim.id)).size).toBe(2);
});

test("what cannot be kept is dropped with a problem: no id, an empty end, half a character", () => {
  const records = read([{ id: "" }, { label: "\ud800" }], [{ from: "" }, { note: "\ud800" }]);
  expect(problemLines(records)).toEqual(
    ["empty-id", "broken-text", "empty-end", "broken-text"].map((kind) => `line 1: ${kind}, dropped`),
  );
  expect(records).toHaveLength(4);
});

test("edges of a file of ours keep what their standing says", () => {
  const records = read([], [{ stances: stancesOfStanding("contested") }, { stances: stancesOfStanding("denied") }]);
  expect(ofKind(records, "claim").map(({ claim }) => claim.stance)).toEqual(["alleges", "denies", "denies"]);
});

test("names of Object.prototype are names like others", () => {
  const names = ["__proto__", "constructor", "toString"];
  const records = read(
    names.map((name) => ({ id: name, type: name, attributes: [attribute(name, name)] })),
    names.map((name) => ({ id: name, from: name, to: name, relation: name, attributes: [attribute(name, name)] })),
  );
  expect(problemLines(records)).toEqual([]);
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.type])).toEqual(names.map((name) => [name, name]));
  expect(ofKind(records, "claim")).toHaveLength(6);
});
