import { readFileSync } from "node:fs";
import type { EntityId } from "../../src/base/ids.ts";
import { entityId, relationId } from "../../src/base/ids.ts";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import type { AttributeClaim, Claim, LinkClaim } from "../../src/claims/claim.ts";
import { linkIdOf, linkOfClaim } from "../../src/claims/link.ts";
import type { OriginTrail } from "../../src/claims/origin.ts";
import { countClaims } from "../../src/claims/origin.ts";
import type { Standing } from "../../src/claims/standing.ts";
import { standingOf } from "../../src/claims/standing.ts";
import { clewJsonlFormat } from "../../src/formats/clew-jsonl/clew-jsonl-format.ts";
import type { ReadRecord } from "../../src/formats/format.ts";
import { ofKind, readAll } from "../formats/read-all.ts";

const text = readFileSync("data/moscow-2024.clew.jsonl", "utf8");
const records: readonly ReadRecord[] = await readAll(clewJsonlFormat, text, { file: "moscow-2024.clew.jsonl" });

export const problems = ofKind(records, "problem").map(({ problem }) => problem);
export const entities = new Map(ofKind(records, "entity").map(({ entity }) => [entity.id, entity]));
export const sources = new Map(ofKind(records, "source").map(({ source }) => [source.id, source]));
export const claims: readonly Claim[] = ofKind(records, "claim").map(({ claim }) => claim);
export const judgements = ofKind(records, "judgement").map(({ judgement }) => judgement);
export const charts = ofKind(records, "chart").map(({ chart }) => chart);

const byId = new Map(claims.map((claim) => [claim.id, claim]));
const trail: OriginTrail = { claim: (id) => byId.get(id), source: (id) => sources.get(id) };

export const linkClaims: readonly LinkClaim[] = claims.filter((claim) => claim.kind === "link");

/** The claims behind "isis-k perpetrated attack-moscow-2024". */
export function behind(link: string): LinkClaim[] {
  const [from = "", relation = "", to = ""] = link.split(" ");
  const wanted = linkIdOf(entityId(from), relationId(relation), entityId(to));
  return linkClaims.filter((claim) => linkOfClaim(claim, builtInOntology).id === wanted);
}

export function standing(link: string): Standing | null {
  return standingOf(countClaims(behind(link), trail));
}

export function origins(link: string): number {
  return countClaims(behind(link), trail).ownVoiceOrigins;
}

/** What is said of an entity's property, each value once: "about 10000". */
export function values(entity: string, property: string): string[] {
  const said = claims.filter((claim): claim is AttributeClaim => claim.kind === "attribute");
  const found = said.filter((claim) => claim.subject === entity && claim.property === property && claim.stance === "asserts");
  return [...new Set(found.map(({ value, approximate }) => `${approximate ? "about " : ""}${value}`))];
}

/** Every name that an entity goes by. */
export function namesOf(entity: string): string[] {
  const { name, aliases } = entities.get(entity as EntityId)!;
  return [name, ...aliases];
}
