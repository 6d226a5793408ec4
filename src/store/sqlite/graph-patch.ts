import type { ClaimId, EntityId, EntityTypeId, JudgementId, LinkId, RelationId, SourceId } from "../../base/ids.ts";
import type { Change } from "../../claims/change.ts";
import type { LinkClaim } from "../../claims/claim.ts";
import { type LinkEnds, linkOfClaim } from "../../claims/link.ts";
import type { Source } from "../../claims/source.ts";
import type { GraphSourceRow } from "../../graph/build-snapshot.ts";
import type { GraphPatch } from "../../graph/patch.ts";
import { linksRelaying, linksRelayingRun } from "./claim-changes.ts";
import { type LinkRules, trailOf } from "./derive-links.ts";
import { type HistoryRun, keysOfRun, readRunsAfter } from "./history-runs.ts";
import { linksFrom } from "./put-changes.ts";
import { linkColumns, linkOf } from "./read-records.ts";
import { claimRowsOf } from "./snapshot-rows.ts";
import { bodyOf, type Statements } from "./statements.ts";

/**
 * What the entries after one come to for a snapshot of then; null where they are more than `most` changes, or of a kind after which
 * it is built anew: a merge, or one taken back; a relation that becomes symmetric, or no longer is; a redaction. Reads the
 * entries for what they touch, and the case for what that is now: O(changes, those that runs stand for among them).
 */
export function graphPatchSince(
  sql: Statements,
  rules: LinkRules,
  { since, most }: { readonly since: number; readonly most: number },
): GraphPatch | null {
  const runs = readRunsAfter(sql, since);
  const inRuns = runs.reduce((sum, { claims }) => sum + claims, 0);
  if (inRuns > most) return null;
  const rows = sql.lists("SELECT body FROM history_change WHERE seq > ? ORDER BY seq, n LIMIT ?", since, most - inRuns + 1);
  if (rows.length > most - inRuns) return null;
  const touched: Touched = { links: new Map(), entities: new Map(), sources: new Set() };
  for (const [body] of rows) if (!touch({ sql, rules, most }, touched, bodyOf<Change>({ body }))) return null;
  for (const run of runs) touchRun({ sql, rules, most }, touched, run);
  if (touched.links.size > most) return null;
  const claims = claimRowsOf(sql, [...touched.links.keys()], { ...rules, trail: trailOf(sql) });
  const links = Array.from(touched.links.values(), (ends) => ({ ends, claims: claims.get(ends.id) ?? [] }));
  for (const rows of claims.values()) for (const { source, origin } of rows) touched.sources.add(source).add(origin);
  return {
    links,
    entities: Array.from(touched.entities, ([id, type]) => ({ id, type: isNode(rules, id) ? type : null })),
    sources: Array.from(touched.sources, (id) => gradeNow(sql, id)),
  };
}

interface Touched {
  readonly links: Map<LinkId, LinkEnds>;
  /** With the type that they have in the end; null for one that is no more. */
  readonly entities: Map<EntityId, EntityTypeId | null>;
  readonly sources: Set<SourceId>;
}

interface Asking {
  readonly sql: Statements;
  readonly rules: LinkRules;
  readonly most: number;
}

/** Notes what a change touches. False for one after which a snapshot is built anew. */
function touch(asking: Asking, touched: Touched, change: Change): boolean {
  switch (change.kind) {
    case "record-claim":
      if (change.claim.kind === "link") touchLinkOf(asking, touched, change.claim);
      return touchLinks(asking, touched, linksRelaying(asking.sql, change.claim.id));
    case "withdraw-claim":
    case "restore-claim":
      return touchClaim(asking, touched, change.claim);
    case "put-entity":
      if (change.before?.type !== change.after?.type)
        touched.entities.set((change.after ?? change.before)!.id, change.after?.type ?? null);
      return true;
    case "put-source":
      return touchSource(asking, touched, change);
    case "put-relation":
      return (
        change.before?.symmetric === change.after?.symmetric || !isRelationUsed(asking.sql, (change.after ?? change.before)!.id)
      );
    case "record-judgement":
      return change.judgement.verdict !== "same";
    case "withdraw-judgement":
    case "restore-judgement":
      return !isMerge(asking.sql, change.judgement);
    case "redact":
      return false;
    case "put-type":
    case "put-property":
    case "put-chart":
    case "put-question":
      return true;
  }
}

function touchLinkOf({ rules }: Asking, { links }: Touched, claim: Pick<LinkClaim, "subject" | "relation" | "object">): void {
  const ends = linkOfClaim(claim, rules.ontology, rules.merged);
  links.set(ends.id, ends);
}

function touchClaim(asking: Asking, touched: Touched, id: ClaimId): boolean {
  const row = asking.sql.get("SELECT kind, subject, relation, object FROM claim WHERE id = ?", id);
  if (row === undefined) return false;
  if (row.kind === "link") touchLinkOf(asking, touched, row as unknown as LinkClaim);
  return true;
}

/** Claims that a run recorded, took back or brought back, and, where it recorded them, those that relay one of them. */
function touchRun(asking: Asking, touched: Touched, run: HistoryRun): void {
  const { sql } = asking;
  const keys = keysOfRun(run);
  const claims = "SELECT subject, relation, object FROM claim WHERE key BETWEEN ? AND ? AND kind = 'link'";
  for (const [subject, relation, object] of sql.eachList(claims, ...keys))
    touchLinkOf(asking, touched, { subject, relation, object } as Pick<LinkClaim, "subject" | "relation" | "object">);
  if (run.kind === "record-claim") touchLinks(asking, touched, linksRelayingRun(sql, keys));
}

/** Links that are there. */
function touchLinks({ sql }: Asking, { links }: Touched, ids: readonly LinkId[]): boolean {
  for (const id of ids) {
    const row = links.has(id) ? undefined : sql.get(`SELECT ${linkColumns} FROM link WHERE id = ?`, id);
    if (row !== undefined) links.set(id, linkOf(row));
  }
  return true;
}

function touchSource(asking: Asking, touched: Touched, { before, after }: Extract<Change, { kind: "put-source" }>): boolean {
  const { id } = (after ?? before)!;
  touched.sources.add(id);
  if ((before?.derivedFrom ?? null) === (after?.derivedFrom ?? null)) return true;
  const links = linksFrom(asking.sql, id, asking.most + 1);
  return links.length <= asking.most && touchLinks(asking, touched, links);
}

function isRelationUsed(sql: Statements, relation: RelationId): boolean {
  return sql.get("SELECT 1 FROM claim WHERE relation = ? LIMIT 1", relation) !== undefined;
}

/** One that is not to be found counts as one. */
function isMerge(sql: Statements, judgement: JudgementId): boolean {
  return (sql.get("SELECT verdict FROM judgement WHERE id = ?", judgement)?.verdict ?? "same") === "same";
}

function isNode({ merged }: LinkRules, id: EntityId): boolean {
  return (merged.get(id) ?? id) === id;
}

function gradeNow(sql: Statements, id: SourceId): GraphSourceRow {
  const row = sql.get("SELECT body FROM source WHERE id = ?", id);
  return { id, reliability: row === undefined ? null : bodyOf<Pick<Source, "reliability">>(row).reliability };
}
