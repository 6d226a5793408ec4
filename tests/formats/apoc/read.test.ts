import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { apocFormat } from "../../../src/formats/apoc/apoc-format.ts";
import { countsOf, readCorpus } from "../corpus-counts.ts";
import { attributesOf, linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const read = (text: string) => readAll(apocFormat, text, { ontology: builtInOntology });

const ada = {
  type: "node",
  id: "0",
  labels: ["Person", "Suspect"],
  properties: { name: "Ada", kids: ["Sam", "Anna"], at: { x: 1 } },
};
const end = { id: "1", labels: ["Company"], properties: { name: "Alpha" } };
const owns = { type: "relationship", id: "0", label: "OWNS", properties: { since: 1993 }, start: { id: "0", labels: [] }, end };

test.each([
  ["lines", `${JSON.stringify(ada)}\n${JSON.stringify(owns)}\n`],
  ["a list", JSON.stringify([ada, owns])],
  ["nodes and relationships", JSON.stringify({ nodes: [ada], rels: [owns] }, null, 2)],
  ["nodes and relationships by id, in one line", JSON.stringify({ nodes: { 0: ada }, rels: { 0: owns } })],
  [
    "rows of a question",
    [
      { u: ada, r: owns },
      { u: ada, path: { length: 1, rels: [owns], nodes: [ada] } },
    ]
      .map((row) => JSON.stringify(row))
      .join("\n"),
  ],
])("nodes and relationships as %s; an end that stands there alone is a node, what comes again is one", async (_, text) => {
  const records = await read(text);
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.name, entity.type])).toEqual([
    ["0", "Ada", "person"],
    ["1", "Alpha", "company"],
  ]);
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["0 owns 1"]);
  expect(ofKind(records, "claim").flatMap(attributesOf)).toEqual([["since", 1993]]);
  const said = ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "attribute" ? [[claim.property, claim.value]] : [],
  );
  expect(said).toEqual([
    ["kids", "Sam"],
    ["kids", "Anna"],
    ["at", '{"x":1}'],
    ["labels", "Suspect"],
  ]);
  expect(problemLines(records)).toEqual([]);
});

test("a bad line is reported beside the good ones; rows without a node are refused", async () => {
  expect(problemLines(await read(`${JSON.stringify(ada)}\n{"type":\n`))).toEqual(["line 2: not-json, dropped"]);
  await expect(read('{"count":3}')).rejects.toThrow("wanted nodes and relationships as APOC exports them, got none");
});

test.each([
  ["all.json", 3, 1],
  ["all_array.json", 3, 1],
  ["all_fields.json", 3, 1],
  ["all_id_as_keys.json", 3, 1],
  ["listNode.json", 3, 0],
  ["listPath.json", 2, 1],
  ["listRel.json", 2, 1],
  ["MapPath.json", 4, 2],
  ["query_nodes.json", 3, 0],
  ["query_nodes_path.json", 2, 1],
  ["query_two_nodes.json", 2, 0],
  ["query_withoutNodeProps_withoutRelProps.json", 2, 1],
  ["importPointValues.json", 4, 0],
  ["nodes_without_labels.json", 1, 0],
])("%s has its nodes and relationships", async (file, entities, links) => {
  const records = await readCorpus(apocFormat, "neo4j-apoc", file);
  if (records !== null) expect(countsOf(records)).toEqual({ entities, links, problems: {} });
});
