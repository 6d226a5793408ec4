import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { ftmFormat } from "../../../src/formats/ftm/ftm-format.ts";
import { corpusFolder } from "../corpus.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const lines = (...entities: readonly object[]) => entities.map((each) => `${JSON.stringify(each)}\n`).join("");
const ftm = (...entities: readonly object[]) => readAll(ftmFormat, lines(...entities), { ontology: builtInOntology });
const linkClaims = (records: Awaited<ReturnType<typeof ftm>>) =>
  ofKind(records, "claim").flatMap(({ claim }) => (claim.kind === "link" ? [claim] : []));
const values = (records: Awaited<ReturnType<typeof ftm>>) =>
  ofKind(records, "claim").flatMap(({ claim }) => (claim.kind === "attribute" ? [`${claim.property}: ${claim.value}`] : []));

const ada = { id: "a", schema: "Person", properties: { name: ["Ada", "Аda"], alias: ["Countess"], nationality: ["gb", "fr"] } };
const bank = { id: "b", schema: "Company", properties: { name: ["Bank"] } };

test("names are the entity's own, each other value is a claim of its own", async () => {
  const records = await ftm(ada);
  expect(ofKind(records, "entity")[0]?.entity).toMatchObject({
    id: "a",
    type: "person",
    name: "Ada",
    aliases: ["Аda", "Countess"],
  });
  expect(values(records)).toEqual(["nationality: gb", "nationality: fr"]);
});

test("OpenSanctions: the caption is the name; datasets, referents and when it was seen are kept", async () => {
  const seen = { first_seen: "2023-04-20T10:00:00", last_seen: "2024-01-01T00:00:00", datasets: ["eu_fsf", "us_ofac"] };
  const records = await ftm({ ...ada, caption: "Ada Lovelace", referents: ["a", "gb-1"], target: true, ...seen });
  expect(ofKind(records, "entity")[0]?.entity).toMatchObject({ name: "Ada Lovelace", aliases: ["Ada", "Аda", "Countess"] });
  expect(values(records)).toContain("referent: gb-1");
  expect(values(records)).toContain("dataset: us_ofac");
  expect(ofKind(records, "claim")[0]?.claim.said).toBe("2023-04-20");
  expect(problemLines(records)).toEqual([]);
});

test("a link entity is a claim of each document it names, from its start to its end, in what it says", async () => {
  const records = await ftm(ada, bank, {
    id: "d1",
    schema: "Directorship",
    properties: {
      ...{ director: ["a"], organization: ["b"], role: ["chair"], startDate: ["2014-03"], endDate: ["2016"] },
      ...{ sourceUrl: ["https://x.org/1", "https://x.org/2"], publisher: ["Registry"], retrievedAt: ["2020-01-02T00:00:00"] },
    },
  });
  expect(linkLines(records)).toContain("a leads b (chair)");
  expect(linkClaims(records)).toMatchObject([
    { source: "https://x.org/1", during: "2014-03/2016", attributes: [["id", "d1"]] },
    { source: "https://x.org/2", during: "2014-03/2016", attributes: [["id", "d1"]] },
  ]);
  expect(ofKind(records, "source")[0]?.source).toMatchObject({ publisher: "Registry", retrieved: "2020-01-02" });
});

test("a payment to two is two claims, on its day, with its amount as a number", async () => {
  const records = await ftm({
    ...{ id: "p", schema: "Payment" },
    properties: { payer: ["a"], beneficiary: ["b", "c"], amountEur: ["5000.5"], date: ["2011-12-29"] },
  });
  expect(linkLines(records)).toEqual(["a paid b (5000.5 EUR)", "a paid c (5000.5 EUR)"]);
  expect(linkClaims(records)[0]).toMatchObject({
    during: "2011-12-29",
    attributes: [
      ["id", "p"],
      ["amountEur", 5000.5],
    ],
  });
});

test("who sanctioned is an entity of that name; from a start on, without an end that is known", async () => {
  const sanction = { entity: ["a"], authority: ["OFAC"], program: ["SDGT"], startDate: ["2022-04-06"] };
  const records = await ftm(ada, { id: "s", schema: "Sanction", properties: sanction, datasets: ["us_ofac_sdn"] });
  expect(linkLines(records)).toContain("authority:OFAC sanctioned a (SDGT)");
  expect(linkClaims(records)[0]).toMatchObject({ during: "2022-04-06/", source: "dataset:us_ofac_sdn" });
  expect(ofKind(records, "entity")[1]?.entity).toMatchObject({ type: "public-body", name: "OFAC" });
});

test("a reference is a link; entities that stand within others are read with them", async () => {
  const records = await ftm({
    ...ada,
    properties: { ...ada.properties, addressEntity: [{ id: "x", schema: "Address", properties: { full: ["1 Main St"] } }] },
  });
  expect(linkLines(records)).toContain("a addressEntity x");
  expect(ofKind(records, "entity").map(({ entity }) => `${entity.id} ${entity.type} ${entity.name}`)).toEqual([
    "x Address 1 Main St",
    "a person Ada",
  ]);
  expect(ofKind(records, "type")[0]?.type).toMatchObject({ id: "Address", parent: "place", plural: "Addresses", ftm: "Address" });
});

test("a link without one of its ends is kept as an entity; an unknown schema is a type of its own", async () => {
  const records = await ftm(
    { id: "o", schema: "Ownership", properties: { owner: ["a"], percentage: ["50"] } },
    { id: "u", schema: "Starship", properties: { name: ["Heart of Gold"] } },
  );
  expect(problemLines(records)).toEqual(["line 1: empty-end"]);
  expect(linkLines(records)).toContain("o owner a");
  expect(ofKind(records, "entity").map(({ entity }) => entity.type)).toEqual(["Ownership", "Starship"]);
});

test("an id again in the same words is one, in other words both are kept; a bad line is a problem beside the rest", async () => {
  const text = `${lines(bank, bank, { ...bank, properties: { country: ["de"] } })}{"id":"c"\n[1]\n${lines(ada)}`;
  const records = await readAll(ftmFormat, text, { ontology: builtInOntology });
  expect(problemLines(records)).toEqual([
    "line 2: repeated-id, merged",
    "line 3: repeated-id, merged",
    "line 4: not-json, dropped",
    "line 5: not-json, dropped",
  ]);
  expect(ofKind(records, "entity").map(({ entity }) => entity.id)).toEqual(["b", "b", "a"]);
});

test("a list of entities, and an answer of Aleph, are read like lines", async () => {
  for (const text of [JSON.stringify([ada, bank], null, 2), JSON.stringify({ status: "ok", results: [ada, bank], total: 2 })]) {
    expect(ftmFormat.reader?.recognizes(text.slice(0, 4096))).toBe(true);
    const records = await readAll(ftmFormat, text, { ontology: builtInOntology });
    expect(ofKind(records, "entity").map(({ entity }) => entity.id)).toEqual(["a", "b"]);
  }
});

test("a file without entities is refused", async () => {
  await expect(readAll(ftmFormat, '{"schemata":{}}\n')).rejects.toThrow("wanted entities of FollowTheMoney, got none");
});

const files = [
  ["ftm-yente", "parteispenden.entities.ftm.json", 185, { paid: 291, addressEntity: 103 }],
  ["ftm-nomenklatura", "donations.ijson", 184, { paid: 290, addressEntity: 103 }],
  ["ftm-aleph", "samples.ijson", 21, { parent: 8, ancestors: 9, document: 2, emitters: 1, recipients: 1 }],
] as const;

test.each(files)("of %s, %s has its entities and links", async (folder, file, entities, links) => {
  const found = corpusFolder(folder);
  if (found === null) return console.log(`FollowTheMoney: ${file} is not on this machine (CLEW_CORPUS): not read`);
  const text = readFileSync(join(found, file), "utf8");
  expect(ftmFormat.reader?.recognizes(text.slice(0, 4096))).toBe(true);
  const records = await readAll(ftmFormat, text, { ontology: builtInOntology, size: 65_536 });
  expect(new Set(ofKind(records, "entity").map(({ entity }) => entity.id)).size).toBe(entities);
  const counts = Object.groupBy(linkClaims(records), ({ relation }) => relation);
  expect(Object.fromEntries(Object.entries(counts).map(([relation, some]) => [relation, some?.length]))).toEqual(links);
  expect(problemLines(records)).toEqual([]);
});
