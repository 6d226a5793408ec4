import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { gexfFormat } from "../../../src/formats/gexf/gexf-format.ts";
import { corpusFolder } from "../corpus.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const gexf = (inside: string, graph = 'defaultedgetype="directed"') =>
  readAll(gexfFormat, `<?xml version="1.0"?><gexf version="1.3"><graph ${graph}>${inside}</graph></gexf>`, {
    ontology: builtInOntology,
  });

test("edges before nodes; a label is the relation, a kind before it", async () => {
  const records = await gexf(`
    <edges><edge source="a" target="b" label="charged" weight="2.5"/><edge id="1" source="b" target="a" kind="owns" label="60 %"/></edges>
    <nodes><node id="a" label="Ada"/><node id="b"/></nodes>`);
  expect(linkLines(records)).toEqual(["a charged b", "b owns a (60 %)"]);
  expect(ofKind(records, "claim")[0]?.claim).toMatchObject({ attributes: [["weight", 2.5]], citation: { kind: "row", row: 2 } });
  expect(ofKind(records, "entity").map(({ entity }) => entity.name)).toEqual(["Ada", "b"]);
});

test("columns by title and type, with defaults; lists are several values; what is not declared stays text", async () => {
  const records = await gexf(`
    <attributes class="node"><attribute id="0" title="age" type="integer"/><attribute id="1" title="member" type="boolean"><default>true</default></attribute>
      <attribute id="2" title="tags" type="liststring"/></attributes>
    <nodes><node id="a"><attvalues><attvalue for="0" value="36"/><attvalue for="2" value="[&quot;x, y&quot;, 'z']"/><attvalue for="9" value="7"/></attvalues></node></nodes>`);
  const values = ofKind(records, "claim").map(({ claim }) => (claim.kind === "attribute" ? [claim.property, claim.value] : []));
  expect(values).toEqual([
    ["age", 36],
    ["tags", "x, y"],
    ["tags", "z"],
    ["9", "7"],
    ["member", true],
  ]);
  expect(problemLines(records)).toEqual(["attributes: undeclared-attribute"]);
});

test("spells and dated values are kept as dates; steps that are none as they are written", async () => {
  const records = await gexf(`
    <attributes class="node" mode="dynamic"><attribute id="0" title="rank" type="string"/></attributes>
    <nodes><node id="a" start="2001" end="2003"><attvalues><attvalue for="0" value="chief" start="2002-05-01"/></attvalues></node>
      <node id="b" start="2" end="11"/></nodes>
    <edges><edge source="a" target="b"><spells><spell start="2001" end="2002"/><spell start="2003"/></spells></edge></edges>`);
  const claims = ofKind(records, "claim").map(({ claim }) => claim);
  expect(claims.map((claim) => [claim.kind === "attribute" ? `${claim.property} ${claim.value}` : "link", claim.during])).toEqual(
    [
      ["rank chief", "2002-05-01/.."],
      ["present true", "2001/2003"],
      ["spell 2/11", null],
      ["link", "2001/2002"],
      ["link", "2003/.."],
    ],
  );
});

test("nodes within nodes are part of them; positions are a chart; colours are left out, and said to be", async () => {
  const records = await gexf(
    `<nodes><node id="g"><nodes><node id="a"><viz:position x="1" y="2" z="0"/><viz:color r="1" g="2" b="3"/></node></nodes></node></nodes>`,
  );
  expect(linkLines(records)).toEqual(["a part-of g"]);
  expect(ofKind(records, "chart")[0]?.chart.nodes).toEqual([{ entity: "a", x: 1, y: 2, pinned: false }]);
  expect(problemLines(records)).toEqual(["line 1: left-out, dropped"]);
});

test("pid=0 is no parent, and a node that is called so and holds others is one", async () => {
  expect(linkLines(await gexf('<nodes><node id="a" pid="0"/><node id="b" pid="g"/></nodes>'))).toEqual(["b part-of g"]);
  expect(linkLines(await gexf('<nodes><node id="0"><nodes><node id="a"/></nodes></node></nodes>'))).toEqual(["a part-of 0"]);
});

test("without a word, edges have no direction", async () => {
  expect(
    linkLines(await gexf('<edges><edge source="a" target="b"/><edge source="a" target="b" type="directed"/></edges>', "")),
  ).toEqual(["a related-to b", "a linked-to b"]);
});

test("a file without a graph is refused", async () => {
  await expect(readAll(gexfFormat, '<gexf version="1.3"></gexf>')).rejects.toThrow("wanted a graph in the GEXF file, got none");
});

const files = [
  ["gexf-graphology", "gexf/arctic.gexf", 1715, 6676],
  ["gexf-graphology", "gexf/rio.gexf", 366, 1107],
  ["gexf-gexfjs", "photoviz_dynamic.gexf", 393, 623],
] as const;

test.each(files)("of %s, %s has its nodes and edges", async (folder, file, nodes, edges) => {
  const found = corpusFolder(folder);
  if (found === null) return console.log(`GEXF: ${file} is not on this machine (CLEW_CORPUS): not read`);
  const records = await readAll(gexfFormat, readFileSync(join(found, file), "utf8"), { ontology: builtInOntology });
  expect(new Set(ofKind(records, "entity").map(({ entity }) => entity.id)).size).toBe(nodes);
  expect(linkLines(records).filter((line) => line !== "")).toHaveLength(edges);
});
