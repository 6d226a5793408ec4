import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { ogmaFormat } from "../../../src/formats/ogma/ogma-format.ts";
import { attributesOf, linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const read = (value: unknown) => readAll(ogmaFormat, JSON.stringify(value), { ontology: builtInOntology });
const said = (records: Awaited<ReturnType<typeof read>>) =>
  ofKind(records, "claim").flatMap(({ claim }) => (claim.kind === "attribute" ? [[claim.property, claim.value]] : []));

test("Linkurious: categories and properties within data, a type of the edge", async () => {
  const records = await read({
    nodes: [
      { id: 1, data: { categories: ["Person", "Suspect"], properties: { name: "Ada", born: 1815 } }, attributes: { x: 1, y: 2 } },
    ],
    edges: [{ id: 7, source: 1, target: 2, data: { type: "OWNS", properties: { share: 0.5 } } }],
  });
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.name, entity.type])).toEqual([["1", "Ada", "person"]]);
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["1 owns 2"]);
  expect(said(records)).toEqual([
    ["born", 1815],
    ["categories", "Suspect"],
  ]);
  expect(ofKind(records, "claim").flatMap(attributesOf)).toEqual([["share", 0.5]]);
  expect(ofKind(records, "chart")[0]?.chart.nodes).toEqual([{ entity: "1", x: 1, y: -2, pinned: false }]);
  expect(problemLines(records)).toEqual([]);
});

test("Ogma: data of one's own, categories and type beside it, a text that is drawn", async () => {
  const records = await read({
    nodes: [
      { id: "a", categories: ["Company"], data: { country: "CY" }, attributes: { text: { content: "Alpha" }, color: "red" } },
      { id: "b" },
    ],
    edges: [{ source: "a", target: "b", type: "pays", data: { label: "rent" } }],
    styles: {},
  });
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.name, entity.type])).toEqual([
    ["a", "Alpha", "company"],
    ["b", "b", "thing"],
  ]);
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["a pays b (rent)"]);
  expect(said(records)).toEqual([["country", "CY"]]);
  expect(problemLines(records)).toEqual(["line 1: left-out, dropped", "styles: left-out, dropped"]);
});

test("what is no node or edge is reported, or refused", async () => {
  expect(problemLines(await read({ nodes: [1], edges: [{ id: 1, source: "a", data: {} }] }))).toEqual([
    "nodes[0]: no-element, dropped",
    "edges[0]: empty-end, dropped",
  ]);
  await expect(read({})).rejects.toThrow("wanted nodes and edges as Ogma exports them, got neither");
});
