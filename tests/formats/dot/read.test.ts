import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { dotFormat } from "../../../src/formats/dot/dot-format.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const dot = (text: string) => readAll(dotFormat, text, { ontology: builtInOntology });
const links = async (text: string) => linkLines(await dot(text)).filter((line) => line !== "");
const names = async (text: string) => ofKind(await dot(text), "entity").map(({ entity }) => [entity.id, entity.name]);

test("nodes with their labels and attributes, numbers and truths where nothing is in quotes", async () => {
  const records = await dot(`digraph {
  a [label="Ada\\nLovelace", born=1815, code="007", alive=false, pos="1.5,-2!", color=red];
  a -> b [label=owns weight=2]
}`);
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.name])).toEqual([
    ["a", "Ada Lovelace"],
    ["b", "b"],
  ]);
  const said = ofKind(records, "claim").map(({ claim }) => (claim.kind === "attribute" ? claim.value : claim.attributes));
  expect(said).toEqual([1815, "007", false, [["weight", 2]]]);
  expect(ofKind(records, "chart")[0]?.chart.nodes).toEqual([{ entity: "a", x: 1.5, y: -2, pinned: false }]);
  expect(problemLines(records)).toEqual(["line 2: left-out, dropped"]);
  expect(ofKind(records, "claim").at(-1)?.claim.citation).toEqual({ kind: "row", row: 3 });
});

test("edges of a graph have no direction, nor those of a digraph that are drawn without one; back is the other way", async () => {
  expect(await links("graph { a -- b }")).toEqual(["a related-to b"]);
  expect(await links("digraph { a -> b [dir=none] a -> c [dir=back] }")).toEqual(["a related-to b", "c linked-to a"]);
});

test("an edge statement runs through several nodes and groups", async () => {
  expect(await links("digraph { a -> b -> {c d} -> e [label=pays] }")).toEqual([
    "a pays b",
    "b pays c",
    "b pays d",
    "c pays e",
    "d pays e",
  ]);
  expect(await links("digraph { subgraph s {a b} subgraph s {} -> c }")).toEqual(["a linked-to c", "b linked-to c"]);
});

test("a port is kept, a point of the compass is not", async () => {
  const [record] = ofKind(await dot("digraph { a:p1:ne -> b:sw; }"), "claim");
  expect(record?.claim).toMatchObject({ attributes: [["tailport", "p1"]] });
});

test("clusters, and subgraphs with a name and a label, are groups; others only arrange", async () => {
  const records = await dot(`digraph {
  subgraph cluster_board { label="The board"; region="North"; a; subgraph cluster_inner { b } }
  subgraph staff { label=Staff; c }
  subgraph { rank=same; a; c }
  a [label=Ada]
}`);
  expect(linkLines(records).filter((line) => line !== "")).toEqual([
    "b part-of cluster_inner",
    "cluster_inner part-of cluster_board",
    "a part-of cluster_board",
    "c part-of staff",
  ]);
  const found = new Map(ofKind(records, "entity").map(({ entity }) => [entity.id as string, entity.name]));
  expect([...found]).toEqual([
    ["cluster_inner", "cluster_inner"],
    ["cluster_board", "The board"],
    ["staff", "Staff"],
    ["a", "Ada"],
    ["b", "b"],
    ["c", "c"],
  ]);
});

test("defaults hold for what comes after them, within their subgraph", async () => {
  const records = await dot("digraph { a; { node [role=boss] edge [label=pays] b -> c } d -> e }");
  const roles = ofKind(records, "claim").flatMap(({ claim }) => (claim.kind === "attribute" ? claim.subject : []));
  expect(roles).toEqual(["b", "c"]);
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["b pays c", "d linked-to e"]);
});

test("a strict graph has one edge between two nodes, and the second is told", async () => {
  const records = await dot("strict graph { a -- b; b -- a; a -- c }");
  expect(linkLines(records)).toEqual(["a related-to b", "a related-to c"]);
  expect(problemLines(records)).toEqual(["line 1: repeated-edge, merged"]);
});

test("comments, joined texts, continued lines, HTML and keywords in any case", async () => {
  const text = `# made by hand
/* a
comment */ DiGraph "the case" { // another
  "a" + "b" [label=<<b>Ada</b> &amp; <i>Bob</i><br/>of &#76;ondon>]; "long \\
name"; Node [shape=box]
  x [label="\\N!"]
}`;
  expect(await names(text)).toEqual([
    ["ab", "Ada & Bob of London"],
    ["x", "x!"],
    ["long name", "long name"],
  ]);
});

test("keys of Object.prototype are nodes, attributes and groups like any", async () => {
  const records = await dot("digraph { subgraph cluster_a { __proto__ [constructor=toString] } __proto__ -> valueOf }");
  expect(linkLines(records)).toEqual(["", "__proto__ part-of cluster_a", "__proto__ linked-to valueOf"]);
});

test.each([
  ["digraph { a -> }", 'file.dot: wanted a node, an edge or a subgraph, got "}" in line 1'],
  ["digraph {\n a [b=\n] }", 'file.dot: wanted a value, got "]" in line 3'],
  ["digraph { a", "file.dot: wanted a } for each {, got the end of the file"],
  [
    'digraph {\n a [label="never closed }',
    "file.dot: wanted a text or comment that is closed, got the end of the file after line 2",
  ],
  ["digraph { /* never", "file.dot: wanted a text or comment that is closed, got the end of the file after line 1"],
  ["digraph { a & b }", 'file.dot: wanted a word or a mark of DOT, got "&" in line 1'],
  ["grap { }", 'file.dot: wanted graph or digraph, a name and a {, got "grap" in line 1'],
  ["digraph {} digraph", "file.dot: wanted a graph or digraph { … }, got the end of the file"],
  [`digraph {${"{".repeat(70)}`, "file.dot: wanted at most 64 subgraphs within one another, got more in line 1"],
  [`digraph {${"a->".repeat(100_001)}a}`, "file.dot: wanted at most 100000 ends of one edge, got more in line 1"],
  [
    `digraph {{${Array.from({ length: 330 }, (_, at) => `a${at}`).join(" ")}} -> {${Array.from({ length: 330 }, (_, at) => `b${at}`).join(" ")}}}`,
    "file.dot: wanted at most 100000 edges between groups, got more in line 1",
  ],
])("what is no DOT, or has no measure, is refused with its line: %.30s", async (text, message) => {
  await expect(dot(text)).rejects.toThrow(message);
});
