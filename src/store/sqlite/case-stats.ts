import type { EntityId, SourceId } from "../../base/ids.ts";
import type { CaseStats } from "../case-store.ts";
import type { LinkRules } from "./derive-links.ts";
import type { Statements } from "./statements.ts";

/** The case, counted. Merged entities count once, under their representative. */
export function caseStats(sql: Statements, { merged }: Pick<LinkRules, "merged">): CaseStats {
  const count = (query: string) => Number(sql.get(query)?.n ?? 0);
  const inForce = "NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'claim' AND w.id = c.id)";
  const types = tally(sql, "SELECT type AS what, count(*) AS n FROM entity GROUP BY type ORDER BY type");
  for (const [id, head] of merged) if (id !== head) takeOne(types, typeOf(sql, id));
  return {
    entities: [...types.values()].reduce((sum, n) => sum + n, 0),
    links: count("SELECT count(*) AS n FROM link"),
    claims: count("SELECT count(*) AS n FROM link_claim"),
    attributes: count(`SELECT count(*) AS n FROM claim c WHERE kind = 'attribute' AND ${inForce}`),
    sources: count("SELECT count(*) AS n FROM source"),
    entityTypes: Object.fromEntries(types),
    relations: Object.fromEntries(
      tally(sql, "SELECT relation AS what, count(*) AS n FROM link GROUP BY relation ORDER BY relation"),
    ),
    standings: Object.fromEntries(
      tally(sql, "SELECT standing AS what, count(*) AS n FROM link GROUP BY standing ORDER BY standing"),
    ),
    ...componentsOf(sql, merged),
  };
}

/** Of `caseStats` what a snapshot does not hold. Attributes are the claims without a relation, which have an index of their own. */
export function countBeside(sql: Statements): Pick<CaseStats, "attributes" | "sources"> {
  const count = (query: string) => Number(sql.get(query)?.n ?? 0);
  const withdrawn =
    "SELECT count(*) AS n FROM withdrawn w JOIN claim c ON c.id = w.id WHERE w.kind = 'claim' AND c.relation IS NULL";
  return {
    attributes: count("SELECT count(*) AS n FROM claim WHERE relation IS NULL") - count(withdrawn),
    sources: count("SELECT count(*) AS n FROM source"),
  };
}

/** Claims in force of each source that has any, by id: a walk over the index of sources. */
export function claimsPerSource(sql: Statements): Map<SourceId, number> {
  const counts = tally(sql, "SELECT source AS what, count(*) AS n FROM claim GROUP BY source ORDER BY source");
  const withdrawn =
    "SELECT c.source AS what, count(*) AS n FROM withdrawn w JOIN claim c ON c.id = w.id WHERE w.kind = 'claim' GROUP BY c.source";
  for (const [source, n] of tally(sql, withdrawn)) {
    if (counts.get(source) === n) counts.delete(source);
    else counts.set(source, (counts.get(source) ?? 0) - n);
  }
  return counts as Map<SourceId, number>;
}

/** Claims in force that cite the source. */
export function countClaimsOfSource(sql: Statements, id: SourceId): number {
  const count = (query: string) => Number(sql.get(query, id)?.n ?? 0);
  const withdrawn = "SELECT count(*) AS n FROM withdrawn w JOIN claim c ON c.id = w.id WHERE w.kind = 'claim' AND c.source = ?";
  return count("SELECT count(*) AS n FROM claim WHERE source = ?") - count(withdrawn);
}

function tally(sql: Statements, query: string): Map<string, number> {
  return new Map(sql.all(query).map(({ what, n }) => [String(what), Number(n)]));
}

function typeOf(sql: Statements, id: EntityId): string | null {
  const row = sql.get("SELECT type FROM entity WHERE id = ?", id);
  return row === undefined ? null : String(row.type);
}

function takeOne(types: Map<string, number>, type: string | null): void {
  const held = type === null ? undefined : types.get(type);
  if (type === null || held === undefined) return;
  if (held === 1) types.delete(type);
  else types.set(type, held - 1);
}

/** Parts that no link joins, by union-find with path halving (Tarjan and van Leeuwen 1984). */
/** Entities and claims, at most: the highest numbers given so far, without counting. */
export function sizeAtMost(sql: Statements): number {
  const row = sql.get("SELECT (SELECT max(rowid) FROM entity) AS entities, (SELECT max(key) FROM claim) AS claims");
  return Number(row?.entities ?? 0) + Number(row?.claims ?? 0);
}

function componentsOf(
  sql: Statements,
  merged: ReadonlyMap<EntityId, EntityId>,
): Pick<CaseStats, "components" | "largestComponent" | "isolated"> {
  const numbers = new Map<string, number>();
  for (const { id } of sql.each("SELECT id FROM entity")) {
    if ((merged.get(id as EntityId) ?? id) === id) numbers.set(String(id), numbers.size);
  }
  const parent = Uint32Array.from({ length: numbers.size }, (_, at) => at);
  const find = (at: number): number => {
    let node = at;
    while (parent[node]! !== node) {
      parent[node] = parent[parent[node]!]!;
      node = parent[node]!;
    }
    return node;
  };
  for (const { from_id, to_id } of sql.each("SELECT from_id, to_id FROM link WHERE from_id <> to_id")) {
    const [from, to] = [numbers.get(String(from_id)), numbers.get(String(to_id))];
    if (from !== undefined && to !== undefined) parent[find(from)] = find(to);
  }
  const sizes = new Uint32Array(numbers.size);
  for (let node = 0; node < sizes.length; node++) sizes[find(node)]!++;
  const parts = sizes.filter((size) => size > 0);
  return {
    components: parts.length,
    largestComponent: parts.reduce((most, size) => Math.max(most, size), 0),
    isolated: parts.filter((size) => size === 1).length,
  };
}
