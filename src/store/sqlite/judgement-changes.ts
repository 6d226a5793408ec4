import type { EntityId, JudgementId } from "../../base/ids.ts";
import type { Change } from "../../claims/change.ts";
import type { Judgement } from "../../claims/judgement.ts";
import { readMerged } from "./case-rules.ts";
import { conflict, isWithdrawn, placeAnew, requireEntities, short, type Work } from "./work.ts";

export function recordJudgement(work: Work, judgement: Judgement): void {
  const { sql } = work;
  const { id, a, b, verdict } = judgement;
  if (sql.get("SELECT 1 FROM judgement WHERE id = ?", id) !== undefined)
    throw conflict(`judgement: ${short(id)} is recorded already`);
  requireEntities(sql, [a, b], `judgement ${short(id)}`);
  sql.run("INSERT INTO judgement (id, a, b, verdict, body) VALUES (?, ?, ?, ?, ?)", id, a, b, verdict, JSON.stringify(judgement));
  work.judged = true;
}

export function withdrawJudgement(work: Work, { judgement, reason }: Extract<Change, { kind: "withdraw-judgement" }>): void {
  const { sql, seq } = work;
  if (sql.get("SELECT 1 FROM judgement WHERE id = ?", judgement) === undefined)
    throw conflict(`judgement: wanted one of the case, got ${short(judgement)}`);
  if (isWithdrawn(sql, "judgement", judgement)) throw conflict(`judgement: ${short(judgement)} is withdrawn already`);
  sql.run("INSERT INTO withdrawn (kind, id, seq, reason) VALUES ('judgement', ?, ?, ?)", judgement, seq, reason);
  work.judged = true;
}

export function restoreJudgement(work: Work, id: JudgementId): void {
  const { sql } = work;
  const row = sql.get("SELECT a, b FROM judgement WHERE id = ?", id);
  if (row === undefined || !isWithdrawn(sql, "judgement", id))
    throw conflict(`judgement: wanted a withdrawn one, got ${short(id)}`);
  requireEntities(sql, [row.a as EntityId, row.b as EntityId], `judgement ${short(id)}`);
  sql.run("DELETE FROM withdrawn WHERE kind = 'judgement' AND id = ?", id);
  work.judged = true;
}

/** Before anything asks who stands for whom: many judgements in a row are looked at once. */
export function settleMerges(work: Work): void {
  if (work.judged !== true) return;
  work.judged = false;
  remerge(work);
}

/** Who stands for whom may have changed: the claims of those for whom it did go to their new links. */
export function remerge(work: Work): void {
  const { merged: before, ontology } = work.rules;
  const merged = readMerged(work.sql);
  work.rules = { ontology, merged };
  for (const id of new Set([...before.keys(), ...merged.keys()])) {
    if ((before.get(id) ?? id) === (merged.get(id) ?? id)) continue;
    placeAnew(work, "c.subject = ?", id);
    placeAnew(work, "c.object = ?", id);
  }
}
