import type { LinkId } from "../../src/base/ids.ts";
import { builtInOntology, extendOntology } from "../../src/claims/built-in-ontology.ts";
import type { LinkClaim } from "../../src/claims/claim.ts";
import { representatives } from "../../src/claims/judgement.ts";
import { type Link, type LinkEnds, linkOfClaim } from "../../src/claims/link.ts";
import type { Ontology } from "../../src/claims/ontology.ts";
import { countClaims } from "../../src/claims/origin.ts";
import { standingOf } from "../../src/claims/standing.ts";
import type { ExportContent, ReadRecord } from "../../src/formats/format.ts";
import { ofKind } from "./read-all.ts";

/** A whole case as it goes out, from the records that Clew JSON lines give: links and their standing worked out anew, without a store. */
export function contentOfRecords(records: readonly ReadRecord[]): ExportContent {
  const entities = ofKind(records, "entity").map(({ entity }) => entity);
  const sources = ofKind(records, "source").map(({ source }) => source);
  const judgements = ofKind(records, "judgement").map(({ judgement }) => judgement);
  const added = {
    types: ofKind(records, "type").map(({ type }) => type),
    relations: ofKind(records, "relation").map(({ relation }) => relation),
    properties: ofKind(records, "property").map(({ property }) => property),
  };
  const reasons = new Map(ofKind(records, "withdrawn").map(({ claim, reason }) => [claim, reason]));
  const all = ofKind(records, "claim").map(({ claim }) => claim);
  const merged = representatives(judgements);
  const content = {
    ...{ name: "case", at: "2024-04-01T00:00:00Z", ontology: extendOntology(builtInOntology, added), added },
    ...{ entities, sources, judgements, history: [] },
    nodes: entities.filter(({ id }) => (merged.get(id) ?? id) === id),
    claims: all.filter(({ id }) => !reasons.has(id)),
    withdrawn: all.flatMap((claim) => (reasons.has(claim.id) ? { claim, reason: reasons.get(claim.id)! } : [])),
    charts: ofKind(records, "chart").map(({ chart }) => chart),
    questions: ofKind(records, "question").map(({ question }) => question),
  };
  return { ...content, links: linksOf(content, content.ontology) };
}

function linksOf(
  { claims, sources, judgements, withdrawn }: Pick<ExportContent, "claims" | "sources" | "judgements" | "withdrawn">,
  ontology: Ontology,
): Link[] {
  const merged = representatives(judgements);
  const behind = new Map<LinkId, { ends: LinkEnds; claims: LinkClaim[] }>();
  for (const claim of claims) {
    if (claim.kind !== "link") continue;
    const ends = linkOfClaim(claim, ontology, merged);
    const group = behind.get(ends.id) ?? { ends, claims: [] };
    group.claims.push(claim);
    behind.set(ends.id, group);
  }
  const claimsById = new Map([...claims, ...withdrawn.map(({ claim }) => claim)].map((claim) => [claim.id, claim]));
  const sourcesById = new Map(sources.map((source) => [source.id, source]));
  const trail = { claim: (id: LinkClaim["id"]) => claimsById.get(id), source: (id: LinkClaim["source"]) => sourcesById.get(id) };
  return [...behind.values()].map(({ ends, claims: of }) => {
    const counts = countClaims(of, trail);
    return { ...ends, standing: standingOf(counts)!, claims: of.length, origins: counts.ownVoiceOrigins };
  });
}
