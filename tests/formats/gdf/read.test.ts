import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { gdfFormat } from "../../../src/formats/gdf/gdf-format.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const gdf = (text: string) => readAll(gdfFormat, text, { ontology: builtInOntology });

test("nodes and edges by their columns; quotes of both kinds; a place is a chart, what is drawn is left out", async () => {
  const records = await gdf(`nodedef>name VARCHAR,label VARCHAR,born INT,x DOUBLE,y DOUBLE,color VARCHAR
a,'Ada, Countess',1815,1,2,'255,0,0'
b,"Bar ""B"" \\\\ Co",,,,
edgedef>node1 VARCHAR,node2 VARCHAR,weight DOUBLE,directed BOOLEAN,label VARCHAR
a,b,2.5,true,owns
b,a,1,false,`);
  expect(ofKind(records, "entity").map(({ entity }) => entity.name)).toEqual(["Ada, Countess", 'Bar "B" \\ Co']);
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["a owns b", "b related-to a"]);
  expect(ofKind(records, "claim").map(({ claim }) => (claim.kind === "link" ? claim.attributes : claim.value))).toEqual([
    1815,
    [["weight", 2.5]],
    [["weight", 1]],
  ]);
  expect(ofKind(records, "chart")[0]?.chart.nodes).toEqual([{ entity: "a", x: 1, y: 2, pinned: false }]);
  expect(problemLines(records)).toEqual(["line 1: left-out, dropped"]);
});

test("rows with too many cells are dropped, with too few kept, each with a problem", async () => {
  const records = await gdf("nodedef>name VARCHAR,label VARCHAR\na\nb,B,c\n");
  expect(problemLines(records)).toEqual(["line 2: ragged-row, repaired", "line 3: ragged-row, dropped"]);
  expect(ofKind(records, "entity")).toHaveLength(1);
});

test.each([
  ["a,b", "wanted nodedef> first, got another line 1"],
  ["nodedef>label VARCHAR", "wanted the column name in line 1, got none"],
  ["nodedef>name VARCHAR\nedgedef>node1 VARCHAR", "wanted the column node2 in line 2, got none"],
])("%j is refused", async (text, message) => {
  await expect(gdf(text)).rejects.toThrow(message);
});
