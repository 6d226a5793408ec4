import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { mispGalaxyFormat } from "../../../src/formats/misp-galaxy/misp-galaxy-format.ts";
import { countsOf, readCorpus } from "../corpus-counts.ts";
import { ofKind, problemLines, readAll } from "../read-all.ts";

const read = (values: unknown, more: object = {}) =>
  readAll(mispGalaxyFormat, JSON.stringify({ category: "actor", type: "threat-actor", uuid: "g", ...more, values }), {
    ontology: builtInOntology,
  });
const likely = 'estimative-language:likelihood-probability="likely"';

/** Links with their stance, grade and note. */
const links = (records: Awaited<ReturnType<typeof read>>) =>
  ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "link"
      ? [[`${claim.subject} ${claim.relation} ${claim.object}`, claim.stance, claim.credibility, claim.note]]
      : [],
  );

const apt1 = {
  uuid: "u1",
  value: "APT1",
  description: "A unit that has been alleged to be a source of attacks",
  meta: {
    "attribution-confidence": "50",
    country: "CN",
    "cfr-suspected-state-sponsor": "China",
    "cfr-suspected-victims": ["United States", "Private sector"],
    "cfr-type-of-incident": "Espionage",
    refs: ["https://a.example/1", "https://a.example/2", "a book"],
    synonyms: ["Comment Crew", "APT1"],
  },
  related: [
    { "dest-uuid": "u2", type: "similar", tags: [likely] },
    { "dest-uuid": "u3", type: "uses" },
  ],
};

test("attributions are alleged, with the confidence of the galaxy; so is a relation with a likelihood", async () => {
  const records = await read([apt1]);
  expect(links(records)).toEqual([
    ["u1 originates-from country:CN", "alleges", 3, "country"],
    ["country:CN backs u1", "alleges", 3, "state sponsor"],
    ["u1 targeted country:US", "alleges", null, "suspected victim"],
    ["u1 targeted misp-place:Private sector", "alleges", null, "suspected victim"],
    ["u1 similar-to u2", "alleges", 2, ""],
    ["u1 uses u3", "asserts", null, ""],
  ]);
  const [china] = ofKind(records, "claim").flatMap(({ claim }) => (claim.kind === "link" ? [claim] : []));
  expect(china?.attributes).toEqual([["attribution-confidence", "50"]]);
  expect(china?.source).toBe("the-file");
  expect(problemLines(records)).toEqual([]);
});

test("synonyms are other names, references are documents that speak of it, the rest stays", async () => {
  const records = await read([apt1]);
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.type, entity.name, entity.aliases])).toEqual([
    ["u1", "threat-actor", "APT1", ["Comment Crew"]],
    ["country:CN", "country", "China", []],
    ["country:US", "country", "United States", []],
    ["misp-place:Private sector", "place", "Private sector", []],
  ]);
  expect(ofKind(records, "source").map(({ source }) => source.url)).toEqual(["https://a.example/1", "https://a.example/2"]);
  const said = ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "attribute" ? [[claim.property, claim.value, claim.source]] : [],
  );
  expect(said).toEqual([
    ["cfr-type-of-incident", "Espionage", "the-file"],
    ["reference", "https://a.example/1", "https://a.example/1"],
    ["reference", "https://a.example/2", "https://a.example/2"],
    ["reference", "a book", "the-file"],
  ]);
});

test("a galaxy that is called otherwise has the type of its category; a confidence without an attribution stays", async () => {
  const records = await read(
    [
      {
        uuid: "u",
        value: "A",
        description: "two\nlines",
        meta: { "attribution-confidence": "75", "cfr-suspected-state-sponsor": "Unknown" },
      },
    ],
    { type: "canada-listed-terrorist-entities", category: "threat-actor" },
  );
  expect(ofKind(records, "entity").map(({ entity }) => [entity.type, entity.description])).toEqual([["threat-actor", ""]]);
  expect(ofKind(records, "claim").map(({ claim }) => claim.kind === "attribute" && [claim.property, claim.value])).toEqual([
    ["description", "two\nlines"],
    ["attribution-confidence", "75"],
  ]);
});

test("what is no cluster, comes again, or has no end is reported", async () => {
  const records = await read([1, { value: "A" }, { value: "A", related: [{ type: "uses" }] }]);
  expect(ofKind(records, "entity").map(({ entity }) => entity.id)).toEqual(["threat-actor:A", "threat-actor:A"]);
  expect(problemLines(records)).toEqual([
    "values[0]: not-a-cluster, dropped",
    "values[2]: repeated-id, merged",
    "values[2]: empty-end, dropped",
  ]);
  await expect(readAll(mispGalaxyFormat, '{"authors":[]}')).rejects.toThrow("wanted a MISP galaxy with its values, got none");
});

test("the galaxy of threat actors: nobody is said to be behind one as a fact", async () => {
  const records = await readCorpus(mispGalaxyFormat, "misp-galaxy", "threat-actor.json");
  if (records === null) return;
  const found = ofKind(records, "entity").map(({ entity }) => entity);
  expect(found.filter(({ type }) => type === "threat-actor")).toHaveLength(1_041);
  expect(countsOf(records).problems).toEqual({});
  expect(ofKind(records, "source")).toHaveLength(2_958);
  const all = links(records);
  expect(all.filter(([line]) => String(line).includes(" originates-from "))).toHaveLength(476);
  expect(all.filter(([, , , note]) => note === "")).toHaveLength(432);
  expect(all.every(([, stance]) => stance === "alleges")).toBe(true);
  expect(all.filter(([line, , grade]) => String(line).includes(" originates-from ") && grade !== null).length).toBeGreaterThan(
    100,
  );
});

test("the list of Canada has its groups", async () => {
  const records = await readCorpus(mispGalaxyFormat, "misp-galaxy", "terrorist-groups.json");
  if (records !== null) expect(countsOf(records)).toEqual({ entities: 90, links: 0, problems: {} });
});
