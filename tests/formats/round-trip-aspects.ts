import { representatives } from "../../src/claims/judgement.ts";
import { linkOfClaim } from "../../src/claims/link.ts";
import { relationOf } from "../../src/claims/ontology.ts";
import type { ExportContent } from "../../src/formats/format.ts";

/** One thing that a case says, and that comes back or is named as lost. */
export interface Aspect {
  readonly name: string;
  /** All of it in a case, each a text. */
  readonly of: (content: ExportContent) => readonly string[];
  /** What the losses of a format say where it goes missing; null for what every format carries. */
  readonly lostBy: RegExp | null;
}

const onePart = /One file holds one part/;
const theClaims = /the claims themselves|the single claims/;
const json = (...parts: readonly unknown[]) => JSON.stringify(parts);

type LinkClaims = { readonly claim: Extract<ExportContent["claims"][number], { kind: "link" }>; readonly link: string };

function linkClaims({ claims, ontology, judgements }: ExportContent): LinkClaims[] {
  const merged = representatives(judgements);
  return claims.flatMap((claim) => (claim.kind === "link" ? { claim, link: linkOfClaim(claim, ontology, merged).id } : []));
}

/** Of the link claims, by the link, where they say anything. */
function ofLinks(say: (claim: LinkClaims["claim"]) => unknown): Aspect["of"] {
  return (content) => linkClaims(content).flatMap(({ claim, link }) => (isNothing(say(claim)) ? [] : json(link, say(claim))));
}

function isNothing(said: unknown): boolean {
  return said === null || said === "" || said === undefined;
}

function ofNodes(say: (entity: ExportContent["entities"][number]) => unknown): Aspect["of"] {
  return ({ nodes }) => nodes.flatMap((entity) => (isNothing(say(entity)) ? [] : json(entity.id, say(entity))));
}

function linked({ nodes, links }: ExportContent): ExportContent["nodes"] {
  const ends = new Set(links.flatMap(({ from, to }) => [from, to]));
  return nodes.filter(({ id }) => ends.has(id));
}

/** As strong as one claim of its own voice can be. */
const single = (standing: string) => (standing === "corroborated" ? "stated" : standing);

/** What a format carries, or says that it leaves out. */
export const aspects: readonly Aspect[] = [
  { name: "entities that are linked", of: (content) => linked(content).map(({ id }) => id), lostBy: null },
  { name: "entities that are not", of: ({ nodes }) => nodes.map(({ id }) => id), lostBy: onePart },
  {
    name: "entities that are merged into others",
    of: ({ entities }) => entities.map(({ id }) => id),
    lostBy: /merged entities|judgements/,
  },
  { name: "names", of: (content) => linked(content).map(({ id, name }) => json(id, name)), lostBy: null },
  { name: "types", of: (content) => linked(content).map(({ id, type }) => json(id, type)), lostBy: null },
  { name: "other names", of: ofNodes(({ aliases }) => (aliases.length === 0 ? null : [...aliases].sort())), lostBy: onePart },
  { name: "descriptions", of: ofNodes(({ description }) => description), lostBy: onePart },
  { name: "placeholders", of: ofNodes(({ placeholder }) => placeholder || null), lostBy: /One file holds one part|placeholder,/ },
  { name: "links", of: ({ links }) => links.map(({ id }) => id), lostBy: null },
  {
    name: "standing, as far as one claim goes",
    of: ({ links }) => links.map(({ id, standing }) => json(id, single(standing))),
    lostBy: null,
  },
  { name: "corroboration", of: ({ links }) => links.map(({ id, standing }) => json(id, standing)), lostBy: theClaims },
  {
    name: "which relations are symmetric",
    of: ({ links, ontology }) => links.map(({ relation }) => json(relation, relationOf(ontology, relation).symmetric)),
    lostBy: /left out; so is whether one of those relations is symmetric/,
  },
  { name: "notes of links", of: ofLinks(({ note }) => note), lostBy: null },
  { name: "weights", of: ofLinks(({ attributes }) => attributes.find(([key]) => key === "weight")?.[1]), lostBy: null },
  {
    name: "other attributes of links",
    of: ofLinks(({ attributes }) => attributes.find(([key]) => key === "share")?.[1]),
    lostBy: theClaims,
  },
  {
    name: "single claims",
    of: ({ claims }) => claims.map(({ id }) => id),
    lostBy: /the claims themselves|the single claims|ids of claims/,
  },
  { name: "speakers", of: ofLinks(({ speaker }) => speaker), lostBy: /speakers/i },
  { name: "quotes", of: ofLinks(({ citation }) => (citation?.kind === "quote" ? citation.quote : null)), lostBy: /quotes/i },
  {
    name: "rows and pages",
    of: ofLinks(({ citation }) => (citation?.kind === "page" ? citation.page : null)),
    lostBy: /quotes|pages/i,
  },
  { name: "when it held", of: ofLinks(({ during }) => during), lostBy: /dates/i },
  { name: "when it was said", of: ofLinks(({ said }) => said), lostBy: /dates/i },
  { name: "what it is about", of: ofLinks(({ about }) => about), lostBy: /the claims themselves|the single claims|about/ },
  {
    name: "credibility",
    of: ofLinks(({ credibility }) => credibility),
    lostBy: /the claims themselves|the single claims|credibility/,
  },
  { name: "relays", of: ofLinks(({ relays }) => relays), lostBy: /the claims themselves|the single claims|relay/ },
  {
    name: "who recorded it",
    of: ofLinks(({ recordedBy }) => recordedBy),
    lostBy: /the claims themselves|the single claims|record/,
  },
  {
    name: "figures and other values",
    of: ({ claims }) =>
      claims.flatMap((claim) => (claim.kind === "attribute" ? json(claim.subject, claim.property, claim.value) : [])),
    lostBy: /Attribute claims|One file holds one part/,
  },
  {
    name: "about how much",
    of: ({ claims }) =>
      claims.flatMap((claim) => (claim.kind === "attribute" && claim.approximate ? json(claim.subject, claim.property) : [])),
    lostBy: /Attribute claims|One file holds one part|about how much/,
  },
  { name: "sources", of: ({ sources }) => sources.map(({ title }) => title), lostBy: /\bsources\b/i },
  { name: "addresses of sources", of: ({ sources }) => sources.flatMap(({ url }) => url ?? []), lostBy: /\bsources\b/i },
  { name: "texts of sources", of: ({ sources }) => sources.flatMap(({ text }) => text ?? []), lostBy: /\bsources\b/i },
  {
    name: "withdrawn claims",
    of: ({ withdrawn }) =>
      withdrawn.map(({ claim, reason }) => json(claim.subject, claim.kind === "link" ? claim.relation : claim.property, reason)),
    lostBy: /withdrawn claims|why links were withdrawn/i,
  },
  {
    name: "judgements",
    of: ({ judgements }) => judgements.map(({ a, b, verdict }) => json(a, b, verdict)),
    lostBy: /judgements/i,
  },
  {
    name: "places on the first chart",
    of: ({ charts: [first] }) => (first?.nodes ?? []).map(({ entity, x, y }) => json(entity, x, y)),
    lostBy: /(^|, )charts, /i,
  },
  {
    name: "what is pinned",
    of: ({ charts: [first] }) => (first?.nodes ?? []).map(({ entity, pinned }) => json(entity, pinned)),
    lostBy: /pinned|(^|, )charts, /i,
  },
  { name: "all charts", of: ({ charts }) => charts.map(({ name }) => name), lostBy: /chart/i },
  { name: "saved questions", of: ({ questions }) => questions.map(({ name }) => name), lostBy: /saved questions/i },
  {
    name: "types, relations and properties of its own",
    of: ({ added }) => [
      ...added.types.map(({ id, parent }) => json(id, parent)),
      ...added.relations.map(({ id, label }) => json(id, label)),
      ...added.properties.map(({ id, unit }) => json(id, unit)),
    ],
    lostBy: /own types, relations and properties/,
  },
];
