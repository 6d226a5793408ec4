import type { ClaimId, EntityId, LinkId, RelationId } from "../../base/ids.ts";
import type { Claim } from "../../claims/claim.ts";
import type { Judgement } from "../../claims/judgement.ts";
import type { Link } from "../../claims/link.ts";
import type { LinkCount, LinkPage } from "../case-store.ts";
import { linkColumns, linkOf } from "./read-records.ts";
import { bodyOf, type Row, type Statements } from "./statements.ts";

/** Links of an entity, counted by relation and by the end at which it stands; a link to itself starts there. */
export function countLinksOf(sql: Statements, id: EntityId): LinkCount[] {
  const count = (end: string, more: string) =>
    sql.all(`SELECT relation, count(*) AS n FROM link WHERE ${end} = ?1${more} GROUP BY relation ORDER BY relation`, id);
  const counted = (side: LinkCount["side"], rows: readonly Row[]): LinkCount[] =>
    rows.map(({ relation, n }) => ({ relation: relation as RelationId, side, count: Number(n) }));
  return [...counted("out", count("from_id", "")), ...counted("in", count("to_id", " AND from_id <> ?1"))];
}

const columns = `SELECT ${linkColumns},`;
const sides = {
  out: `${columns} to_id AS other FROM link WHERE from_id = ?1 AND relation = ?2 AND to_id > ?3 ORDER BY to_id LIMIT ?4`,
  in: `${columns} from_id AS other FROM link
    WHERE to_id = ?1 AND relation = ?2 AND from_id > ?3 AND from_id <> ?1 ORDER BY from_id LIMIT ?4`,
};
const pages: Readonly<Record<LinkPage["side"], string>> = {
  ...sides,
  both: `SELECT * FROM (${sides.out}) UNION ALL SELECT * FROM (${sides.in}) ORDER BY other LIMIT ?4`,
};

export function readLinkPage(sql: Statements, id: EntityId, { relation, side, after, limit }: LinkPage): Link[] {
  return sql.all(pages[side], id, relation, after ?? "", limit).map(linkOf);
}

/** Claims in force that name one of the entities as speaker or in `about`, by order of recording. */
export function readMentions(sql: Statements, ids: readonly EntityId[], limit: number): Claim[] {
  const inForce = "NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'claim' AND w.id = c.id)";
  const first = (column: string) => `SELECT * FROM (SELECT key FROM claim c WHERE ${column} = ?1 AND ${inForce} ORDER BY key LIMIT ?2)`;
  const keys = ids.flatMap((id) =>
    sql.all(`${first("speaker")} UNION ${first("about")} ORDER BY key LIMIT ?2`, id, limit).map(({ key }) => Number(key)),
  );
  return [...new Set(keys)]
    .sort((a, b) => a - b)
    .slice(0, limit < 0 ? keys.length : limit)
    .map((key) => bodyOf<Claim>(sql.get("SELECT body FROM claim WHERE key = ?", key)!));
}

/** Judgements in force about one of the entities. */
export function readJudgementsOf(sql: Statements, ids: readonly EntityId[]): Judgement[] {
  const rows = ids.flatMap((id) =>
    sql.all(
      `SELECT id, body FROM judgement j WHERE (a = ?1 OR b = ?1)
       AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'judgement' AND w.id = j.id)`,
      id,
    ),
  );
  return [...new Map(rows.map((row) => [String(row.id), row])).values()].map((row) => bodyOf<Judgement>(row));
}

/** Claims in force behind each of the links, by order of recording. */
export function readClaimsOfLinks(sql: Statements, ids: readonly LinkId[]): Map<LinkId, Claim[]> {
  const rows = sql.all(
    `SELECT l.link, c.body FROM link_claim l JOIN claim c ON c.key = l.claim
     WHERE l.link IN (SELECT value FROM json_each(?)) ORDER BY c.key`,
    JSON.stringify(ids),
  );
  const claims = new Map<LinkId, Claim[]>(ids.map((id) => [id, []]));
  for (const row of rows) claims.get(row.link as LinkId)?.push(bodyOf<Claim>(row));
  return claims;
}

/** Id, type and name of each of the entities that is there. */
export function readEntityHeads(sql: Statements, ids: Iterable<EntityId>): Map<EntityId, { id: EntityId; type: string; name: string }> {
  const rows = sql.all(
    "SELECT id, type, body ->> 'name' AS name FROM entity WHERE id IN (SELECT value FROM json_each(?))",
    JSON.stringify([...new Set(ids)]),
  );
  return new Map(
    rows.map(({ id, type, name }) => [id as EntityId, { id: id as EntityId, type: String(type), name: String(name) }]),
  );
}

/** Attribute claims in force about each of the entities, by order of recording. */
export function readAttributes(sql: Statements, ids: readonly EntityId[]): Claim[] {
  const rows = sql.all(
    `SELECT c.body FROM claim c WHERE c.relation IS NULL AND c.subject IN (SELECT value FROM json_each(?))
     AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'claim' AND w.id = c.id) ORDER BY c.key`,
    JSON.stringify(ids),
  );
  return rows.map((row) => bodyOf<Claim>(row)).filter(({ kind }) => kind === "attribute");
}

/** The link that a claim in force stands behind. */
export function readLinkOfClaim(sql: Statements, claim: ClaimId): Link | undefined {
  const row = sql.get(
    `SELECT ${linkColumns} FROM link WHERE id = (SELECT l.link FROM link_claim l JOIN claim c ON c.key = l.claim WHERE c.id = ?)`,
    claim,
  );
  return row && linkOf(row);
}
