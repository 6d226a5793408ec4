import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { nodeLinkFormat } from "../../../src/formats/node-link/node-link-format.ts";
import { countsOf, readCorpus } from "../corpus-counts.ts";
import { attributesOf, linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const read = (value: unknown) =>
  readAll(nodeLinkFormat, typeof value === "string" ? value : JSON.stringify(value), { ontology: builtInOntology });
const links = async (value: unknown) => linkLines(await read(value)).filter((line) => line !== "");

test("networkx: direction, ids that are numbers or tuples, parallel edges with keys of their own", async () => {
  const records = await read({
    directed: false,
    multigraph: true,
    graph: { name: "g" },
    nodes: [
      { id: 1, label: "One" },
      { id: [2, "b"], kind: "person", tags: ["x", "y"], nested: { a: 1 }, none: null },
    ],
    links: [
      { source: 1, target: [2, "b"], key: 0, relation: "knows", weight: 2 },
      { source: 1, target: [2, "b"], key: 1 },
    ],
  });
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.name, entity.type])).toEqual([
    ["1", "One", "thing"],
    ['[2,"b"]', '[2,"b"]', "person"],
  ]);
  expect(linkLines(records).filter((line) => line !== "")).toEqual(['1 knows [2,"b"]', '1 related-to [2,"b"]']);
  expect(ofKind(records, "claim").flatMap(attributesOf)).toEqual([["weight", 2]]);
  const said = ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "attribute" ? [[claim.property, claim.value]] : [],
  );
  expect(said).toEqual([
    ["tags", "x"],
    ["tags", "y"],
    ["nested", '{"a":1}'],
  ]);
  expect(problemLines(records)).toEqual([]);
  expect(ofKind(records, "claim").at(-1)?.claim.citation).toEqual({ kind: "row", row: 1 });
});

test("d3: ends are places in the list where nodes have no id, or ids that are no numbers, or the nodes themselves", async () => {
  const nodes = [{ name: "Myriel", group: 1 }, { name: "Napoleon" }];
  const records = await read({ nodes, links: [{ source: 1, target: 0, value: 1 }] });
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.name])).toEqual([
    ["0", "Myriel"],
    ["1", "Napoleon"],
  ]);
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["1 linked-to 0"]);
  expect(await links({ nodes: [{ id: "a" }, { id: "b" }], links: [{ source: 0, target: 1 }] })).toEqual(["a linked-to b"]);
  expect(await links({ nodes: [{ id: 1 }, { id: 2 }], links: [{ source: 1, target: 2 }] })).toEqual(["1 linked-to 2"]);
  const drawn = { source: { id: "a", x: 1 }, target: { id: "b", x: 2 } };
  expect(await links({ nodes: [{ id: "a" }, { id: "b" }], links: [drawn] })).toEqual(["a linked-to b"]);
});

test("the sigma demo: keys, places, edges that are pairs; lists beside them are left out, and said to be", async () => {
  const records = await read({
    nodes: [{ key: "a", label: "A", x: 1, y: -2, size: 3, color: "#ff0000", tag: "Tool" }, { key: "b" }],
    edges: [
      ["a", "b"],
      ["b", "a", { weight: 2 }],
    ],
    clusters: [{ key: "0" }],
  });
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["a linked-to b", "b linked-to a"]);
  expect(ofKind(records, "chart")[0]?.chart.nodes).toEqual([{ entity: "a", x: 1, y: -2, pinned: false }]);
  expect(problemLines(records)).toEqual(["line 1: left-out, dropped", "clusters: left-out, dropped"]);
});

test("an edge says its own direction, and each address that it names is a source", async () => {
  const records = await read({
    nodes: [],
    edges: [{ from: "a", to: "b", directed: false, label: "met", urls: ["https://a.example/1", "https://b.example/2"] }],
  });
  expect(linkLines(records)).toEqual(["a met b", "a met b"]);
  expect(ofKind(records, "source").map(({ source }) => source.url)).toEqual(["https://a.example/1", "https://b.example/2"]);
  expect(ofKind(records, "relation").map(({ relation }) => [relation.id, relation.symmetric])).toEqual([["met", true]]);
});

test("what comes too late or is no edge is reported", async () => {
  const late = await read('{"links":[{"source":"a","target":"b"}],"directed":false,"nodes":[]}');
  expect(problemLines(late)).toEqual(["line 1: late-direction, repaired"]);
  const odd = await read(
    '{"nodes":["a",{"id":"b","id":"c"}],"links":[3,{"source":"a"},{"source":"a","target":"c","id":"__proto__"}]}',
  );
  expect(ofKind(odd, "entity").map(({ entity }) => entity.id)).toEqual(["a", "c"]);
  expect(problemLines(odd)).toEqual(["nodes[1]: repeated-key", "links[0]: no-edge, dropped", "links[1]: empty-end, dropped"]);
});

test("what graphology keeps in attributes is read, too", async () => {
  const records = await read({
    nodes: [{ key: "a", attributes: { label: "A" } }],
    links: [{ source: "a", target: "b", attributes: { label: "owns" } }],
  });
  expect(ofKind(records, "entity").map(({ entity }) => entity.name)).toEqual(["A"]);
  expect(linkLines(records)).toEqual(["a owns b"]);
});

test("ids of more digits than a number holds stay apart", async () => {
  const text =
    '{"nodes":[{"id":12345678901234567890},{"id":12345678901234567891}],"links":[{"source":12345678901234567890,"target":12345678901234567891}]}';
  expect(await links(text)).toEqual(["12345678901234567890 linked-to 12345678901234567891"]);
});

test.each([
  ['{"a":[1]}', "file.json: wanted JSON with nodes and links (or a kind of JSON that Clew knows), got neither"],
  ["[1,2]", "file.json: wanted JSON with nodes and links (or a kind of JSON that Clew knows), got neither"],
  ['{"nodes":[{"id":1}', "file.json: wanted the end of what begins in line 1, got the end of the file in line 1"],
])("%j is refused", async (text, message) => {
  await expect(read(text)).rejects.toThrow(message);
});

test("the map of tools of the sigma demo has its nodes and edges", async () => {
  const records = await readCorpus(nodeLinkFormat, "json-sigma", "dataset.json");
  if (records === null) return;
  expect(countsOf(records)).toEqual({ entities: 2_085, links: 5_409, problems: { "left-out": 2 } });
  expect(ofKind(records, "chart")[0]?.chart.nodes).toHaveLength(2_085);
});
