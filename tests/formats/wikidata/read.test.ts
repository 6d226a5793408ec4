import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { wikidataFormat } from "../../../src/formats/wikidata/wikidata-format.ts";
import { countsOf, readCorpus } from "../corpus-counts.ts";
import { attributesOf, linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const read = (value: unknown) =>
  readAll(wikidataFormat, typeof value === "string" ? value : JSON.stringify(value), { ontology: builtInOntology });

const item = (id: string) => ({
  snaktype: "value",
  datavalue: { type: "wikibase-entityid", value: { "entity-type": "item", id } },
});
const text = (value: string) => ({ snaktype: "value", datavalue: { type: "string", value } });
const time = (value: string, precision = 11) => ({
  snaktype: "value",
  datavalue: { type: "time", value: { time: `+${value}T00:00:00Z`, precision } },
});

const spouse = {
  mainsnak: item("Q2"),
  id: "Q1$a",
  rank: "preferred",
  qualifiers: { P580: [time("1983-07-28")], P582: [time("2014-00-00", 9)], P1545: [text("4")] },
  references: [
    { snaks: { P854: [text("https://news.example/a")], P813: [time("2020-01-02")], P1476: [text("The family")] } },
    { snaks: { P248: [item("Q36578")] } },
    { snaks: {} },
  ],
};
const putin = {
  type: "item",
  id: "Q1",
  labels: {
    de: { language: "de", value: "Wladimir" },
    en: { language: "en", value: "Vladimir" },
    fr: { language: "fr", value: "Vladimir" },
  },
  descriptions: { en: { language: "en", value: "a president" } },
  aliases: { en: [{ language: "en", value: "VVP" }] },
  claims: { P31: [{ mainsnak: item("Q5"), rank: "normal" }], P26: [spouse] },
  sitelinks: {},
};

const links = (records: Awaited<ReturnType<typeof read>>) =>
  ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "link"
      ? [[`${claim.subject} ${claim.relation} ${claim.object}`, claim.stance, claim.note, claim.during, claim.source]]
      : [],
  );

test("a statement between items is a claim of each document it refers to, with when it held", async () => {
  const records = await read({ entities: { Q1: putin }, success: 1 });
  expect(links(records)).toEqual([
    ["Q1 instance-of Q5", "asserts", "", null, "the-file"],
    ["Q1 spouse-of Q2", "asserts", "preferred", "1983-07-28/2014", "https://news.example/a"],
    ["Q1 spouse-of Q2", "asserts", "preferred", "1983-07-28/2014", "https://www.wikidata.org/wiki/Q36578"],
  ]);
  const [, married] = ofKind(records, "claim").filter(({ claim }) => claim.kind === "link");
  expect(attributesOf(married!)).toEqual([
    ["property", "P26"],
    ["id", "Q1$a"],
    ["series-ordinal", "4"],
  ]);
  expect(ofKind(records, "source").map(({ source }) => [source.title, source.retrieved])).toEqual([
    ["The family", "2020-01-02"],
    ["wikidata.org/wiki/Q36578", null],
  ]);
  expect(ofKind(records, "relation").map(({ relation }) => [relation.id, relation.symmetric])).toContainEqual([
    "spouse-of",
    true,
  ]);
});

test("labels, aliases and descriptions keep their languages", async () => {
  const records = await read({ entities: { Q1: putin } });
  expect(ofKind(records, "entity").map(({ entity }) => entity)).toMatchObject([
    { id: "Q1", type: "person", name: "Vladimir", aliases: ["Wladimir", "VVP"], description: "a president" },
  ]);
  const said = ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "attribute" ? [[claim.property, claim.value, claim.note]] : [],
  );
  expect(said).toEqual([
    ["label", "Wladimir", "de"],
    ["label", "Vladimir", "en, fr"],
    ["alias", "VVP", "en"],
    ["description", "a president", "en"],
  ]);
  expect(problemLines(records)).toEqual(["entities.Q1: left-out, dropped"]);
});

test("what is deprecated is withdrawn with its reason, what is hedged is alleged, what is not there is said", async () => {
  const claims = {
    P19: [{ mainsnak: item("Q3"), rank: "deprecated", qualifiers: { P2241: [item("Q9")] } }],
    P127: [{ mainsnak: item("Q4"), qualifiers: { P5102: [item("Q32188232")], P585: [time("2001-05-00", 10)] } }],
    P102: [{ mainsnak: { snaktype: "novalue" }, qualifiers: { P580: [time("1991-00-00", 9)] } }],
    P569: [{ mainsnak: time("1952-10-07") }],
    P9999: [{ mainsnak: item("Q8") }],
  };
  const records = await read([{ type: "item", id: "Q1", labels: {}, claims }]);
  expect(links(records)).toEqual([
    ["Q1 born-in Q3", "asserts", "", null, "the-file"],
    ["Q4 owns Q1", "alleges", "", "2001-05", "the-file"],
    ["Q1 P9999 Q8", "asserts", "", null, "the-file"],
  ]);
  const [born] = ofKind(records, "claim");
  expect(ofKind(records, "withdrawn")).toEqual([
    { kind: "withdrawn", claim: born?.claim.id, reason: "deprecated in file.wikidata.json: Q9" },
  ]);
  const said = ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "attribute" ? [[claim.property, claim.value, claim.during]] : [],
  );
  expect(said).toEqual([
    ["member-of", "none", "1991/"],
    ["date-of-birth", "1952-10-07", null],
  ]);
});

test.each([
  ["a dump, an entity a line", `[\n${JSON.stringify(putin)},\n${JSON.stringify({ ...putin, id: "Q2" })}\n]\n`, 2],
  ["lines without a list around them", `${JSON.stringify(putin)},\n${JSON.stringify({ ...putin, id: "Q2" })}\n`, 2],
  ["an answer in one line", JSON.stringify({ entities: { Q1: putin } }), 1],
  ["an answer laid out", JSON.stringify({ entities: { Q1: putin } }, null, 2), 1],
  ["one entity, laid out", JSON.stringify(putin, null, 2), 1],
])("%s", async (_, written, count) => {
  const records = await read(written);
  expect(countsOf(records)).toMatchObject({ entities: count, links: 3 * count });
  expect(linkLines(records)).toContain("Q1 spouse-of Q2 (preferred)");
});

test("what is missing, no entity, or comes again is reported", async () => {
  const records = await read({ entities: { Q1: putin, Q2: { id: "Q2", missing: "" }, Q3: 1, Q4: { ...putin } } });
  expect(problemLines(records)).toEqual([
    "entities.Q2: no-entity, dropped",
    "entities.Q3: no-entity, dropped",
    "entities.Q4: repeated-id, merged",
    "entities.Q1: left-out, dropped",
  ]);
  await expect(read({ success: 1 })).rejects.toThrow("wanted entities of Wikidata, got none");
});

test.each([
  ["q7747.json.gz", 367, 4],
  ["q635162.json.gz", 11, 0],
  ["q729.json.gz", 70, 1],
])("%s: each statement between items is a link, and what is deprecated is withdrawn", async (file, statements, deprecated) => {
  const records = await readCorpus(wikidataFormat, "wikidata-nomenklatura", file);
  if (records === null) return;
  const found = ofKind(records, "claim").flatMap(({ claim }) => (claim.kind === "link" ? [claim] : []));
  const ids = new Set(found.map(({ attributes }) => attributes.find(([key]) => key === "id")?.[1]));
  const without = file === "q7747.json.gz" ? 2 : 0;
  expect(ids.size).toBe(statements - without);
  expect(new Set(ofKind(records, "withdrawn").map(({ reason }) => reason)).size > 0).toBe(deprecated > 0);
  expect(countsOf(records).problems).toEqual({ "left-out": 1 });
});
