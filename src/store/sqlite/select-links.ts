import type { EntityId, RelationId } from "../../base/ids.ts";
import { compareIds } from "../../base/ids.ts";
import type { Link } from "../../claims/link.ts";
import type { LinkSelection } from "../case-store.ts";
import { linkColumns, linkOf, readWords } from "./read-records.ts";
import type { Statements } from "./statements.ts";

interface Condition {
  readonly text: string;
  readonly values: readonly string[];
}

/** Links by id, at most `limit`, and how many there are of them: counts from indexes, rows by whichever way is the shorter. */
export function selectLinks(sql: Statements, wanted: LinkSelection, limit: number): { count: number; links: Link[] } {
  const { stance } = wanted;
  const kind = kindOf(sql, wanted);
  if (stance === null) return { count: countOf(sql, kind), links: rowsOf(sql, kind, limit) };
  if (stance !== "asserts") {
    const all = [...kind, { text: `id IN (${behind("c.stance = ?")})`, values: [stance] }];
    return { count: countOf(sql, all), links: rowsOf(sql, all, limit) };
  }
  const none = behind(
    `NOT EXISTS (SELECT 1 FROM link_claim k JOIN claim d ON d.key = k.claim WHERE k.link = l.link AND d.stance = 'asserts')`,
  );
  const without = countOf(sql, [...kind, { text: `id IN (${none})`, values: [] }]);
  const count = countOf(sql, kind) - without;
  return { count, links: rowsOf(sql, [...kind, { text: `id NOT IN (${none})`, values: [] }], limit) };
}

/** Links behind which stands a claim that does more than assert, and more. */
function behind(more: string): string {
  return `SELECT l.link FROM claim c JOIN link_claim l ON l.claim = c.key WHERE c.stance <> 'asserts' AND ${more}`;
}

/** By relation, standing and entity. A standing alone is looked up under every relation, since the index begins with that. */
function kindOf(sql: Statements, { relations, standing, of }: LinkSelection): Condition[] {
  const found: Condition[] = [];
  const needed: readonly RelationId[] | null = relations ?? (standing === null || of !== null ? null : readWords(sql).relations);
  if (needed !== null)
    found.push({ text: "relation IN (SELECT value FROM json_each(?))", values: [JSON.stringify(needed)] });
  if (standing !== null) found.push({ text: "standing = ?", values: [standing] });
  if (of !== null) found.push(atEntity(of));
  return found;
}

function atEntity(id: EntityId): Condition {
  return { text: "rowid IN (SELECT rowid FROM link WHERE from_id = ? UNION SELECT rowid FROM link WHERE to_id = ?)", values: [id, id] };
}

function where(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? "" : ` WHERE ${conditions.map(({ text }) => text).join(" AND ")}`;
}

function valuesOf(conditions: readonly Condition[]): string[] {
  return conditions.flatMap(({ values }) => values);
}

function countOf(sql: Statements, conditions: readonly Condition[]): number {
  return Number(sql.get(`SELECT count(*) AS n FROM link${where(conditions)}`, ...valuesOf(conditions))?.n ?? 0);
}

/**
 * Few links are fetched and sorted. Of many, the walk in order of id soon has as many as are wanted: it costs the limit times the
 * share of links that do not fit.
 */
function rowsOf(sql: Statements, conditions: readonly Condition[], limit: number): Link[] {
  const few = "SELECT count(*) AS n FROM (SELECT 1 FROM link";
  const enough = Number(sql.get(`${few}${where(conditions)} LIMIT ?)`, ...valuesOf(conditions), gathered)?.n ?? 0);
  const order = enough < gathered ? "ORDER BY +id" : "ORDER BY id";
  const wanted = enough < gathered ? where(conditions) : where(conditions).replaceAll(/\b(relation|standing|rowid) (IN|=)/g, "+$1 $2");
  const rows = sql.all(`SELECT ${linkColumns} FROM link${wanted} ${order} LIMIT ?`, ...valuesOf(conditions), limit);
  return rows.map(linkOf).sort((a, b) => compareIds(a.id, b.id));
}

/** Links that are fetched to be sorted, at most. */
const gathered = 50_000;
