import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { ftmStatementsFormat } from "../../../src/formats/ftm-statements/ftm-statements-format.ts";
import { detectFormat } from "../../../src/formats/list.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const header =
  "id,entity_id,canonical_id,prop,prop_type,schema,value,dataset,lang,original_value,external,first_seen,last_seen,origin";
const statements = (...rows: readonly string[]) =>
  readAll(ftmStatementsFormat, [header, ...rows].join("\n"), { ontology: builtInOntology });
const claims = (records: Awaited<ReturnType<typeof statements>>) => ofKind(records, "claim").map(({ claim }) => claim);

test("statements are told by their columns, in any order, before other tables", () => {
  expect(detectFormat("statements.csv", `${header}\n`).id).toBe("ftm-statements");
  expect(detectFormat("a.csv", '\uFEFF"canonical_id","schema","value","prop","dataset"\r\n').id).toBe("ftm-statements");
});

test("each statement is a claim of its dataset, said when it was first seen; the canonical id joins", async () => {
  const records = await statements(
    "1,eu-1,Q1,name,name,LegalEntity,Ann Lee,eu_fsf,eng,ANN LEE,f,2022-03-01T00:00:00,2024-01-01,list",
    "2,us-1,Q1,name,name,Person,Ann B. Lee,us_ofac,,,f,2023-05-06,,",
    "3,us-1,Q1,birthDate,date,Person,1980-01-02,us_ofac,,,t,2023-05-06,,",
    "4,us-1,Q1,addressEntity,entity,Person,addr-1,us_ofac,,,f,2023-05-06,,",
  );
  expect(ofKind(records, "entity").map(({ entity }) => entity)).toMatchObject([
    { id: "Q1", type: "person", name: "Ann Lee", aliases: ["Ann B. Lee"] },
  ]);
  expect(claims(records)).toMatchObject([
    {
      property: "name",
      source: "dataset:eu_fsf",
      said: "2022-03-01",
      note: 'list; in eng; written "ANN LEE"; of eu-1; last seen 2024-01-01',
    },
    { property: "name", source: "dataset:us_ofac", said: "2023-05-06", note: "of us-1" },
    { property: "birthDate", value: "1980-01-02", note: "of us-1; from outside the dataset, perhaps of another" },
    { relation: "addressEntity", object: "addr-1", source: "dataset:us_ofac" },
  ]);
});

test("a link is a claim of each dataset that speaks of it, with that one's dates; an end may stand in another", async () => {
  const own = (row: string, dataset: string) => `1,o,o,${row},${dataset},,,f,2022-03-01,2024-02-02,`;
  const records = await statements(
    own("owner,entity,Ownership,a", "x"),
    own("asset,entity,Ownership,b", "x"),
    own("startDate,date,Ownership,2014", "x"),
    own("owner,entity,Ownership,a", "y"),
    own("percentage,string,Ownership,50", "y"),
  );
  expect(linkLines(records)).toEqual(["a owns b", "a owns b (50 %)"]);
  expect(claims(records)).toMatchObject([
    {
      source: "dataset:x",
      during: "2014/",
      attributes: [
        ["id", "o"],
        ["last_seen", "2024-02-02"],
      ],
    },
    {
      source: "dataset:y",
      during: null,
      attributes: [
        ["id", "o"],
        ["percentage", "50"],
        ["last_seen", "2024-02-02"],
      ],
    },
  ]);
});

test("a link whose statements stand apart waits for its other end; one that never gets it is kept as an entity", async () => {
  const records = await statements(
    "1,o,o,owner,entity,Ownership,a,x,,,f,,,",
    "2,p,p,owner,entity,Ownership,a,x,,,f,,,",
    "3,o,o,asset,entity,Ownership,b,x,,,f,,,",
  );
  expect(linkLines(records)).toEqual(["a owns b", "p owner a"]);
  expect(problemLines(records)).toEqual(["row 3: empty-end"]);
});

test("a row that says nothing, or has too many cells, is dropped with its number; other columns are refused", async () => {
  const records = await statements("1,a,a,name,name,Person,,x,,,f,,,", "2,a", "3,a,a,name,name,Person,Ann,x,,,f,,,");
  expect(problemLines(records)).toEqual(["row 2: empty-cell, dropped", "row 3: ragged-row, dropped"]);
  expect(ofKind(records, "entity")).toHaveLength(1);
  await expect(readAll(ftmStatementsFormat, "a,b\n1,2\n")).rejects.toThrow("wanted columns of statements");
});
