import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { graphsonFormat } from "../../../src/formats/graphson/graphson-format.ts";
import { countsOf, readCorpus } from "../corpus-counts.ts";
import { attributesOf, linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const read = (value: unknown) =>
  readAll(graphsonFormat, typeof value === "string" ? value : JSON.stringify(value), { ontology: builtInOntology });
const typed = (type: string, value: unknown) => ({ "@type": `g:${type}`, "@value": value });

test("a vertex a line: an edge is one, seen from both its ends; a property says when it held", async () => {
  const outE = { owns: [{ id: typed("Int32", 9), inV: typed("Int32", 2), properties: { weight: typed("Double", 0.4) } }] };
  const inE = { owns: [{ id: typed("Int32", 9), outV: typed("Int32", 1), properties: { weight: typed("Double", 0.4) } }] };
  const place = {
    id: typed("Int64", 1),
    value: "Brussels",
    properties: { startTime: typed("Int32", 2004), endTime: typed("Int32", 2005) },
  };
  const lines = [
    {
      id: typed("Int32", 1),
      label: "person",
      outE,
      properties: { name: [{ id: typed("Int64", 0), value: "marko" }], location: [place] },
    },
    { id: typed("Int32", 2), label: ["software", "free"], inE },
    { id: typed("Int32", 3), label: "vertex", inE: { knows: [{ id: typed("Int32", 10), outV: typed("Int32", 4) }] } },
  ];
  const records = await read(lines.map((line) => JSON.stringify(line)).join("\n"));
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.name, entity.type])).toEqual([
    ["1", "marko", "person"],
    ["2", "2", "software"],
    ["3", "3", "thing"],
  ]);
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["1 owns 2", "4 knows 3"]);
  expect(ofKind(records, "claim").flatMap(attributesOf)).toEqual([["weight", 0.4]]);
  const said = ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "attribute" ? [[claim.property, claim.value, claim.during]] : [],
  );
  expect(said).toEqual([
    ["location", "Brussels", "2004/2005"],
    ["labels", "free", null],
  ]);
  expect(problemLines(records)).toEqual([]);
});

test("a graph of vertices and edges (GraphSON 4), laid out or in one line", async () => {
  const vertex = typed("Vertex", {
    id: typed("Int32", 1),
    label: ["person"],
    properties: { born: [typed("VertexProperty", { id: 1, value: typed("Date", 0), label: ["born"], properties: { by: "x" } })] },
  });
  const property = typed("Property", { key: "since", value: typed("Int32", 2009) });
  const ends = { inV: { id: typed("Int32", 2), label: ["software"] }, outV: { id: typed("Int32", 1), label: ["person"] } };
  const edge = typed("Edge", { id: typed("Int32", 13), label: ["develops"], ...ends, properties: { since: [property] } });
  const graph = typed("graph", { vertices: [vertex], edges: [edge] });
  for (const text of [JSON.stringify(graph), JSON.stringify(graph, null, 2)]) {
    const records = await read(text);
    expect(linkLines(records).filter((line) => line !== "")).toEqual(["1 develops 2"]);
    expect(ofKind(records, "claim").flatMap(attributesOf)).toEqual([["since", 2009]]);
    expect(ofKind(records, "claim")[0]?.claim).toMatchObject({ property: "born", value: "1970-01-01T00:00:00.000Z" });
    expect(problemLines(records).map((line) => line.replace(/^.*: /, ""))).toEqual(["left-out, dropped"]);
  }
});

test.each([
  ["tinkerpop-modern.json", 6, 6, {}],
  ["tinkerpop-modern-v2.json", 6, 6, {}],
  ["tinkerpop-modern-v3.json", 6, 6, {}],
  ["tinkerpop-crew.json", 6, 14, {}],
  ["tinkerpop-zoo.json", 13, 20, {}],
  ["tinkerpop-sink.json", 3, 3, {}],
  ["tinker-graph-v4.json", 6, 14, {}],
  ["grateful-dead.json", 808, 8_049, {}],
] as const)("%s has its vertices and edges", async (file, entities, links, problems) => {
  const records = await readCorpus(graphsonFormat, "graphml-tinkerpop", file);
  if (records !== null) expect(countsOf(records)).toEqual({ entities, links, problems });
});
