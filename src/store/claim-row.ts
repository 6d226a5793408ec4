import type { ClaimId, EntityId, RelationId, SourceId } from "../base/ids.ts";
import type { Claim, Stance } from "../claims/claim.ts";

/** Columns of a claim's row, in the order of `claimValues`. */
export const claimColumns = "id, kind, subject, relation, object, stance, speaker, about, source, relays, body";

export const claimWidth = 11;

/** What most claims have: a row's body leaves it out, and what stands in a column. */
const usual = { citation: null, during: null, said: null, note: "", credibility: null } as const;

/** A claim as a row. */
export function claimValues(claim: Claim): (string | null)[] {
  const { id, kind, subject, stance, speaker, about, source, relays } = claim;
  const [relation, object] = claim.kind === "link" ? [claim.relation, claim.object] : [null, null];
  return [id, kind, subject, relation, object, stance, speaker, about, source, relays, bodyOfClaim(claim)];
}

function bodyOfClaim(claim: Claim): string {
  const { citation, during, said, note, credibility, origin, recordedBy, recordedAt } = claim;
  const body: Record<string, unknown> = {};
  if (citation !== null) body.citation = citation;
  if (during !== null) body.during = during;
  if (said !== null) body.said = said;
  if (note !== "") body.note = note;
  if (credibility !== null) body.credibility = credibility;
  if (claim.kind === "attribute") {
    body.property = claim.property;
    body.value = claim.value;
    body.approximate = claim.approximate;
  } else if (claim.attributes.length > 0) body.attributes = claim.attributes;
  body.origin = origin;
  body.recordedBy = recordedBy;
  body.recordedAt = recordedAt;
  return JSON.stringify(body);
}

/** A row of `claimColumns`, its body read as JSON. Rows that older versions wrote have the whole claim there. */
export interface ClaimRow {
  readonly id: ClaimId;
  readonly kind: Claim["kind"];
  readonly subject: EntityId;
  readonly relation: RelationId | null;
  readonly object: EntityId | null;
  readonly stance: Stance;
  readonly speaker: EntityId | null;
  readonly about: EntityId | null;
  readonly source: SourceId;
  readonly relays: ClaimId | null;
}

/** The claim of a row, with what its body says. */
export function claimOfRow(row: ClaimRow, body: object): Claim {
  const { id, kind, subject, relation, object, stance, speaker, about, source, relays } = row;
  const ends = kind === "link" ? { relation, object, attributes: [] } : {};
  return { id, kind, subject, ...ends, stance, speaker, source, ...usual, about, relays, ...body } as unknown as Claim;
}

const columns = claimColumns.split(", ");

/** The claim of which `claimValues` gave these. */
export function claimOfValues(values: readonly (string | null)[]): Claim {
  const { body, ...row } = Object.fromEntries(columns.map((name, at) => [name, values[at]]));
  return claimOfRow(row as unknown as ClaimRow, JSON.parse(String(body)) as object);
}
