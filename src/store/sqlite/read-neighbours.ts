import type { EntityId, LinkId, RelationId } from "../../base/ids.ts";
import type { Claim } from "../../claims/claim.ts";
import type { Link } from "../../claims/link.ts";
import type { EntityHead, LinkCount, LinkPage, NeighbourReader } from "../neighbour-reader.ts";
import type { CaseMemory, RulesNow } from "./case-memory.ts";
import { claimOf, columnsOfClaim } from "./claim-of.ts";
import { isAttributeOf, linkColumns, linkOf } from "./read-records.ts";
import { selectLinks } from "./select-links.ts";
import type { Statements } from "./statements.ts";

/** `memory`: who stands for whom, and whom each stands for, as of now, and sources that were read. */
export function neighbourReader(sql: Statements, memory: Pick<CaseMemory, "rules" | "sourceHead">): NeighbourReader {
  return {
    countLinks: (id) => countLinks(sql, id),
    fewLinks: (id, most) => fewLinks(sql, id, most),
    linkPage: (id, page) => linkPage(sql, id, page),
    mentions: (id, limit) => mentions(sql, classOf(memory.rules(), id), limit),
    claimsOfLinks: (ids) => claimsOfLinks(sql, ids),
    attributes: (ids) => attributes(sql, memory.rules(), [...new Set(ids)]),
    heads: (ids) => heads(sql, ids),
    sourceHead: (id) => memory.sourceHead(id),
    select: (wanted, limit) => selectLinks(sql, wanted, limit),
  };
}

type Merges = Pick<RulesNow, "merged" | "classes">;

function classOf({ classes }: Merges, id: EntityId): readonly EntityId[] {
  return classes.get(id) ?? [id];
}

/** Relations step by step, each counted without a look at its rows: a link to itself is taken off the side where it ends. */
function countLinks(sql: Statements, id: EntityId): LinkCount[] {
  const n = (query: string, ...values: string[]) => Number(sql.get(query, id, ...values)?.n ?? 0);
  const of = (side: LinkCount["side"]): LinkCount[] => {
    const end = side === "out" ? "from_id" : "to_id";
    const found: LinkCount[] = [];
    for (let last = ""; ; ) {
      const row = sql.get(`SELECT min(relation) AS relation FROM link WHERE ${end} = ? AND relation > ?`, id, last);
      if (row === undefined || row.relation === null) return found;
      last = String(row.relation);
      const all = n(`SELECT count(*) AS n FROM link WHERE ${end} = ? AND relation = ?`, last);
      const selves =
        side === "out" ? 0 : n("SELECT count(*) AS n FROM link WHERE from_id = ?1 AND relation = ?2 AND to_id = ?1", last);
      if (all > selves) found.push({ relation: last as RelationId, side, count: all - selves });
    }
  };
  return [...of("out"), ...of("in")];
}

const sides = {
  out: `SELECT ${linkColumns}, to_id AS other FROM link WHERE from_id = ?1 AND relation = ?2 AND to_id > ?3 ORDER BY to_id LIMIT ?4`,
  in: `SELECT ${linkColumns}, from_id AS other FROM link
    WHERE to_id = ?1 AND relation = ?2 AND from_id > ?3 AND from_id <> ?1 ORDER BY from_id LIMIT ?4`,
};
const pages: Readonly<Record<LinkPage["side"], string>> = {
  ...sides,
  both: `SELECT * FROM (${sides.out}) UNION ALL SELECT * FROM (${sides.in}) ORDER BY other LIMIT ?4`,
};

/** Each end has them in order by its index. */
const allLinks = `SELECT ${linkColumns}, to_id AS other FROM link WHERE from_id = ?1
  UNION ALL SELECT ${linkColumns}, from_id AS other FROM link WHERE to_id = ?1 AND from_id <> ?1 ORDER BY relation, other`;

function fewLinks(sql: Statements, id: EntityId, most: number): Link[] | null {
  const ends = ["from_id", "to_id"].map((end) => `(SELECT count(*) FROM (SELECT 1 FROM link WHERE ${end} = ?1 LIMIT ?2))`);
  const found = sql.get(`SELECT ${ends.join(" + ")} AS n`, id, most + 1);
  return Number(found?.n) > most ? null : sql.all(allLinks, id).map(linkOf);
}

function linkPage(sql: Statements, id: EntityId, { relation, side, after, limit }: LinkPage): Link[] {
  return sql.all(pages[side], id, relation, after ?? "", limit).map(linkOf);
}

const inForce = "NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'claim' AND w.id = c.id)";

/** Each index gives its claims in order of recording, so that the first are found without the rest. */
function mentions(sql: Statements, ids: readonly EntityId[], limit: number): Claim[] {
  const first = (column: string) =>
    `SELECT * FROM (SELECT key FROM claim c WHERE ${column} = ?1 AND ${inForce} ORDER BY key LIMIT ?2)`;
  const both = `${first("speaker")} UNION ${first("about")} ORDER BY key LIMIT ?2`;
  const keys = new Set(ids.flatMap((id) => sql.all(both, id, limit).map(({ key }) => Number(key))));
  const sorted = [...keys].sort((a, b) => a - b).slice(0, limit);
  return sorted.map((key) => claimOf(sql.get(`SELECT ${columnsOfClaim} FROM claim c WHERE c.key = ?`, key)!));
}

function claimsOfLinks(sql: Statements, ids: readonly LinkId[]): Map<LinkId, Claim[]> {
  const claims = new Map<LinkId, Claim[]>(ids.map((id) => [id, []]));
  const query = `SELECT l.link, ${columnsOfClaim} FROM link_claim l JOIN claim c ON c.key = l.claim
    WHERE l.link IN (SELECT value FROM json_each(?)) ORDER BY c.key`;
  for (const row of sql.all(query, JSON.stringify(ids))) claims.get(row.link as LinkId)?.push(claimOf(row));
  return claims;
}

const attributesOfSome = `SELECT ${columnsOfClaim} FROM claim c
  WHERE ${isAttributeOf("IN (SELECT value FROM json_each(?))")} AND ${inForce} ORDER BY c.key`;

function attributes(sql: Statements, rules: Merges, ids: readonly EntityId[]): Map<EntityId, Claim[]> {
  const claims = new Map<EntityId, Claim[]>();
  for (const row of sql.all(attributesOfSome, JSON.stringify(ids.flatMap((id) => classOf(rules, id))))) {
    const claim = claimOf(row);
    const head = rules.merged.get(claim.subject) ?? claim.subject;
    const held = claims.get(head);
    if (held === undefined) claims.set(head, [claim]);
    else held.push(claim);
  }
  return claims;
}

function heads(sql: Statements, ids: Iterable<EntityId>): Map<EntityId, EntityHead> {
  const query = "SELECT id, type, body ->> 'name' AS name FROM entity WHERE id IN (SELECT value FROM json_each(?))";
  const found = sql.all(query, JSON.stringify([...new Set(ids)]));
  return new Map(
    found.map(({ id, type, name }) => [id as EntityId, { id: id as EntityId, type: String(type), name: String(name) }]),
  );
}
