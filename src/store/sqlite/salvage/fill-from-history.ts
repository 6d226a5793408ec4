import type { Change } from "../../../claims/change.ts";
import type { Source } from "../../../claims/source.ts";
import type { Salvage } from "./salvage.ts";

/**
 * Records that the tables have lost and the changes of the history still hold, each as the last change that tells of it leaves it; and what
 * they say of withdrawals. What a table has stands.
 */
export function fillFromHistory(found: Salvage): void {
  const changes = [...found.changes.values()].sort((a, b) => a.seq - b.seq || a.n - b.n);
  const last = new Map<string, { readonly seq: number; readonly change: Change }>();
  for (const { seq, change } of changes) last.set(subjectOf(change), { seq, change });
  let key = 0;
  for (const row of found.claims.values()) key = Math.max(key, row.key);
  // A claim that is taken from the history does not fall into a run that never held it.
  for (const run of found.runs.values()) key = Math.max(key, run.first, run.last);
  for (const { change } of changes)
    if (change.kind === "record-claim" && !found.claims.has(change.claim.id))
      found.claims.set(change.claim.id, { key: ++key, claim: change.claim });
    else if (change.kind === "record-judgement" && !found.judgements.has(change.judgement.id))
      found.judgements.set(change.judgement.id, change.judgement);
  for (const { seq, change } of last.values()) fillOne(found, change, seq);
}

/** Two changes of one subject: the later says how it is. Recording and withdrawing are two subjects. */
function subjectOf(change: Change): string {
  switch (change.kind) {
    case "record-claim":
      return `claim ${change.claim.id}`;
    case "record-judgement":
      return `judgement ${change.judgement.id}`;
    case "withdraw-claim":
    case "restore-claim":
      return `withdrawn claim ${change.claim}`;
    case "withdraw-judgement":
    case "restore-judgement":
      return `withdrawn judgement ${change.judgement}`;
    case "redact":
      return "redact";
    default:
      return `${change.kind} ${(change.after ?? change.before)?.id}`;
  }
}

function fillOne(found: Salvage, change: Change, seq: number): void {
  switch (change.kind) {
    case "put-entity":
      fill(found.entities, change.after);
      break;
    case "put-source":
      fillSource(found, change.after);
      break;
    case "put-chart":
      fill(found.charts, change.after);
      break;
    case "put-question":
      fill(found.questions, change.after);
      break;
    case "put-type":
    case "put-relation":
    case "put-property":
      fillOntology(found, change);
      break;
    case "withdraw-claim":
      fill(found.withdrawn, { kind: "claim", id: change.claim, seq, reason: change.reason }, `claim/${change.claim}`);
      break;
    case "withdraw-judgement": {
      const id = change.judgement;
      fill(found.withdrawn, { kind: "judgement", id, seq, reason: change.reason }, `judgement/${id}`);
    }
  }
}

function fillOntology(
  found: Salvage,
  { kind: put, after }: Extract<Change, { kind: "put-type" | "put-relation" | "put-property" }>,
): void {
  const kinds = { "put-type": "type", "put-relation": "relation", "put-property": "property" } as const;
  const kind = kinds[put];
  if (after !== null) fill(found.ontology, { kind, id: after.id, record: after }, `${kind}/${after.id}`);
}

function fill<T extends { readonly id: string }>(map: Map<string, T>, record: T | null, key = record?.id ?? ""): void {
  if (record !== null && !map.has(key)) map.set(key, record);
}

function fillSource(found: Salvage, source: Source | null): void {
  if (source === null) return;
  fill(found.sources, { ...source, text: null });
  if (source.text !== null && !found.texts.has(source.id)) found.texts.set(source.id, source.text);
}
