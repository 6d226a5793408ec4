import type { ClaimId } from "../../base/ids.ts";
import type { LinkClaim } from "../../claims/claim.ts";
import type { ExportContent, FormatWriter } from "../format.ts";
import { relayedFirst } from "../relayed-first.ts";
import { type CaseAsObjects, caseAsObjects } from "./case-as-objects.ts";
import { clewExtension, clewIdentity, stixIdOf, thingExtension } from "./own.ts";
import { relationship, relationshipId } from "./write-relationship.ts";
import { type StixWriting, stixObject } from "./write-thing.ts";

/** A bundle of STIX 2.1: an object for each entity, a relationship for each claim of a link. Ids that are none of STIX's are made of those that are there, and kept beside. */
export const stixWriter: FormatWriter = {
  losses: [
    "Entities of types that STIX has none for, and those that lack what STIX wants of their type, are objects of Clew's own (clew-thing), an extension that other programs keep and do not understand.",
    "A claim that is alleged, denied, or said by somebody that STIX takes for no identity is a related-to whose description says so.",
    "Values that STIX has no field for, speakers and sources of values, partial dates, what a claim is about, and relations and types of Clew's own stand in Clew's extension alone; malware of which nobody says whether it is a family is written as none.",
    "Sightings are written as relationships.",
    "Quotes, ids of claims and who recorded them, texts of sources, what relays what, withdrawn values, why links were withdrawn, judgements, charts, saved questions, history and the case's own types, relations and properties are left out.",
  ],
  parts: ["bundle"],
  *write(content) {
    yield `{"type":"bundle","id":${JSON.stringify(stixIdOf("bundle", `${content.name} ${content.at}`))},"objects":[\n`;
    let isFirst = true;
    for (const object of objectsOf(content)) {
      yield `${isFirst ? "" : ",\n"}${JSON.stringify(object)}`;
      isFirst = false;
    }
    yield "\n]}\n";
  },
};

function* objectsOf(content: ExportContent): Iterable<object> {
  const { ontology, at } = content;
  const asObjects = caseAsObjects(content);
  const { things } = asObjects;
  const sources = new Map(content.sources.map((source) => [source.id, source]));
  const writing: StixWriting = {
    ontology,
    source: (id) => sources.get(id),
    idOf: (id) => things.get(id)?.id ?? stixIdOf("identity", id),
    at,
  };
  yield* frame(at);
  // What others refer to comes before them: marks, then identities, then what has no list of references.
  const inOrder = [...things.values()].toSorted((a, b) => rank(a) - rank(b));
  for (const thing of inOrder) yield stixObject(thing, writing);
  yield* relationships(content, asObjects, writing);
}

function rank({ type, refs }: { readonly type: string; readonly refs: readonly unknown[] }): number {
  if (type === "marking-definition") return 0;
  return type === "identity" ? 1 : refs.length === 0 ? 2 : 3;
}

function* relationships(
  { claims, withdrawn }: ExportContent,
  { things, inFields }: CaseAsObjects,
  writing: StixWriting,
): Iterable<object> {
  const taken = new Set<string>();
  const written = new Map<ClaimId, string>();
  const all = [
    ...Array.from(relayedFirst(claims), (claim) => ({ claim, isRevoked: false })),
    ...withdrawn.map(({ claim }) => ({ claim, isRevoked: true })),
  ];
  for (const { claim, isRevoked } of all) {
    if (claim.kind !== "link" || inFields.has(claim)) continue;
    const isKnown = (id: LinkClaim["subject"]) => things.has(id);
    if (!isKnown(claim.subject) || !isKnown(claim.object)) continue;
    const id = relationshipId(claim, taken);
    if (taken.has(id)) continue;
    taken.add(id);
    written.set(claim.id, id);
    yield relationship(claim, id, { ...writing, things, isRevoked, written: (each) => written.get(each) });
  }
}

/** Who adds to STIX here, and what (sections 7.3 and 3.6 of STIX 2.1). */
function* frame(at: string): Iterable<object> {
  const made = { spec_version: "2.1", created: at, modified: at };
  yield { type: "identity", id: clewIdentity, ...made, name: "Clew", identity_class: "system" };
  const schema = "Described in docs/formats.md of Clew.";
  const definition = { type: "extension-definition", ...made, created_by_ref: clewIdentity, schema, version: "1.0.0" };
  yield { ...definition, id: clewExtension, name: "What Clew knows of an object", extension_types: ["property-extension"] };
  yield { ...definition, id: thingExtension, name: "Thing of a Clew case", extension_types: ["new-sdo"] };
}
