import type { ClaimId, EntityId, RelationId, SourceId } from "../base/ids.ts";
import type { Citation, Claim, ClaimOrigin, Stance } from "../claims/claim.ts";

/** Columns of a claim's row, in the order of `claimValues`. */
export const claimColumns = "id, kind, subject, relation, object, stance, speaker, about, source, relays, body";

export const claimWidth = 11;

/** What most claims have: a row's body leaves it out, and what stands in a column. */
const usual = { citation: null, during: null, said: null, note: "", credibility: null } as const;

/** A claim as a row. */
export function claimValues(claim: Claim): (string | null)[] {
  const values: (string | null)[] = [];
  pushClaimValues(claim, values);
  return values;
}

/** As `claimValues`, behind what is there. */
export function pushClaimValues(claim: Claim, values: (string | null)[]): void {
  const { id, kind, subject, stance, speaker, about, source, relays } = claim;
  const relation = claim.kind === "link" ? claim.relation : null;
  const object = claim.kind === "link" ? claim.object : null;
  values.push(id, kind, subject, relation, object, stance, speaker, about, source, relays, bodyOfClaim(claim));
}

/** JSON, put together by hand where a million claims of a table differ in their row alone. */
function bodyOfClaim(claim: Claim): string {
  const { citation, during, said, note, credibility, origin, recordedBy, recordedAt } = claim;
  let body = citation === null ? "{" : `{"citation":${jsonOfCitation(citation)},`;
  if (during !== null) body += `"during":${JSON.stringify(during)},`;
  if (said !== null) body += `"said":${JSON.stringify(said)},`;
  if (note !== "") body += `"note":${JSON.stringify(note)},`;
  if (credibility !== null) body += `"credibility":${JSON.stringify(credibility)},`;
  if (claim.kind === "attribute")
    body += `"property":${JSON.stringify(claim.property)},"value":${JSON.stringify(claim.value)},"approximate":${claim.approximate},`;
  else if (claim.attributes.length > 0) body += `"attributes":${JSON.stringify(claim.attributes)},`;
  return `${body}"origin":${jsonOfOrigin(origin)},"recordedBy":${jsonOfBy(recordedBy)},"recordedAt":${jsonOfAt(recordedAt)}}`;
}

function jsonOfCitation(citation: Citation): string {
  return citation.kind === "row" ? `{"kind":"row","row":${citation.row}}` : JSON.stringify(citation);
}

function jsonOfOrigin(origin: ClaimOrigin): string {
  if (origin.kind !== "imported") return JSON.stringify(origin);
  return `{"kind":"imported","file":${jsonOfFile(origin.file)},"row":${origin.row}}`;
}

const [jsonOfFile, jsonOfBy, jsonOfAt] = [lastAsJson(), lastAsJson(), lastAsJson()];

/** JSON of a text that mostly is the one of the call before. */
function lastAsJson(): (text: string) => string {
  let [last, json] = ["", '""'];
  return (text) => {
    if (text !== last) {
      last = text;
      json = JSON.stringify(text);
    }
    return json;
  };
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
