import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import type { LinkClaim } from "../../../src/claims/claim.ts";
import type { ReadRecord } from "../../../src/formats/format.ts";
import { stixFormat } from "../../../src/formats/stix/stix-format.ts";
import { corpusFolder } from "../corpus.ts";
import { linkLines, ofKind, problemLines, readAll } from "../read-all.ts";

const read = (text: string) => readAll(stixFormat, text, { ontology: builtInOntology, size: 65_536 });
const bundle = (...objects: readonly object[]) => read(JSON.stringify({ type: "bundle", id: "bundle--1", objects }));
const links = (records: readonly ReadRecord[]): LinkClaim[] =>
  ofKind(records, "claim").flatMap(({ claim }) => (claim.kind === "link" ? [claim] : []));
const values = (records: readonly ReadRecord[]) =>
  ofKind(records, "claim").flatMap(({ claim }) => (claim.kind === "attribute" ? [`${claim.property}: ${claim.value}`] : []));

const times = { created: "2020-01-02T03:04:05.000Z", modified: "2020-01-02T03:04:05.000Z" };
const mitre = { type: "identity", id: "identity--1", name: "MITRE", identity_class: "organization", ...times };
const actor = { type: "threat-actor", id: "threat-actor--1", name: "Joker", aliases: ["Joe Kerr"], ...times };
const uses = {
  ...{ type: "relationship", id: "relationship--1", relationship_type: "uses", description: "against banks", ...times },
  ...{ source_ref: actor.id, target_ref: "malware--1" },
};

test("objects are entities of their types; an identity is a person, an organization or a group", async () => {
  const records = await bundle(mitre, { ...mitre, id: "identity--2", identity_class: "individual" }, actor);
  expect(ofKind(records, "entity").map(({ entity }) => `${entity.name} ${entity.type}`)).toEqual([
    "MITRE organization",
    "MITRE person",
    "Joker threat-actor",
  ]);
  expect(ofKind(records, "entity")[2]?.entity.aliases).toEqual(["Joe Kerr"]);
  expect(ofKind(records, "type")[0]?.type).toMatchObject({
    label: "Threat actor",
    plural: "Threat actors",
    stix: "threat-actor",
  });
});

test("a relationship is its creator's word, from its start to its stop, graded by its confidence", async () => {
  const dates = { start_time: "2019-05-01T00:00:00Z", stop_time: "2019-06-30T00:00:00Z" };
  const records = await bundle({ ...uses, ...dates, created_by_ref: mitre.id, confidence: 70 });
  expect(linkLines(records)).toEqual(["threat-actor--1 uses malware--1 (against banks)"]);
  expect(links(records)[0]).toMatchObject({
    ...{ speaker: "identity--1", during: "2019-05-01/2019-06-30", said: "2020-01-02", credibility: 2 },
    attributes: expect.arrayContaining([
      ["id", "relationship--1"],
      ["confidence", 70],
    ]),
  });
});

test("each document that a relationship refers to says it in its own voice, beside its creator", async () => {
  const external_references = [
    { source_name: "Blog", url: "https://x.org/a", description: "Blog. (2019). On Joker." },
    { source_name: "capec", external_id: "CAPEC-1" },
  ];
  const records = await bundle({ ...uses, created_by_ref: mitre.id, external_references });
  expect(links(records).map(({ speaker, source }) => [speaker, source])).toEqual([
    ["identity--1", "the-file"],
    [null, "https://x.org/a"],
  ]);
  expect(ofKind(records, "source")[0]?.source).toMatchObject({ title: "Blog. (2019). On Joker.", retrieved: null });
  expect(links(await bundle({ ...uses, external_references })).map(({ source }) => source)).toEqual(["https://x.org/a"]);
});

test("what was revoked or deprecated is read and withdrawn", async () => {
  const records = await bundle({ ...uses, revoked: true }, { ...uses, id: "relationship--2", x_mitre_deprecated: true });
  const withdrawn = ofKind(records, "withdrawn");
  expect(withdrawn.map(({ claim }) => claim)).toEqual(links(records).map(({ id }) => id));
  expect(withdrawn.map(({ reason }) => reason)).toEqual(["revoked in file.stix", "deprecated in file.stix"]);
  expect(values(await bundle({ ...actor, revoked: true }))).toContain("revoked: true");
});

test("of several versions of an object the latest counts, wherever it stands; what both say stays", async () => {
  const later = { ...uses, modified: "2021-01-01T00:00:00.000Z", target_ref: "malware--2" };
  for (const versions of [
    [uses, later],
    [later, uses],
  ]) {
    const records = await bundle(...versions);
    expect(problemLines(records)).toEqual(["line 1: repeated-id, merged"]);
    const gone = new Set<string>(ofKind(records, "withdrawn").map(({ claim }) => claim));
    expect(links(records).filter(({ id }) => !gone.has(id))).toMatchObject([{ object: "malware--2" }]);
  }
  const renamed = await bundle(
    { ...actor, roles: ["director"] },
    { ...actor, modified: "2021-01-01T00:00:00Z", roles: ["director", "agent"] },
  );
  expect(ofKind(renamed, "withdrawn")).toHaveLength(1);
});

test("a sighting is a claim of each place; what was observed is linked to it", async () => {
  const sighting = {
    ...{
      type: "sighting",
      id: "sighting--1",
      sighting_of_ref: "malware--1",
      where_sighted_refs: ["identity--1"],
      count: 3,
      ...times,
    },
    ...{ first_seen: "2020-02-01T00:00:00Z", last_seen: "2020-02-03T00:00:00Z", observed_data_refs: ["observed-data--1"] },
  };
  const records = await bundle(sighting);
  expect(linkLines(records)).toEqual(["identity--1 sighted malware--1", "malware--1 observed-in observed-data--1"]);
  expect(links(records)[0]).toMatchObject({
    during: "2020-02-01/2020-02-03",
    attributes: expect.arrayContaining([["count", 3]]),
  });
});

test("markings are carried through, references to objects are links, those to relationships stay values", async () => {
  const granular_markings = [{ marking_ref: "marking-definition--1", selectors: ["name"] }];
  const report = {
    type: "report",
    id: "report--1",
    name: "R",
    object_refs: ["malware--1", "relationship--1"],
    granular_markings,
  };
  const records = await bundle({ ...report, object_marking_refs: ["marking-definition--2"], ...times });
  expect(linkLines(records).filter((line) => line !== "")).toEqual(["report--1 object malware--1"]);
  expect(values(records)).toEqual(
    expect.arrayContaining([
      "object_refs: relationship--1",
      "object_marking_refs: marking-definition--2",
      `granular_markings: ${JSON.stringify(granular_markings[0])}`,
    ]),
  );
});

test("a relationship without an end is dropped with a problem; a list of objects is read like a bundle", async () => {
  const records = await read(JSON.stringify([{ ...uses, target_ref: undefined }, actor], null, 1));
  expect(problemLines(records)).toEqual(["line 2: empty-end, dropped"]);
  expect(ofKind(records, "entity")).toHaveLength(1);
  await expect(read('{"a":1}')).rejects.toThrow("wanted a bundle of STIX objects, got none");
});

const files = [
  ["stix-attack", "ics-attack-18.1.json.gz", 1373, 0, 453],
  ["stix-oasis", "poisonivy.json", 90, 0, 65],
  ["stix-oasis", "apt1.json", 30, 0, 46],
  ["stix-oasis", "visualization-test.json", 6, 0, 8],
  ["stix-unit42", "boggyserpens.json.gz", 607, 0, 208],
  ["stix-elevator", "Mandiant_APT1_Report.json", 40, 5, 53],
  ["stix-elevator", "Appendix_G_IOCs_Full.json", 0, 47, 50],
] as const;

test.each(files)(
  "of %s, %s has each relationship as a claim or reported: %i and %i",
  async (folder, file, claimed, reported, things) => {
    const found = corpusFolder(folder);
    if (found === null) return console.log(`STIX: ${file} is not on this machine (CLEW_CORPUS): not read`);
    const bytes = readFileSync(join(found, file));
    const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
    expect(stixFormat.reader?.recognizes(text.slice(0, 4096))).toBe(true);
    const records = await read(text);
    const ids = links(records).map(({ attributes }) => String(attributes.find(([key]) => key === "id")?.[1]));
    expect(new Set(ids.filter((id) => id.startsWith("relationship--"))).size).toBe(claimed);
    expect(ofKind(records, "problem").filter(({ problem }) => problem.kind === "empty-end")).toHaveLength(reported);
    expect(new Set(ofKind(records, "entity").map(({ entity }) => entity.id)).size).toBe(things);
  },
);
