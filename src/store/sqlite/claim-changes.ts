import type { ClaimId, LinkId } from "../../base/ids.ts";
import type { Change } from "../../claims/change.ts";
import type { Claim } from "../../claims/claim.ts";
import { claimColumns, claimValues } from "../claim-row.ts";
import { claimOf, columnsOfClaim } from "./claim-of.ts";
import { placeClaim, unplaceClaim } from "./derive-links.ts";
import type { Statements } from "./statements.ts";
import { conflict, isWithdrawn, requireEntities, short, type Work } from "./work.ts";

export function recordClaim(work: Work, claim: Claim): void {
  const { sql } = work;
  if (sql.get("SELECT 1 FROM claim WHERE id = ?", claim.id) !== undefined)
    throw conflict(`claim: ${short(claim.id)} is recorded already`);
  requireNamed(sql, claim);
  const values = claimValues(claim);
  const key = sql.run(`INSERT INTO claim (${claimColumns}) VALUES (${values.map(() => "?").join(", ")})`, ...values);
  if (claim.kind === "link") placeClaim(sql, { key, claim }, work.rules, work.touched);
  for (const link of linksRelaying(sql, claim.id)) work.touched.add(link);
}

export function withdrawClaim(work: Work, { claim, reason }: Extract<Change, { kind: "withdraw-claim" }>): void {
  const { sql, seq } = work;
  const row = sql.get("SELECT key FROM claim WHERE id = ?", claim);
  if (row === undefined) throw conflict(`claim: wanted one of the case, got ${short(claim)}`);
  if (isWithdrawn(sql, "claim", claim)) throw conflict(`claim: ${short(claim)} is withdrawn already`);
  sql.run("INSERT INTO withdrawn (kind, id, seq, reason) VALUES ('claim', ?, ?, ?)", claim, seq, reason);
  unplaceClaim(sql, Number(row.key), work.touched);
}

export function restoreClaim(work: Work, id: ClaimId): void {
  const { sql } = work;
  const row = sql.get(`SELECT c.key, ${columnsOfClaim} FROM claim c WHERE id = ?`, id);
  if (row === undefined || !isWithdrawn(sql, "claim", id)) throw conflict(`claim: wanted a withdrawn one, got ${short(id)}`);
  const claim = claimOf(row);
  requireNamed(sql, claim);
  sql.run("DELETE FROM withdrawn WHERE kind = 'claim' AND id = ?", id);
  if (claim.kind === "link") placeClaim(sql, { key: Number(row.key), claim }, work.rules, work.touched);
}

/**
 * Links whose claims relay `id`, directly or not: a trail that ended there may go on now. CROSS JOIN keeps SQLite to this
 * order; it would begin with every claim that has a link.
 */
export function linksRelaying(sql: Statements, id: ClaimId): LinkId[] {
  const rows = sql.all(
    `WITH RECURSIVE echo (id) AS (VALUES (?) UNION SELECT c.id FROM echo CROSS JOIN claim c ON c.relays = echo.id)
     SELECT DISTINCT l.link FROM echo CROSS JOIN claim c ON c.id = echo.id CROSS JOIN link_claim l ON l.claim = c.key`,
    id,
  );
  return rows.map(({ link }) => link as LinkId);
}

/** Likewise of all claims with keys from one to another. */
export function linksRelayingRun(sql: Statements, [low, high]: readonly [low: number, high: number]): LinkId[] {
  const rows = sql.all(
    `WITH RECURSIVE echo (id) AS (
       SELECT c.id FROM claim r CROSS JOIN claim c ON c.relays = r.id WHERE r.key BETWEEN ? AND ?
       UNION SELECT c.id FROM echo CROSS JOIN claim c ON c.relays = echo.id)
     SELECT DISTINCT l.link FROM echo CROSS JOIN claim c ON c.id = echo.id CROSS JOIN link_claim l ON l.claim = c.key`,
    ...[low, high],
  );
  return rows.map(({ link }) => link as LinkId);
}

function requireNamed(sql: Statements, claim: Claim): void {
  const what = `claim ${short(claim.id)}`;
  const named = [claim.subject, claim.kind === "link" ? claim.object : null, claim.speaker, claim.about];
  requireEntities(
    sql,
    named.filter((id) => id !== null),
    what,
  );
  if (sql.get("SELECT 1 FROM source WHERE id = ?", claim.source) === undefined)
    throw conflict(`${what}: wanted a source of the case, got ${short(claim.source)}`);
}
