import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { gmlFormat } from "../../../src/formats/gml/gml-format.ts";
import { detectFormat } from "../../../src/formats/list.ts";
import { corpusFolder } from "../corpus.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const gml = (text: string) => readAll(gmlFormat, text, { ontology: builtInOntology });

test("nodes and edges, numbered; a label that is a number gives way to a name", async () => {
  const records = await gml(`Creator "somebody" # of the file
graph [
  directed 1
  node [ id 0 label "0" name "Ada" born 1815 ]
  node [ id 1 label "Caf&#233; &amp; Bar" graphics [ x 1.5 y -2 fill "#fff" ] ]
  edge [ source 0 target 1 label "owns" weight 2 ]
]`);
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.name])).toEqual([
    ["0", "Ada"],
    ["1", "Café & Bar"],
  ]);
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["0 owns 1"]);
  expect(ofKind(records, "chart")[0]?.chart.nodes).toEqual([{ entity: "1", x: 1.5, y: -2, pinned: false }]);
  expect(problemLines(records)).toEqual([]);
  expect(ofKind(records, "claim")[0]?.claim.citation).toEqual({ kind: "row", row: 4 });
});

test.each([
  'graph [ directed 1 node [ id 1 label "a, b" ] node [ id 2 ] edge [ source 1 target 2 label "owns; pays" ] ]',
  'Creator "somebody, who" Version 1 graph [ node [ id 1 ] edge [ source 1 target 1 ] ]',
  `graph [ ${"edge [ source 1 target 2 ] ".repeat(300)}`,
])("a file of one line is known by its beginning, and no table: %.40s", (text) => {
  expect(detectFormat("file.txt", text.slice(0, 4_096)).id).toBe("gml");
});

test("without a word, edges have no direction; an edge may say another", async () => {
  expect(linkLines(await gml('graph [ edge [ source "a" target "b" ] ]'))).toEqual(["a related-to b"]);
  expect(linkLines(await gml("graph [ edge [ source 1 target 2 directed 1 ] ]"))).toEqual(["1 linked-to 2"]);
});

test("lists within a node are left out, and said to be", async () => {
  const records = await gml("graph [ node [ id 1 tagShape [ width 2 ] ] node [ id 2 tagShape [ ] ] ]");
  expect(problemLines(records)).toEqual(["line 1: left-out, dropped"]);
});

test.each([
  ["graph [ node [ id 1 ]", "file.gml: wanted a ] for graph [ of line 1, got the end of the file"],
  ["graph [\n node [ id ] ]", "file.gml: wanted a value for id, got ] in line 2"],
  ["graph [ node [ 1 ] ]", "file.gml: wanted a key, got 1 in line 1"],
  ["graph [ node [ a b ] ]", "file.gml: wanted a value for a, got b in line 1"],
  ["graph [ ] ]", "file.gml: wanted a list that is open, got ] in line 1"],
  ['graph [ a "never closed', "file.gml: wanted a text that is closed, got the end of the file after line 1"],
  ["a [ ".repeat(70), "file.gml: wanted at most 64 lists within one another, got more in line 1"],
  ["a 1", "file.gml: wanted a graph [ … ], got none"],
])("%j is refused", async (text, message) => {
  await expect(gml(text)).rejects.toThrow(message);
});

test.each([
  ["911posX.gml", 62, 153],
  ["polbooks.gml", 105, 441],
  ["success.gml", 34, 85],
] as const)("%s has its nodes and edges", async (file, nodes, edges) => {
  const found = corpusFolder("gml-911-networkvi");
  if (found === null) return console.log(`GML: ${file} is not on this machine (CLEW_CORPUS): not read`);
  const records = await gml(readFileSync(join(found, file), "utf8"));
  expect(ofKind(records, "entity")).toHaveLength(nodes);
  expect(linkLines(records).filter((line) => line !== "")).toHaveLength(edges);
});
