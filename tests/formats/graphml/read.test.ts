import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { graphmlFormat } from "../../../src/formats/graphml/graphml-format.ts";
import { corpusFolder } from "../corpus.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const graphml = (inside: string, keys = "", edgedefault = "directed") =>
  readAll(
    graphmlFormat,
    `<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">${keys}<graph edgedefault="${edgedefault}">${inside}</graph></graphml>`,
    { ontology: builtInOntology },
  );

test("keys by name and type, with defaults; one that is not declared stays text", async () => {
  const keys = `<key id="d0" for="node" attr.name="age" attr.type="int"/><key id="d1" for="node" attr.name="member" attr.type="boolean"><default>true</default></key>`;
  const records = await graphml(`<node id="a"><data key="d0">36</data><data key="d9"> 7 </data></node>`, keys);
  const values = ofKind(records, "claim").map(({ claim }) => (claim.kind === "attribute" ? [claim.property, claim.value] : []));
  expect(values).toEqual([
    ["age", 36],
    ["d9", " 7 "],
    ["member", true],
  ]);
  expect(problemLines(records)).toEqual(["keys: undeclared-attribute"]);
});

test("TinkerPop: labelV is the type, labelE the relation", async () => {
  const keys = ["labelV", "name", "labelE", "weight"]
    .map((key) => `<key id="${key}" attr.name="${key}" attr.type="string"/>`)
    .join("");
  const records = await graphml(
    `<node id="1"><data key="labelV">person</data><data key="name">marko</data></node>
     <edge id="9" source="1" target="3"><data key="labelE">created</data><data key="weight">0.4</data></edge>`,
    keys,
  );
  expect(ofKind(records, "entity")[0]?.entity).toMatchObject({ id: "1", name: "marko", type: "person" });
  expect(linkLines(records)).toEqual(["1 created 3"]);
});

test("yEd: labels and places that are drawn, groups as what their nodes are part of", async () => {
  const records = await graphml(
    `
    <node id="g" yfiles.foldertype="group"><data key="d"><y:GroupNode><y:NodeLabel>The board</y:NodeLabel></y:GroupNode></data>
      <graph id="g:" edgedefault="directed"><node id="g::a"><data key="d"><y:ShapeNode>
        <y:Geometry height="30" width="20" x="10" y="5"/><y:Fill color="#FFCC00"/><y:NodeLabel>Ada</y:NodeLabel></y:ShapeNode></data></node></graph></node>
    <edge id="e" source="g::a" target="b"><data key="e"><y:PolyLineEdge><y:EdgeLabel>owns</y:EdgeLabel></y:PolyLineEdge></data></edge>`,
    `<key for="node" id="d" yfiles.type="nodegraphics"/><key for="edge" id="e" yfiles.type="edgegraphics"/>`,
  );
  expect(ofKind(records, "entity").map(({ entity }) => entity.name)).toEqual(["Ada", "The board"]);
  expect(linkLines(records)).toEqual(["g::a part-of g", "g::a owns b"]);
  expect(ofKind(records, "chart")[0]?.chart.nodes).toEqual([{ entity: "g::a", x: 20, y: -20, pinned: false }]);
  expect(problemLines(records)).toEqual(["line 4: left-out, dropped"]);
});

test("Gephi: x and y are a place, r, g, b and size are left out", async () => {
  const keys = ["r", "g", "b", "size", "x", "y"]
    .map((key) => `<key id="${key}" for="node" attr.name="${key}" attr.type="float"/>`)
    .join("");
  const data = [
    ["r", 1],
    ["g", 2],
    ["b", 3],
    ["size", 4],
    ["x", 5],
    ["y", 6],
  ]
    .map(([key, value]) => `<data key="${key}">${value}</data>`)
    .join("");
  const records = await graphml(`<node id="a">${data}</node>`, keys);
  expect(ofKind(records, "claim")).toEqual([]);
  expect(ofKind(records, "chart")[0]?.chart.nodes[0]).toMatchObject({ x: 5, y: 6 });
  expect(problemLines(records)).toEqual(["line 1: left-out, dropped"]);
});

test("edges have the way of their graph unless they say another; hyperedges are dropped with a problem", async () => {
  const records = await graphml(
    `<edge source="a" target="b"/><edge source="a" target="b" directed="true"/><hyperedge><endpoint node="a"/></hyperedge>`,
    "",
    "undirected",
  );
  expect(linkLines(records)).toEqual(["a related-to b", "a linked-to b"]);
  expect(problemLines(records)).toEqual(["line 1: left-out, dropped"]);
});

test("a file without a graph is refused", async () => {
  await expect(readAll(graphmlFormat, "<graphml></graphml>")).rejects.toThrow("wanted a graph in the GraphML file, got none");
});

const files = [
  ["graphml-tinkerpop", "grateful-dead.xml", 808, 8049],
  ["graphml-airroutes", "air-routes-small.graphml", 47, 1390],
  ["graphml-yed", "yed_created_edges_deeper.graphml", 7, 8],
] as const;

test.each(files)("of %s, %s has its nodes and edges, those to their groups among them", async (folder, file, nodes, edges) => {
  const found = corpusFolder(folder);
  if (found === null) return console.log(`GraphML: ${file} is not on this machine (CLEW_CORPUS): not read`);
  const records = await readAll(graphmlFormat, readFileSync(join(found, file), "utf8"), { ontology: builtInOntology });
  expect(ofKind(records, "entity")).toHaveLength(nodes);
  const lines = linkLines(records).filter((line) => line !== "");
  expect(lines).toHaveLength(edges);
  if (folder === "graphml-yed") expect(lines.filter((line) => line.includes(" part-of "))).toHaveLength(4);
});
