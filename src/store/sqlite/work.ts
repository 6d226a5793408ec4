import type { EntityId, LinkId } from "../../base/ids.ts";
import { BadInput } from "../../base/problem.ts";
import { claimOf, columnsOfClaim } from "./claim-of.ts";
import { type LinkRules, placeClaim, unplaceClaim } from "./derive-links.ts";
import type { Statements } from "./statements.ts";

/** One transaction under way: what its changes share. */
export interface Work {
  readonly sql: Statements;
  /** Number of its history entry. */
  readonly seq: number;
  /** Links to compute anew at its end. */
  readonly touched: Set<LinkId>;
  /** Entities whose names may have changed: to be indexed at its end. */
  readonly named: Set<EntityId>;
  rules: LinkRules;
  /** Judgements changed since `rules` were read: see `settleMerges`. */
  judged?: boolean;
}

/** Places the link claims in force anew that `where` selects. */
export function placeAnew(work: Work, where: string, value: string): void {
  const { sql } = work;
  const rows = sql.all(`SELECT c.key, ${columnsOfClaim} FROM claim c JOIN link_claim l ON l.claim = c.key WHERE ${where}`, value);
  for (const row of rows) {
    const key = Number(row.key);
    const claim = claimOf(row);
    if (claim.kind !== "link") continue;
    unplaceClaim(sql, key, work.touched);
    placeClaim(sql, { key, claim }, work.rules, work.touched);
  }
}

export function requireEntities(sql: Statements, ids: readonly EntityId[], what: string): void {
  for (const id of ids)
    if (sql.get("SELECT 1 FROM entity WHERE id = ?", id) === undefined)
      throw conflict(`${what}: wanted an entity of the case, got ${short(id)}`);
}

export function isWithdrawn(sql: Statements, kind: "claim" | "judgement", id: string): boolean {
  return sql.get("SELECT 1 FROM withdrawn WHERE kind = ? AND id = ?", kind, id) !== undefined;
}

export function conflict(message: string): BadInput {
  return new BadInput(message, { kind: "conflict" });
}

export function short(id: string): string {
  const text = JSON.stringify(id);
  return text.length > 80 ? `${text.slice(0, 79)}…"` : text;
}
