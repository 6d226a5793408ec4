import type { Claim } from "../../claims/claim.ts";
import type { Link } from "../../claims/link.ts";
import { relationOf } from "../../claims/ontology.ts";
import { claimsByLink, notesOf, weightOf } from "../claims-by-link.ts";
import type { ExportContent, FormatWriter } from "../format.ts";
import { type CypherValue, cypherLabel, cypherMap, cypherType } from "./cypher-literals.ts";

/**
 * A script for a graph database, one statement a line, each of which may run again. Entities, sources and claims are nodes; a claim points to
 * its ends, its source, its speaker, what it is about and what it relays. A link is a relationship of its own between entities, with what its
 * claims add up to: so that a path is one pattern, and standing stays beside it. The two parts differ in how they declare that ids are unique.
 */
export const cypherWriter: FormatWriter = {
  losses: [
    "Withdrawn claims, saved questions, history and the case's own types, relations and properties are left out.",
    "Only the first chart is written, as x and y of its entities; pinned or not is left out.",
    "The character U+0000 is written as U+FFFD; Neo4j refuses ids of more than 8,000 bytes, which its index cannot hold.",
  ],
  parts: ["neo4j", "memgraph"],
  *write(content, part) {
    for (const label of ["Entity", "Source", "Claim"]) yield part === "memgraph" ? assertUnique(label) : requireUnique(label);
    yield* sourceLines(content);
    yield* entityLines(content);
    yield* claimLines(content);
    yield* linkLines(content);
    for (const { id, a, b, ...rest } of content.judgements)
      yield between(a, b, `[r:JUDGED ${cypherMap([["id", id]])}]`, Object.entries(rest));
  },
};

function requireUnique(label: string): string {
  return `CREATE CONSTRAINT clew_${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE;\n`;
}

function assertUnique(label: string): string {
  return `CREATE CONSTRAINT ON (n:${label}) ASSERT n.id IS UNIQUE;\n`;
}

type Values = readonly (readonly [key: string, value: CypherValue])[];

function node(label: string, id: string, values: Values): string {
  return `MERGE (n:${label} ${cypherMap([["id", id]])}) SET n += ${cypherMap(values)}`;
}

/** A relationship between two entities that are there. */
function between(from: string, to: string, relationship: string, values: Values): string {
  const ends = `MATCH (a:Entity ${cypherMap([["id", from]])}), (b:Entity ${cypherMap([["id", to]])})`;
  return `${ends} MERGE (a)-${relationship}->(b) SET r += ${cypherMap(values)};\n`;
}

function* sourceLines({ sources }: ExportContent): Iterable<string> {
  for (const { id, derivedFrom: _, ...rest } of sources) yield `${node("Source", id, Object.entries(rest))};\n`;
  for (const { id, derivedFrom } of sources)
    if (derivedFrom !== null) yield pointer("Source", id, ["DERIVED_FROM", "Source", derivedFrom]);
}

/** From a source or claim to what it names. */
function pointer(label: string, id: string, [type, of, other]: readonly [type: string, of: string, other: string]): string {
  const ends = `MATCH (a:${label} ${cypherMap([["id", id]])}), (b:${of} ${cypherMap([["id", other]])})`;
  return `${ends} MERGE (a)-[:${type}]->(b);\n`;
}

function* entityLines({ entities, charts }: ExportContent): Iterable<string> {
  const placed = new Map((charts[0]?.nodes ?? []).map((place) => [place.entity, place]));
  for (const { id, type, name, aliases, description, placeholder } of entities) {
    const place = placed.get(id);
    const label = cypherLabel(type);
    const values = node("Entity", id, [
      ["name", name],
      ["type", type],
      ["aliases", aliases],
      ["description", description],
      ["placeholder", placeholder],
      ["x", place?.x ?? null],
      ["y", place?.y ?? null],
    ]);
    yield `${values}${taken.has(label) ? "" : ` SET n:${label}`};\n`;
  }
}

/** Labels with a meaning of their own in the script. */
const taken = new Set(["Entity", "Source", "Claim"].map((label) => `\`${label}\``));

function* claimLines({ claims }: ExportContent): Iterable<string> {
  for (const claim of claims) yield `${node("Claim", claim.id, claimValues(claim))};\n`;
  for (const claim of claims) {
    const ends: readonly (readonly [type: string, of: string, other: string | null])[] = [
      ["SUBJECT", "Entity", claim.subject],
      ["OBJECT", "Entity", claim.kind === "link" ? claim.object : null],
      ["SOURCE", "Source", claim.source],
      ["SPEAKER", "Entity", claim.speaker],
      ["ABOUT", "Entity", claim.about],
      ["RELAYS", "Claim", claim.relays],
    ];
    for (const [type, of, other] of ends) if (other !== null) yield pointer("Claim", claim.id, [type, of, other]);
  }
}

function claimValues(claim: Claim): Values {
  const { citation, origin } = claim;
  const said: Values =
    claim.kind === "link"
      ? [
          ["relation", claim.relation],
          ["attributes", claim.attributes.length === 0 ? null : JSON.stringify(claim.attributes)],
        ]
      : [
          ["property", claim.property],
          ["value", claim.value],
          ["approximate", claim.approximate],
        ];
  return [
    ["kind", claim.kind],
    ...said,
    ["stance", claim.stance],
    ["during", claim.during],
    ["said", claim.said],
    ["note", claim.note],
    ["credibility", claim.credibility],
    ["quote", citation === null || citation.kind === "row" ? null : citation.quote],
    ["start", citation?.kind === "quote" ? citation.start : null],
    ["end", citation?.kind === "quote" ? citation.end : null],
    ["row", citation?.kind === "row" ? citation.row : null],
    ["page", citation?.kind === "page" ? citation.page : null],
    ["origin", origin.kind],
    ["originFile", origin.kind === "imported" ? origin.file : null],
    ["originRow", origin.kind === "imported" ? origin.row : null],
    ["recordedBy", claim.recordedBy],
    ["recordedAt", claim.recordedAt],
  ];
}

function* linkLines(content: ExportContent): Iterable<string> {
  const claimsOf = claimsByLink(content);
  for (const link of content.links) {
    const behind = claimsOf.get(link.id) ?? [];
    yield between(link.from, link.to, `[r:${cypherType(link.relation)} ${cypherMap([["id", link.id]])}]`, [
      ...linkValues(link, content),
      ["note", notesOf(behind).join("; ")],
      ["weight", weightOf(behind)],
      ["claimIds", behind.map(({ id }) => id)],
    ]);
  }
}

function linkValues({ relation, standing, claims, origins }: Link, { ontology }: ExportContent): Values {
  const { label, symmetric } = relationOf(ontology, relation);
  return [
    ["relation", relation],
    ["label", label],
    ["symmetric", symmetric],
    ["standing", standing],
    ["claims", claims],
    ["origins", origins],
  ];
}
