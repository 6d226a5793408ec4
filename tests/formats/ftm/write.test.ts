import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { claimId, entityId, entityTypeId, propertyId, relationId, sourceId } from "../../../src/base/ids.ts";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import type { AttributeClaim, LinkClaim } from "../../../src/claims/claim.ts";
import type { Entity } from "../../../src/claims/entity.ts";
import { linkOfClaim } from "../../../src/claims/link.ts";
import type { ExportContent } from "../../../src/formats/format.ts";
import { ftmFormat } from "../../../src/formats/ftm/ftm-format.ts";
import { hostileContent } from "../hostile-content.ts";
import { importSource, ofKind, readAll } from "../read-all.ts";

const entity = (id: string, type: string): Entity => ({
  ...{ id: entityId(id), type: entityTypeId(type), name: id.toUpperCase(), aliases: [], description: "", placeholder: false },
});
const source = { ...importSource, id: sourceId("s"), title: "Registry", url: "https://x.org/1", retrieved: "2020-01-02" };
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
let made = 0;
const link = (words: string, rest: Partial<LinkClaim> = {}): LinkClaim => {
  const [subject = "", relation = "", object = ""] = words.split(" ");
  made++;
  const ends = { subject: entityId(subject), relation: relationId(relation), object: entityId(object) };
  return { ...frame, kind: "link", id: claimId(`c${made}`), ...ends, attributes: [], ...rest };
};
const value = (property: string, given: string | number, rest: Partial<AttributeClaim> = {}): AttributeClaim => {
  made++;
  const said = { id: claimId(`c${made}`), subject: entityId("ann"), property: propertyId(property), value: given };
  return { ...frame, kind: "attribute", ...said, approximate: false, ...rest };
};

const entities = [entity("ann", "person"), entity("acme", "company"), entity("kyiv", "city"), entity("ukraine", "country")];
const content = (...claims: readonly (LinkClaim | AttributeClaim)[]): ExportContent => ({
  ...{
    ...hostileContent(["a", "b"]),
    ontology: builtInOntology,
    entities,
    nodes: entities,
    sources: [source],
    judgements: [],
    claims,
  },
  links: claims.flatMap((claim) =>
    claim.kind === "link"
      ? [{ ...linkOfClaim(claim, builtInOntology), standing: "contested" as const, claims: 2, origins: 1 }]
      : [],
  ),
});
const written = (given: ExportContent) => [...ftmFormat.writer!.write(given, "entities")].join("");
const objects = (...claims: readonly (LinkClaim | AttributeClaim)[]) =>
  written(content(...claims))
    .trimEnd()
    .split("\n")
    .map((each) => JSON.parse(each) as { id: string; schema: string; properties: Record<string, string[]> });

test("types are written as the nearest schema, relations as the link that they are, with dates and source", () => {
  const [ann, acme, kyiv, ukraine, owns] = objects(link("ann owns acme", { during: "2014-03/2016", note: "half" }));
  expect([ann, acme, kyiv, ukraine].map((each) => each?.schema)).toEqual(["Person", "Company", "Address", "LegalEntity"]);
  expect(owns).toMatchObject({
    schema: "Ownership",
    properties: {
      ...{ owner: ["ann"], asset: ["acme"], startDate: ["2014-03"], endDate: ["2016"], role: ["half"] },
      ...{ sourceUrl: ["https://x.org/1"], publisher: ["Registry"], retrievedAt: ["2020-01-02"] },
      summary: ["Contested: some say it, others deny it."],
    },
  });
});

test("what is alleged, denied or reported is never written as if it were so", () => {
  const claims = [
    link("ann owns acme", { stance: "alleges" }),
    link("ann owns acme", { stance: "denies", speaker: entityId("ann"), note: "all of it" }),
    link("ann owns acme", { speaker: entityId("ukraine") }),
  ];
  const links = objects(...claims).slice(4);
  expect(links.map(({ schema }) => schema)).toEqual(["UnknownLink", "UnknownLink", "UnknownLink"]);
  expect(links.map(({ properties }) => [properties.role?.[0], properties.summary?.[0]])).toEqual([
    ["alleged: owns", "Alleged, not established. Contested: some say it, others deny it."],
    ["denied: owns: all of it", "Denied by ANN. Contested: some say it, others deny it."],
    ["alleged: owns", "Said by UKRAINE, not established. Contested: some say it, others deny it."],
  ]);
});

test("a relation without a schema, and ends that its schema does not want, are an UnknownLink with its name", () => {
  const links = objects(
    link("ann accused acme"),
    link("ann owns kyiv"),
    link("ukraine sanctioned ann", { note: "visa ban" }),
  ).slice(4);
  expect(links.map(({ schema, properties }) => [schema, properties.role ?? properties.program])).toEqual([
    ["UnknownLink", ["accused"]],
    ["UnknownLink", ["owns"]],
    ["Sanction", ["visa ban"]],
  ]);
  expect(links[2]?.properties.authority).toEqual(["UKRAINE"]);
});

test("values go where the schema has a place for them, others are notes that say how firmly they stand", () => {
  const [ann] = objects(
    value("birthDate", "1980-01"),
    value("birthDate", "long ago"),
    value("casualties", 133, { approximate: true, stance: "denies" }),
  );
  expect(ann?.properties.birthDate).toEqual(["1980-01"]);
  expect(ann?.properties.notes).toEqual(["birthDate: long ago", "denied: casualties: about 133"]);
});

test("a note of many words is a description, and its role what it is", () => {
  const note = "it holds shares ".repeat(20);
  const [, , , , accused, owns] = objects(link("ann accused acme", { stance: "denies", note }), link("ann owns acme", { note }));
  expect([accused?.properties.role, accused?.properties.description]).toEqual([["denied: accused"], [note]]);
  expect([owns?.properties.role, owns?.properties.description]).toEqual([undefined, [note]]);
});

test("what only repeats another claim reads back as such, and so does what its source repeats", async () => {
  const first = link("ann owns acme");
  const echo = { ...source, id: sourceId("echo"), title: "Echo", url: null, derivedFrom: source.id };
  const given = content(
    link("ann owns acme", { relays: first.id, said: "2020" }),
    first,
    link("ann leads acme", { source: echo.id }),
  );
  const records = await readAll(ftmFormat, written({ ...given, sources: [source, echo] }), { ontology: builtInOntology });
  const [a, b, c] = ofKind(records, "claim").map(({ claim }) => claim);
  expect([a?.relays, b?.relays, c?.source]).toEqual([null, a?.id, "echo"]);
  expect(ofKind(records, "source").map((each) => [each.source.id, each.source.derivedFrom])).toEqual([
    ["s", null],
    ["echo", "s"],
  ]);
});

test("what is written reads back: entities, stances, speakers, dates, notes, grades, attributes and sources", async () => {
  const claims = [
    link("ann owns acme", { during: "~2014", said: "2015-01-02", credibility: 2, attributes: [["weight", 3]] }),
    link("ukraine sanctioned ann", { about: entityId("kyiv"), note: "visa ban" }),
    link("ann accused acme", { stance: "alleges", speaker: entityId("ukraine") }),
    value("casualties", 133, { stance: "alleges", during: "2014", approximate: true }),
    value("birthDate", "1980"),
  ];
  const records = await readAll(ftmFormat, written(content(...claims)), { ontology: builtInOntology });
  expect(ofKind(records, "entity").map((each) => each.entity)).toEqual(entities);
  expect(ofKind(records, "problem")).toEqual([]);
  const said = ({ id: _i, origin: _o, recordedBy: _b, recordedAt: _a, citation: _c, ...rest }: LinkClaim | AttributeClaim) =>
    rest;
  const [links, values] = Object.values(
    Object.groupBy(
      ofKind(records, "claim").map(({ claim }) => claim),
      ({ kind }) => kind,
    ),
  ).toSorted((a) => (a?.[0]?.kind === "link" ? -1 : 1));
  expect(links?.map(said)).toEqual(claims.slice(0, 3).map(said));
  expect(values?.map((claim) => said({ ...claim, source: source.id }))).toEqual([claims[4]!, claims[3]!].map(said));
  expect(ofKind(records, "source").map((each) => each.source)).toEqual([{ ...source, text: null }]);
});

const python = (code: string, input: string) =>
  spawnSync(process.env.CLEW_PYTHON ?? "python3", ["-c", code], { encoding: "utf8", input });
const present = python("import followthemoney", "").status === 0;
if (!present) console.log("followthemoney: skipped, python3 with followthemoney is not on this machine");

test.skipIf(!present)("followthemoney takes every value as it is", () => {
  const code = `
import sys, json
from followthemoney import model
for line in sys.stdin:
    data = json.loads(line)
    try:
        proxy = model.get_proxy(data, cleaned=False)
    except TypeError:
        from followthemoney.proxy import EntityProxy
        proxy = EntityProxy.from_dict(data, cleaned=False)
    kept = {name: sorted(proxy.get(name)) for name in data["properties"]}
    lost = {name: values for name, values in data["properties"].items() if sorted(values) != kept[name]}
    print(json.dumps([data["id"], proxy.schema.name == data["schema"], lost]))
`;
  const claims = [
    ...[
      link("ann owns acme", { during: "2014-03/2016" }),
      link("ann accused acme", { stance: "alleges" }),
      link("ukraine sanctioned ann"),
    ],
    ...[value("birthDate", "1980-01"), value("nationality", "gb"), value("nationality", "Ruritania"), value("casualties", 133)],
  ];
  const { stdout, stderr, status } = python(code, written(content(...claims)));
  if (status !== 0) throw new Error(stderr);
  const lines = stdout
    .trimEnd()
    .split("\n")
    .map((each) => JSON.parse(each) as [string, boolean, object]);
  expect(lines).toHaveLength(7);
  expect(lines.filter(([, isSchema, lost]) => !isSchema || Object.keys(lost).length > 0)).toEqual([]);
});
