import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { pajekFormat } from "../../../src/formats/pajek/pajek-format.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const pajek = (text: string) => readAll(pajekFormat, text, { ontology: builtInOntology });
const links = async (text: string) => linkLines(await pajek(text)).filter((line) => line !== "");

test("vertices with labels, places and times; arcs and edges with weights and labels", async () => {
  const records = await pajek(`% of somebody
*Network "The net"
*Vertices 3
1 "Ada Lovelace" 0.1 0.2 0.5 box ic Red [1-3]
2 Bar
*Arcs
1 2 2.5 l "owns" [2]
*Edges
2 3
`);
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.name])).toEqual([
    ["1", "Ada Lovelace"],
    ["2", "Bar"],
    ["3", "3"],
  ]);
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["1 owns 2", "2 related-to 3"]);
  const attributes = ofKind(records, "claim").map(({ claim }) =>
    claim.kind === "link" ? claim.attributes : [claim.property, claim.value],
  );
  expect(attributes).toEqual([
    ["times", "1-3"],
    [
      ["weight", 2.5],
      ["times", "2"],
    ],
    [],
  ]);
  expect(ofKind(records, "chart")[0]?.chart.nodes).toEqual([{ entity: "1", x: 0.1, y: -0.2, pinned: false }]);
  expect(problemLines(records)).toEqual([]);
});

test("several relations: by their sections, or by the number before a row", async () => {
  expect(await links('*Vertices 2\n*Arcs :1 "likes"\n1 2\n*Arcs :2 "knows"\n2 1\n*Arcs\n1: 2 2\n')).toEqual([
    "1 likes 2",
    "2 knows 1",
    "2 likes 2",
  ]);
});

test("lists and matrices", async () => {
  expect(await links("*Vertices 3\n*Arcslist\n1 2 3\n*Edgeslist\n2 3\n")).toEqual([
    "1 linked-to 2",
    "1 linked-to 3",
    "2 related-to 3",
  ]);
  const records = await pajek("*Vertices 2\n*Matrix\n0 1\n0.5 0\n");
  expect(linkLines(records)).toEqual(["1 linked-to 2", "2 linked-to 1"]);
  expect(ofKind(records, "claim")[1]?.claim).toMatchObject({ attributes: [["weight", 0.5]] });
});

test("what is no network is left out with a problem; rows that make no sense are dropped", async () => {
  const records = await pajek("*Vertices 1\nx\n*Partition p\n1\n*Arcs\n1\n");
  expect(problemLines(records)).toEqual([
    "line 2: no-vertex, dropped",
    "line 3: left-out, dropped",
    "line 6: empty-end, dropped",
  ]);
});

test("a number of vertices that nobody can mean is not counted out", async () => {
  expect(problemLines(await pajek("*Vertices 4000000000\n1 a\n"))).toEqual(["*Vertices: left-out, dropped"]);
  await expect(pajek("*Vertices many\n")).rejects.toThrow('wanted a number of vertices, got "many" in line 1');
  await expect(pajek("*Network x\n")).rejects.toThrow("wanted *Vertices, got none");
});
