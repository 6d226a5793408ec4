import type { EntityId } from "../../base/ids.ts";
import { compareIds } from "../../base/ids.ts";
import type { Link } from "../../claims/link.ts";
import type { LinkSelection } from "../neighbour-reader.ts";
import { linkColumns, linkOf, readWords } from "./read-records.ts";
import type { Statements } from "./statements.ts";

interface Condition {
  readonly text: string;
  readonly values: readonly string[];
}

interface Selected {
  readonly count: number;
  readonly links: Link[];
}

/** Links that are counted by looking at each, at most; and those that are fetched to be sorted. */
const counted = 100_000;
const gathered = 50_000;

/** Links by id, at most `limit`, and how many there are of them, as `NeighbourReader` says. */
export function selectLinks(sql: Statements, wanted: LinkSelection, limit: number): Selected {
  if (wanted.of !== null) return linksAt(sql, wanted, limit, wanted.of);
  const kind = kindOf(sql, wanted);
  const ofKind = count(sql, `SELECT count(*) AS n FROM link${where(kind)}`, valuesOf(kind));
  if (wanted.stance === null) return { count: ofKind, links: rows(sql, kind, { limit, sort: ofKind < gathered }) };
  const withStance = claimsWith(sql, wanted.stance);
  const rare = withStance < ofKind;
  const all = [...kind, stanceOf(wanted.stance, rare ? "list" : "look")];
  const found = countUpTo(sql, [`SELECT 1 FROM link${where(all)}`], valuesOf(all), Math.max(counted, limit + 1));
  return { count: found, links: rows(sql, all, { limit, sort: rare || ofKind < gathered }) };
}

/** By relation and standing. A standing alone is looked up under every relation, since the index begins with that. */
function kindOf(sql: Statements, { relations, standing }: LinkSelection): Condition[] {
  const found: Condition[] = [];
  const needed = relations ?? (standing === null ? null : readWords(sql).relations);
  if (needed !== null) found.push({ text: "relation IN (SELECT value FROM json_each(?))", values: [JSON.stringify(needed)] });
  if (standing !== null) found.push({ text: "standing = ?", values: [standing] });
  return found;
}

/** A claim in force behind it has the stance: by a list of all such links, or by a look at its claims. */
function stanceOf(stance: string, by: "list" | "look"): Condition {
  const claims = "FROM link_claim k JOIN claim c ON c.key = k.claim WHERE";
  const text =
    by === "list"
      ? `id IN (SELECT k.link FROM claim c JOIN link_claim k ON k.claim = c.key WHERE c.stance = ? AND c.stance <> 'asserts')`
      : `EXISTS (SELECT 1 ${claims} k.link = link.id AND c.stance = ?)`;
  return { text, values: [stance] };
}

/** Claims of a stance; most are assertions, and those are not counted. */
function claimsWith(sql: Statements, stance: string): number {
  if (stance === "asserts") return Number.POSITIVE_INFINITY;
  return count(sql, "SELECT count(*) AS n FROM claim WHERE stance = ? AND stance <> 'asserts'", [stance]);
}

function where(conditions: readonly Condition[]): string {
  return conditions.length === 0 ? "" : ` WHERE ${conditions.map(({ text }) => text).join(" AND ")}`;
}

function valuesOf(conditions: readonly Condition[]): string[] {
  return conditions.flatMap(({ values }) => values);
}

function count(sql: Statements, query: string, values: readonly (string | number)[]): number {
  return Number(sql.get(query, ...values)?.n ?? 0);
}

function countUpTo(sql: Statements, selects: readonly string[], values: readonly string[], most: number): number {
  return count(sql, `SELECT count(*) AS n FROM (${selects.join(" UNION ALL ")} LIMIT ?)`, [...values, most]);
}

/** Few are fetched and sorted; of many, a walk in order of id soon has as many as are wanted. */
function rows(sql: Statements, conditions: readonly Condition[], { limit, sort }: { limit: number; sort: boolean }): Link[] {
  const walked = where(conditions).replaceAll(/\b(relation|standing) (IN|=)/g, "+$1 $2");
  const found = sql.all(
    `SELECT ${linkColumns} FROM link${sort ? where(conditions) : walked} ORDER BY ${sort ? "+id" : "id"} LIMIT ?`,
    ...valuesOf(conditions),
    limit,
  );
  return byId(found.map(linkOf));
}

function byId(links: readonly Link[]): Link[] {
  return [...links].sort((a, b) => compareIds(a.id, b.id));
}

/** All of them, put in order; of a hub's those that each relation and side begins with, by the other end. */
function linksAt(sql: Statements, wanted: LinkSelection, limit: number, id: EntityId): Selected {
  const more: Condition[] = [];
  if (wanted.standing !== null) more.push({ text: "standing = ?", values: [wanted.standing] });
  if (wanted.stance !== null) more.push(stanceOf(wanted.stance, "look"));
  const relations = [...new Set(wanted.relations ?? readWords(sql).relations)];
  const all = countAt(sql, id, { relations, more: [] }, Number.MAX_SAFE_INTEGER);
  const each = all <= gathered ? gathered : limit;
  const filter = more.map(({ text }) => ` AND ${text}`).join("");
  const links = ends.flatMap(({ end, other }) =>
    relations.flatMap((relation) =>
      sql.all(
        `SELECT ${linkColumns} FROM link WHERE ${end} AND relation = ?${filter} ORDER BY ${other} LIMIT ?`,
        ...[id, relation, ...valuesOf(more), each],
      ),
    ),
  );
  const count = more.length === 0 ? all : countAt(sql, id, { relations, more }, Math.max(counted, limit + 1));
  return { count, links: byId(links.map(linkOf)).slice(0, limit) };
}

const ends = [
  { end: "from_id = ?", other: "to_id" },
  { end: "to_id = ? AND from_id <> to_id", other: "from_id" },
];

function countAt(
  sql: Statements,
  id: EntityId,
  { relations, more }: { readonly relations: readonly string[]; readonly more: readonly Condition[] },
  most: number,
): number {
  const filter = more.map(({ text }) => ` AND ${text}`).join("");
  const selects = ends.map(
    ({ end }) => `SELECT 1 FROM link WHERE ${end} AND relation IN (SELECT value FROM json_each(?))${filter}`,
  );
  const values = [id, JSON.stringify(relations), ...valuesOf(more)];
  return countUpTo(sql, selects, [...values, ...values], most);
}
