import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import type { LinkClaim } from "../../../src/claims/claim.ts";
import { bodsFormat } from "../../../src/formats/bods/bods-format.ts";
import type { ReadRecord } from "../../../src/formats/format.ts";
import { corpusFolder } from "../corpus.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const read = (text: string) => readAll(bodsFormat, text, { ontology: builtInOntology });
const bods = (...statements: readonly object[]) => read(JSON.stringify(statements));
const links = (records: readonly ReadRecord[]): LinkClaim[] =>
  ofKind(records, "claim").flatMap(({ claim }) => (claim.kind === "link" ? [claim] : []));
const values = (records: readonly ReadRecord[]) =>
  ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "attribute" ? [`${claim.property}: ${claim.value}${claim.during === null ? "" : `, ${claim.during}`}`] : [],
  );

const publicationDetails = { publicationDate: "2019-09-11", bodsVersion: "0.4", publisher: { name: "Registry" } };
let statements = 0;
const statement = (recordId: string, recordType: string, recordDetails: object, date: string, recordStatus = "new") => {
  statements++;
  return {
    statementId: `s${statements}`,
    statementDate: date,
    recordId,
    recordType,
    recordStatus,
    recordDetails,
    publicationDetails,
  };
};
const company = statement("e", "entity", { entityType: { type: "registeredEntity" }, name: "Fermcat" }, "2019-09-11T10:00:00Z");
const owned = (share: object, endDate?: string) => ({
  subject: "e",
  interestedParty: "p",
  interests: [{ type: "shareholding", startDate: "2019-01-01", endDate, share }],
});

test("statements of one record are one thing; a value that is said no more ends when it was left out", async () => {
  const [before, after] = [
    { names: [{ fullName: "Ann Lee" }], nationalities: [{ name: "Ireland", code: "IE" }, { name: "Iraq" }] },
    { names: [{ fullName: "Ann Ray" }], nationalities: [{ name: "Ireland", code: "IE" }] },
  ];
  const records = await bods(
    statement("p", "person", before, "2019-01-01"),
    statement("p", "person", after, "2020-02-02", "updated"),
  );
  expect(ofKind(records, "entity").map(({ entity }) => entity)).toMatchObject([
    { id: "p", type: "person", name: "Ann Ray", aliases: ["Ann Lee"] },
  ]);
  expect(values(records)).toEqual(["nationality: Iraq, /2020-02-02", "nationality: Ireland, IE"]);
});

test("an interest is a claim of its share and dates; superseded and closed statements end in time", async () => {
  const records = await bods(
    company,
    statement("r", "relationship", owned({ minimum: 25, exclusiveMaximum: 50 }), "2019-09-11"),
    statement("r", "relationship", owned({ exact: 60 }), "2020-09-11", "updated"),
    statement("r", "relationship", owned({ exact: 60 }, "2021-04-03"), "2021-09-11", "closed"),
    statement("q", "relationship", owned({ exact: 40 }), "2021-09-11"),
  );
  expect(links(records).map(({ during, said, attributes }) => [during, said, attributes.slice(2)])).toEqual([
    [
      "2019-01-01/2020-09-11",
      "2019-09-11",
      [
        ["shareMinimum", 25],
        ["shareBelow", 50],
      ],
    ],
    ["2019-01-01/2021-09-11", "2020-09-11", [["share", 60]]],
    ["2019-01-01/2021-04-03", "2021-09-11", [["share", 60]]],
    ["2019-01-01/", "2021-09-11", [["share", 40]]],
  ]);
  expect(linkLines(records)).toEqual(
    expect.arrayContaining(["p owns e (shareholding, at least 25 and below 50 %)", "p owns e (shareholding, 60 %)"]),
  );
  expect(ofKind(records, "source").map(({ source }) => source.id)).toEqual(["publisher:Registry"]);
});

test("a party that is not named is an entity that says why not; interests without a type are kept", async () => {
  const unnamed = { reason: "subjectExemptFromDisclosure", description: "Listed" };
  const records = await bods(
    company,
    statement("r", "relationship", { subject: "e", interestedParty: unnamed, interests: [{}] }, "2019"),
  );
  expect(linkLines(records)).toContain("unspecified:r has-interest-in e");
  expect(ofKind(records, "entity")[1]?.entity).toMatchObject({
    name: "Not named: subject exempt from disclosure",
    description: "Listed",
  });
});

test("before 0.4: things are known by statements, those that take another's place stand for the same", async () => {
  const entity = { statementID: "s-e1", statementType: "entityStatement", entityType: "registeredEntity", name: "Old Ltd" };
  const person = {
    statementID: "s-p",
    statementType: "personStatement",
    personType: "knownPerson",
    names: [{ fullName: "Ann" }],
  };
  const control = {
    ...{ statementID: "s-c", statementType: "ownershipOrControlStatement", statementDate: "2018-01-02" },
    ...{ subject: { describedByEntityStatement: "s-e2" }, interestedParty: { describedByPersonStatement: "s-p" } },
    interests: [{ type: "voting-rights", interestLevel: "direct", share: { minimum: 50, exclusiveMinimum: true } }],
    source: { type: ["officialRegister"], url: "https://x.org/1", assertedBy: [{ name: "Old Ltd" }] },
  };
  const text = JSON.stringify(
    [entity, { ...entity, statementID: "s-e2", name: "New Ltd", replacesStatements: ["s-e1"] }, person, control],
    null,
    1,
  );
  expect(bodsFormat.reader?.recognizes(text)).toBe(true);
  const records = await read(text);
  expect(ofKind(records, "entity").map(({ entity: each }) => each.name)).toEqual(["New Ltd", "Ann"]);
  expect(linkLines(records)).toContain("s-p controls s-e1 (voting rights, above 50 %)");
  expect(links(records)[0]).toMatchObject({
    source: "https://x.org/1",
    attributes: expect.arrayContaining([
      ["source", "official register, asserted by Old Ltd"],
      ["shareAbove", 50],
    ]),
  });
});

test("statements come one a line, too; one that comes again is one, what is none is a problem", async () => {
  const line = JSON.stringify(company);
  const records = await read(`${line}\n${line}\n{"a":1}\n`);
  expect(problemLines(records)).toEqual(["line 2: repeated-id, merged", "line 3: not-a-statement, dropped"]);
  await expect(read('{"a":1}')).rejects.toThrow("wanted statements of beneficial ownership, got none");
});

test("fermcat: 23 statements give 4 things and three relationships over time", async () => {
  const found = corpusFolder("bods-standard");
  if (found === null) return console.log("BODS: fermcat.json is not on this machine (CLEW_CORPUS): not read");
  const records = await read(readFileSync(join(found, "fermcat.json"), "utf8"));
  expect(ofKind(records, "entity")).toHaveLength(4);
  const told = links(records).map(({ attributes }) => new Map(attributes).get("recordId"));
  expect(new Set(told).size).toBe(3);
  expect(links(records)).toHaveLength(17);
  expect(problemLines(records)).toEqual([]);
});

test("every file of the standard's examples is read without a problem", async () => {
  const found = corpusFolder("bods-standard");
  if (found === null) return console.log("BODS: the examples are not on this machine (CLEW_CORPUS): not read");
  for (const file of readdirSync(found).filter((name) => name.endsWith(".json"))) {
    const text = readFileSync(join(found, file), "utf8");
    expect(bodsFormat.reader?.recognizes(text.slice(0, 4096)), file).toBe(true);
    expect(problemLines(await read(text)), file).toEqual([]);
  }
});
