import {
  chartId,
  claimId,
  entityId,
  entityTypeId,
  judgementId,
  propertyId,
  questionId,
  relationId,
  sourceId,
} from "../../src/base/ids.ts";
import type { Claim, LinkClaim } from "../../src/claims/claim.ts";
import type { Entity } from "../../src/claims/entity.ts";
import type { Link } from "../../src/claims/link.ts";
import { linkOfClaim } from "../../src/claims/link.ts";
import { countClaims } from "../../src/claims/origin.ts";
import type { Source } from "../../src/claims/source.ts";
import { standingOf } from "../../src/claims/standing.ts";
import type { ExportContent } from "../../src/formats/format.ts";
import { importSource, noOntology } from "./read-all.ts";

/** Names that other people's files do hold: keys of `Object.prototype`, markup, formulas, marks that turn text around. */
export const hostileNames: readonly string[] = [
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "then", "prototype", "length"],
  ...["🧶", "👩‍👩‍👧‍👦", "ٱلْهَوْل", "\u202Eevil\u202C", "\u200Fname\u200E", "Ḥōl", "al-hol", "x".repeat(10_000)],
  ...[
    "]]>",
    "<script>alert(1)</script>",
    "<!--",
    "&amp;",
    "&#0;",
    '"quoted"',
    "it's",
    "a,b;c\td|e",
    "line\nbreak",
    "carriage\r\nreturn",
    "\r",
  ],
  ...["=1+1", "+1", "-1", "@sum", "'=1+1", "''", "\t=1", " leading", "trailing ", "\u2028", "a>b", "100%", "null", "true", "0"],
];

const source: Source = {
  ...importSource,
  id: sourceId("briefing"),
  title: "Briefing",
  text: "Words that stand here. Words again.",
};

/** A case in which every hostile name is an id, a name, a type, a relation, a note, an alias and an attribute. */
export function hostileContent(names: readonly string[] = hostileNames): ExportContent {
  const entities = names.map(
    (name): Entity => ({
      id: entityId(name),
      type: entityTypeId(name),
      name,
      aliases: [name, `${name}!`],
      description: name,
      placeholder: false,
    }),
  );
  const linkClaims = names.map((name, at) => linkClaim(at, name, names[(at + 1) % names.length]!));
  const counts: Claim = {
    ...shared(claimId("figure")),
    kind: "attribute",
    subject: entityId(names[0]!),
    property: propertyId("casualties"),
    value: 133,
    approximate: true,
  };
  const withdrawn: LinkClaim = { ...linkClaim(0, names[0]!, names.at(-1)!), id: claimId("withdrawn") };
  return {
    name: "hostile",
    at: "2024-03-25T10:00:00Z",
    ontology: noOntology,
    added: { types: [], relations: [], properties: [{ id: propertyId("casualties"), label: "casualties", unit: "people" }] },
    entities,
    nodes: entities,
    sources: [source],
    links: linksOf(linkClaims),
    claims: [...linkClaims, counts],
    withdrawn: [{ claim: withdrawn, reason: "it was wrong" }],
    judgements: [
      {
        id: judgementId("j1"),
        a: entityId(names[0]!),
        b: entityId(names[1]!),
        verdict: "unsure",
        reason: "perhaps",
        by: "tester",
        at: "2024-03-25T10:00:00Z",
      },
    ],
    charts: [
      {
        id: chartId("main"),
        name: "Main",
        nodes: names.map((name, at) => ({ entity: entityId(name), x: at / 3, y: 1 - at, pinned: at % 2 === 0 })),
      },
    ],
    questions: [
      {
        id: questionId("q1"),
        name: names[1]!,
        ask: "path",
        asked: { from: names, to: [names[0]!], standing: null, maxHops: 3, certain: true },
      },
      {
        id: questionId("q2"),
        name: "pattern",
        ask: "pattern",
        asked: { nodes: [{ name: names[0]!, entity: null, types: ["person"] }], edges: [{ from: 0, to: 1, relations: [] }] },
      },
    ],
    history: [
      {
        seq: 1,
        at: "2024-03-25T10:00:00Z",
        by: "tester",
        label: "withdraw claim",
        undoes: null,
        changes: [
          { kind: "put-entity", before: null, after: entities[0]! },
          { kind: "record-claim", claim: withdrawn },
          {
            kind: "put-question",
            before: null,
            after: { id: questionId("q0"), name: "Around", ask: "around", asked: { center: names[0]! } },
          },
          { kind: "withdraw-claim", claim: withdrawn.id, reason: "it was wrong" },
        ],
      },
    ],
  };
}

function shared(id: Claim["id"]) {
  return {
    id,
    stance: "asserts",
    speaker: null,
    source: source.id,
    citation: { kind: "quote", quote: "stand here", start: 11, end: 21 },
    during: "2024-03",
    said: null,
    about: null,
    note: "",
    credibility: 2,
    relays: null,
    origin: { kind: "hand" },
    recordedBy: "tester",
    recordedAt: "2024-03-25T10:00:00Z",
  } as const;
}

function linkClaim(at: number, name: string, next: string): LinkClaim {
  return {
    ...shared(claimId(`c${at}`)),
    kind: "link",
    stance: (["asserts", "alleges", "denies"] as const)[at % 3]!,
    speaker: at % 2 === 0 ? null : entityId(name),
    about: entityId(name),
    subject: entityId(name),
    relation: relationId(name),
    object: entityId(next),
    note: name,
    attributes: [
      ["weight", at],
      [name, name],
    ],
  };
}

function linksOf(claims: readonly LinkClaim[]): Link[] {
  const trail = { claim: () => undefined, source: () => undefined };
  return claims.map((claim) => {
    const counts = countClaims([claim], trail);
    return { ...linkOfClaim(claim, noOntology), standing: standingOf(counts)!, claims: 1, origins: counts.ownVoiceOrigins };
  });
}
