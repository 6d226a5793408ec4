import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { cytoscapeFormat } from "../../../src/formats/cytoscape/cytoscape-format.ts";
import { countsOf, readCorpus } from "../corpus-counts.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const read = (value: unknown) => readAll(cytoscapeFormat, JSON.stringify(value), { ontology: builtInOntology });

const nodes = [
  { data: { id: "a", name: "Ada", parent: "g", x: 9, selected: true, SUID: 7, shared_name: "Ada" }, position: { x: 1, y: 2 } },
  { data: { id: "g" }, classes: "group big" },
];
const edges = [{ data: { id: "e", source: "a", target: "g", interaction: "owns", name: "a (owns) g", weight: 1 } }];

test.each([
  ["as Cytoscape.js writes it", { elements: { nodes, edges }, style: [{ selector: "node" }], zoom: 1 }],
  ["as one list under elements", { elements: [...edges, ...nodes] }],
  ["as one list", [...nodes, ...edges]],
  ["as nodes and edges", { nodes, edges }],
])("elements %s", async (_, value) => {
  const records = await read(value);
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.name])).toEqual([
    ["a", "Ada"],
    ["g", "g"],
  ]);
  const lines = linkLines(records).filter((line) => line !== "");
  expect(lines.toSorted()).toEqual(["a owns g (a (owns) g)", "a part-of g"]);
  const said = ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "attribute" ? [[claim.property, claim.value]] : [],
  );
  expect(said).toEqual([
    ["x", 9],
    ["classes", "group big"],
  ]);
  expect(ofKind(records, "chart")[0]?.chart.nodes).toEqual([{ entity: "a", x: 1, y: -2, pinned: false }]);
  expect(problemLines(records)).toEqual("style" in value ? ["style: left-out, dropped"] : []);
});

test("networkx says whether edges have a direction", async () => {
  const records = await read({
    data: [],
    directed: false,
    multigraph: false,
    elements: { nodes, edges: [{ data: { source: "a", target: "g" } }] },
  });
  expect(linkLines(records)).toContain("a related-to g");
  expect(problemLines(records)).toEqual([]);
});

test("what is no element is reported, and so is how things are drawn", async () => {
  const records = await read([{ data: { id: "a" }, style: { width: 1 } }, 7, { id: "b" }, { data: {} }]);
  expect(problemLines(records)).toEqual([
    "[1]: no-element, dropped",
    "[2]: no-element, dropped",
    "[3]: empty-id, dropped",
    "line 1: left-out, dropped",
  ]);
  await expect(read({ data: {} })).rejects.toThrow("wanted elements as Cytoscape writes them, got none");
});

test.each([
  ["6000-elements.json", 161, 5_845, {}],
  ["tokyo-railways.json", 943, 860, {}],
  ["genemania-export.json", 31, 255, {}],
  ["gal.json", 331, 362, {}],
  ["cose-layout.json", 21, 593, {}],
  ["edge-types.json", 23, 18, {}],
] as const)("%s has its nodes and edges", async (file, entities, links, problems) => {
  const records = await readCorpus(cytoscapeFormat, "json-cytoscapejs", file);
  if (records !== null) expect(countsOf(records)).toEqual({ entities, links, problems });
});

test("compound.json has its nodes, its edges, and each node within another", async () => {
  const records = await readCorpus(cytoscapeFormat, "json-cytoscapejs", "compound.json");
  if (records === null) return;
  const within = linkLines(records).filter((line) => line.includes(" part-of "));
  expect(countsOf(records)).toEqual({ entities: 28, links: 35 + within.length, problems: {} });
  expect(within.length).toBeGreaterThan(10);
});
