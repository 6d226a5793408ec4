import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { claimId, entityId, entityTypeId, propertyId, relationId, sourceId } from "../../../src/base/ids.ts";
import { builtInOntology, extendOntology } from "../../../src/claims/built-in-ontology.ts";
import type { AttributeClaim, Claim, LinkClaim } from "../../../src/claims/claim.ts";
import type { Entity } from "../../../src/claims/entity.ts";
import type { ExportContent, ReadRecord } from "../../../src/formats/format.ts";
import { stixFormat } from "../../../src/formats/stix/stix-format.ts";
import { corpusFolder } from "../corpus.ts";
import { hostileContent } from "../hostile-content.ts";
import { importSource, ofKind, readAll } from "../read-all.ts";

const entity = (id: string, type: string): Entity => ({
  ...{ id: entityId(id), type: entityTypeId(type), name: id.toUpperCase(), aliases: [], description: "", placeholder: false },
});
const source = { ...importSource, id: sourceId("s"), title: "On Ann", publisher: "Blog", url: "https://x.org/1" };
const frame = {
  ...({ stance: "asserts", speaker: null, source: source.id, citation: null, during: null, said: null, about: null } as const),
  ...({
    note: "",
    credibility: null,
    relays: null,
    origin: { kind: "hand" },
    recordedBy: "t",
    recordedAt: "2024-03-25T10:00:00Z",
  } as const),
};
const link = (words: string, rest: Partial<LinkClaim> = {}): LinkClaim => {
  const [subject = "", relation = "", object = ""] = words.split(" ");
  const ends = { subject: entityId(subject), relation: relationId(relation), object: entityId(object) };
  return { ...frame, kind: "link", id: claimId(`${words} ${JSON.stringify(rest)}`), ...ends, attributes: [], ...rest };
};
const value = (subject: string, property: string, given: string | number, rest: Partial<AttributeClaim> = {}): AttributeClaim => {
  const said = {
    id: claimId(`${subject} ${property} ${given}`),
    subject: entityId(subject),
    property: propertyId(property),
    value: given,
  };
  return { ...frame, kind: "attribute", ...said, approximate: false, ...rest };
};
const entities = ["ann person", "acme company", "kyiv city", "ukraine country", "worm malware", "boat asset", "raid attack"].map(
  (words) => {
    const [id = "", type = ""] = words.split(" ");
    return entity(id, type);
  },
);
const content = (claims: readonly Claim[], rest: Partial<ExportContent> = {}): ExportContent => ({
  ...{ ...hostileContent(["a", "b"]), ontology: builtInOntology, entities, nodes: entities, sources: [source], judgements: [] },
  ...{ claims, withdrawn: [], links: [] },
  ...rest,
});
const written = (given: ExportContent) => [...stixFormat.writer!.write(given, "bundle")].join("");

interface Written {
  readonly type: string;
  readonly id: string;
  readonly name?: string;
  readonly relationship_type?: string;
  readonly description?: string;
  readonly [key: string]: unknown;
}
const objects = (claims: readonly Claim[], rest: Partial<ExportContent> = {}) =>
  (JSON.parse(written(content(claims, rest))) as { objects: Written[] }).objects;
const relationships = (...claims: readonly Claim[]) => objects(claims).filter(({ type }) => type === "relationship");
const read = (text: string) => readAll(stixFormat, text, { ontology: builtInOntology, size: 65_536 });

test("types are what STIX calls them; what it has no type for is a thing of Clew's own", () => {
  const types = new Map(objects([]).map(({ name, type, identity_class }) => [name, [type, identity_class]]));
  expect([types.get("ANN"), types.get("ACME"), types.get("KYIV"), types.get("WORM")]).toEqual([
    ["identity", "individual"],
    ["identity", "organization"],
    ["location", undefined],
    ["malware", undefined],
  ]);
  expect([types.get("BOAT")?.[0], types.get("RAID")?.[0]]).toEqual(["clew-thing", "incident"]);
});

test("a claim is a relationship with its speaker, dates, grade and document", () => {
  const claim = link("ann owns acme", { speaker: entityId("acme"), during: "2014-03/2016", credibility: 2, note: "half" });
  const [owns] = relationships(claim);
  const acme = objects([]).find(({ name }) => name === "ACME")?.id;
  expect(owns).toMatchObject({
    ...{ relationship_type: "owns", description: "half", created_by_ref: acme, target_ref: acme, confidence: 70 },
    ...{ start_time: "2014-03-01T00:00:00.000Z", stop_time: "2016-12-31T23:59:59.999Z" },
    external_references: [{ source_name: "Blog", description: "On Ann", url: "https://x.org/1" }],
  });
  expect(owns?.id).toMatch(/^relationship--[0-9a-f]{8}-[0-9a-f]{4}-5/);
});

test("what is alleged, denied, or said by no identity is related-to, and its description says so", () => {
  const claims = [
    link("ann owns acme", { stance: "alleges" }),
    link("ann owns acme", { stance: "denies", speaker: entityId("ann"), note: "all of it" }),
    link("ann owns acme", { speaker: entityId("ukraine") }),
  ];
  expect(relationships(...claims).map(({ relationship_type, description }) => [relationship_type, description])).toEqual([
    ["related-to", "Alleged, not established: ANN owns ACME"],
    ["related-to", "Denied by ANN: ANN owns ACME (all of it)"],
    ["related-to", "Said by UKRAINE, not established: ANN owns ACME"],
  ]);
});

test("what is written reads back: ids, types, values, stances, speakers, dates, notes, sources", async () => {
  const claims = [
    link("ann owns acme", {
      during: "~2014",
      said: "2015-01-02",
      credibility: 2,
      attributes: [["weight", 3]],
      about: entityId("raid"),
    }),
    link("ann accused acme", { stance: "alleges", speaker: entityId("ukraine"), note: "fraud" }),
    link("ann tension-with acme", { stance: "denies" }),
  ];
  const values = [
    value("ann", "casualties", 133, { stance: "alleges", during: "2014", approximate: true }),
    value("worm", "objective", "money"),
  ];
  const [withdrawn] = [link("ann leads acme")];
  const records = await read(written(content([...claims, ...values], { withdrawn: [{ claim: withdrawn!, reason: "wrong" }] })));
  expect(ofKind(records, "problem")).toEqual([]);
  const byId = (a: Entity, b: Entity) => (a.id < b.id ? -1 : 1);
  expect(
    ofKind(records, "entity")
      .map((each) => each.entity)
      .toSorted(byId),
  ).toEqual(entities.toSorted(byId));
  const said = ({ id: _i, origin: _o, recordedBy: _b, recordedAt: _a, citation: _c, source: _s, ...rest }: Claim) => rest;
  const found = ofKind(records, "claim").map(({ claim }) => claim);
  expect(found.filter(({ kind }) => kind === "link").map(said)).toEqual([...claims, withdrawn!].map(said));
  expect(found.filter(({ kind }) => kind === "link").map((claim) => claim.source)).toEqual(["s", "s", "s", "s"]);
  expect(found.filter(({ kind }) => kind === "attribute").map(said)).toEqual(values.map(said));
  expect(ofKind(records, "withdrawn").map(({ claim }) => claim)).toEqual([found.at(-1)?.id]);
});

test("what only repeats another claim reads back as such", async () => {
  const first = link("ann owns acme");
  const records = await read(written(content([link("ann owns acme", { relays: first.id, said: "2020" }), first])));
  const [a, b] = ofKind(records, "claim").map(({ claim }) => claim);
  expect([a?.relays, b?.relays]).toEqual([null, a?.id]);
});

/** Entities and claims as a case would have them after an import. */
function asContent(records: readonly ReadRecord[]): ExportContent {
  const kept = new Map(ofKind(records, "entity").map((each) => [each.entity.id, each.entity]));
  const claims = new Map(ofKind(records, "claim").map(({ claim }) => [claim.id, claim]));
  const ends = [...claims.values()].flatMap((claim) => (claim.kind === "link" ? [claim.subject, claim.object] : [claim.subject]));
  for (const id of ends) if (!kept.has(id)) kept.set(id, { ...entity(id, "thing"), name: id, placeholder: true });
  const [types, relations] = [
    ofKind(records, "type").map(({ type }) => type),
    ofKind(records, "relation").map(({ relation }) => relation),
  ];
  const sources = [importSource, ...ofKind(records, "source").map((each) => each.source)];
  const ontology = extendOntology(builtInOntology, { types, relations });
  return content([...claims.values()], { entities: [...kept.values()], sources, ontology });
}

const corpus = [
  ["stix-attack", "ics-attack-18.1.json.gz"],
  ["stix-oasis", "poisonivy.json"],
  ["stix-oasis", "using-granular-markings.json"],
  ["stix-unit42", "boggyserpens.json.gz"],
] as const;

test.each(corpus)("%s: %s written again keeps its ids, names, values and relationships", async (folder, file) => {
  const found = corpusFolder(folder);
  if (found === null) return console.log(`STIX: ${file} is not on this machine (CLEW_CORPUS): not written again`);
  const bytes = readFileSync(join(found, file));
  const first = await read((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  const again = await read(written(asContent(first)));
  const names = (records: readonly ReadRecord[]) =>
    new Set(
      ofKind(records, "entity")
        .filter((each) => !each.entity.placeholder)
        .map((each) => JSON.stringify(each.entity)),
    );
  expect(names(again)).toEqual(names(first));
  const lines = (records: readonly ReadRecord[]) =>
    new Set(
      ofKind(records, "claim").map(({ claim }) =>
        claim.kind === "link"
          ? `${claim.subject} ${claim.relation} ${claim.object} ${claim.note} ${claim.during} ${claim.speaker} ${JSON.stringify(claim.attributes)}`
          : `${claim.subject} ${claim.property} ${claim.value} ${claim.speaker}`,
      ),
    );
  expect(lines(again)).toEqual(lines(first));
});

const python = (code: string, input: string) =>
  spawnSync(process.env.CLEW_PYTHON ?? "python3", ["-c", code], { encoding: "utf8", input, maxBuffer: 1 << 26 });
const present = python("import stix2", "").status === 0;
if (!present) console.log("stix2: skipped, python3 with stix2 is not on this machine");
const parse = `
import sys, json, stix2
from stix2.properties import StringProperty, ListProperty
bundle = json.load(sys.stdin)
definition = next(each["id"] for each in bundle["objects"] if each.get("extension_types") == ["new-sdo"])
fields = [("name", StringProperty(required=True)), ("description", StringProperty()), ("aliases", ListProperty(StringProperty))]
@stix2.v21.CustomObject("clew-thing", fields, definition)
class Thing: pass
objects = [stix2.parse(each, allow_custom=False, version="2.1") for each in bundle["objects"]]
print(len(objects), stix2.parse(bundle, allow_custom=False)["type"])
`;

test.skipIf(!present)(
  "stix2, told of things of a case as the extension that they are, takes every object and the bundle, without custom content",
  async () => {
    const claims = [
      ...[
        link("ann owns acme", { during: "2014/2016" }),
        link("ann accused acme", { stance: "alleges" }),
        link("raid took-place-in kyiv"),
      ],
      ...[value("ann", "casualties", 133), value("worm", "first_seen", "2020-01-02T03:04:05Z")],
    ];
    const texts = [written(content(claims)), written(hostileContent())];
    const found = corpusFolder("stix-oasis");
    if (found !== null) texts.push(written(asContent(await read(readFileSync(join(found, "poisonivy.json"), "utf8")))));
    for (const text of texts) {
      const { stdout, stderr } = python(parse, text);
      expect(stderr).toBe("");
      expect(stdout.trim()).toBe(`${(JSON.parse(text) as { objects: unknown[] }).objects.length} bundle`);
    }
  },
  60_000,
);
