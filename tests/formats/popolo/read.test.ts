import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { popoloFormat } from "../../../src/formats/popolo/popolo-format.ts";
import { countsOf, readCorpus } from "../corpus-counts.ts";
import { attributesOf, ofKind, problemLines, readAll } from "../read-all.ts";

const read = (value: unknown) => readAll(popoloFormat, JSON.stringify(value), { ontology: builtInOntology });
const links = (records: Awaited<ReturnType<typeof read>>) =>
  ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "link" ? [[`${claim.subject} ${claim.relation} ${claim.object}`, claim.note, claim.during, claim.source]] : [],
  );
const said = (records: Awaited<ReturnType<typeof read>>) =>
  ofKind(records, "claim").flatMap(({ claim }) =>
    claim.kind === "attribute" ? [[claim.property, claim.value, claim.source]] : [],
  );

const url = "https://parliament.example/ada";
const membership = {
  ...{ person_id: "p", organization_id: "o", on_behalf_of_id: "party", area_id: "a", post_id: "post", role: "member" },
  sources: [{ url }],
};

test("a membership is a claim for each organization, post, party and area, with its dates, of its sources", async () => {
  const records = await read({ memberships: [{ ...membership, start_date: "2014-08-11", a__proto__: "b" }] });
  expect(links(records)).toEqual([
    ["p member-of o", "member", "2014-08-11/", url],
    ["p holds-office post", "member", "2014-08-11/", url],
    ["p represents party", "member", "2014-08-11/", url],
    ["p represents a", "constituency", "2014-08-11/", url],
  ]);
  expect(ofKind(records, "source").map(({ source }) => source.url)).toEqual([url]);
  expect(ofKind(records, "claim").flatMap(attributesOf)).toEqual([
    ["post_id", "post"],
    ["a__proto__", "b"],
  ]);
});

test("without dates of its own it has those of its period, wherever that stands, and is about it", async () => {
  const period = {
    id: "term/11",
    name: "11th",
    classification: "legislative period",
    start_date: "2013-03-28",
    end_date: "2017-06",
  };
  const short = { person_id: "p", organization_id: "o", legislative_period_id: "term/11" };
  for (const value of [
    { memberships: [short], events: [period] },
    { events: [period], memberships: [short] },
  ]) {
    const records = await read(value);
    expect(links(records)).toEqual([["p member-of o", "", "2013-03-28/2017-06", "the-file"]]);
    expect(ofKind(records, "claim").find(({ claim }) => claim.kind === "link")?.claim.about).toBe("term/11");
  }
  expect(links(await read({ memberships: [short] }))).toEqual([["p member-of o", "", null, "the-file"]]);
});

test("ends may stand there as objects", async () => {
  const records = await read({
    memberships: [{ person: { id: "p" }, organization: { id: "o", name: "O" }, on_behalf_of: { id: "party" } }],
  });
  expect(links(records).map(([line]) => line)).toEqual(["p member-of o", "p represents party"]);
  expect(ofKind(records, "claim").flatMap(attributesOf)).toEqual([]);
});

test("people: names, identifiers, contacts and links, said by their one source", async () => {
  const records = await read({
    persons: [
      {
        ...{ id: "p", name: "Ada", summary: "A poet", birth_date: "1815-12-10", sources: [{ url, note: "Register" }] },
        other_names: [
          { name: "Augusta", note: "birth name", end_date: "1835" },
          { name: "Ада", lang: "ru", note: "multilingual" },
        ],
        identifiers: [{ scheme: "wikidata", identifier: "Q7259" }],
        contact_details: [{ type: "email", value: "a@example.org" }],
        links: [{ url: "https://w.example", note: "Wikipedia" }],
        images: [{ url: "https://i.example" }],
        memberships: [{ organization_id: "o" }],
      },
    ],
  });
  expect(ofKind(records, "entity").map(({ entity }) => [entity.type, entity.name, entity.aliases, entity.description])).toEqual([
    ["person", "Ada", ["Augusta", "Ада"], "A poet"],
  ]);
  expect(said(records)).toEqual([
    ["birth_date", "1815-12-10", url],
    ["other_name", "Augusta", url],
    ["wikidata", "Q7259", url],
    ["email", "a@example.org", url],
    ["link", "https://w.example", url],
    ["image", "https://i.example", url],
  ]);
  expect(ofKind(records, "source")[0]?.source.title).toBe("Register");
  expect(links(records)).toEqual([["p member-of o", "", null, "the-file"]]);
  const named = ofKind(records, "claim").find(({ claim }) => claim.kind === "attribute" && claim.property === "other_name");
  expect([named?.claim.note, named?.claim.during]).toEqual(["birth name", "/1835"]);
});

test("organizations, posts, areas and events say what they belong to; of several sources none says a value", async () => {
  const records = await read({
    organizations: [
      {
        id: "o",
        name: "Parliament",
        classification: "legislature",
        parent_id: "s",
        sources: [{ url }, { url: `${url}2` }],
        seats: 3,
      },
    ],
    posts: [{ id: "x", label: "Speaker", organization_id: "o" }],
    areas: [{ id: "a", name: "North", parent_id: "c" }],
    events: [{ id: "e", name: "Vote", classification: "general election", start_date: "1969", organization_id: "o" }],
    motions: [{}],
  });
  expect(ofKind(records, "entity").map(({ entity }) => [entity.id, entity.type])).toEqual([
    ["o", "public-body"],
    ["x", "post"],
    ["a", "place"],
    ["e", "election"],
  ]);
  expect(links(records).map(([line]) => line)).toEqual(["o part-of s", "x belongs-to o", "a part-of c", "e belongs-to o"]);
  expect(said(records)).toContainEqual(["seats", 3, "the-file"]);
  expect(said(records)).toContainEqual(["reference", url, url]);
  expect(problemLines(records)).toEqual(["motions: left-out, dropped"]);
});

test("what is no thing, has no end or comes again is reported", async () => {
  const records = await read({
    persons: [1, { id: "p" }, { id: "p" }],
    memberships: [null, { person_id: "p" }, { organization_id: "o" }],
  });
  expect(problemLines(records)).toEqual([
    "persons[0]: no-thing, dropped",
    "persons[2]: repeated-id, merged",
    "memberships[0]: not-a-membership, dropped",
    "memberships[1]: empty-end, dropped",
    "memberships[2]: empty-end, dropped",
  ]);
  await expect(read({ meta: {} })).rejects.toThrow("wanted people, organizations and memberships of Popolo, got none");
});

test.each([
  ["kenya-ep-popolo-v1.0.json.gz", 2 + 355 + 23 + 23 + 333, 355],
  ["pakistan-ep-popolo-v1.0.json.gz", 349 + 20 + 11 + 271, 349],
])("%s: every membership has its party and its dates", async (file, entities, members) => {
  const records = await readCorpus(popoloFormat, "popolo-everypolitician", file);
  if (records === null) return;
  expect(countsOf(records).entities).toBe(entities);
  expect(countsOf(records).problems).toEqual({ "left-out": 1 });
  const all = links(records);
  expect(all.filter(([line]) => String(line).includes(" member-of "))).toHaveLength(members);
  expect(all.filter(([line, note]) => String(line).includes(" represents ") && note === "member")).toHaveLength(members);
  expect(all.filter(([line]) => String(line).includes(" member-of ")).every(([, , during]) => during !== null)).toBe(true);
});
