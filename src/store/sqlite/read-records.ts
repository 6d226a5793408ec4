import type { ClaimId, EntityId, EntityTypeId, LinkId, RelationId, SourceId } from "../../base/ids.ts";
import { compareIds } from "../../base/ids.ts";
import type { Claim } from "../../claims/claim.ts";
import type { Entity } from "../../claims/entity.ts";
import type { Judgement } from "../../claims/judgement.ts";
import type { Link } from "../../claims/link.ts";
import type { SavedQuestion } from "../../claims/saved-question.ts";
import type { Source } from "../../claims/source.ts";
import type { Standing } from "../../claims/standing.ts";
import type { StoredClaim, StoredJudgement } from "../case-store.ts";
import { claimOf, columnsOfClaim } from "./claim-of.ts";
import { bodyOf, type Row, type Statements } from "./statements.ts";

export function readEntity(sql: Statements, id: EntityId): Entity | undefined {
  const row = sql.get("SELECT body FROM entity WHERE id = ?", id);
  return row && bodyOf<Entity>(row);
}

/** With its text. */
export function readSource(sql: Statements, id: SourceId): Source | undefined {
  const row = sql.get("SELECT s.body, t.text FROM source s LEFT JOIN source_text t ON t.source = s.id WHERE s.id = ?", id);
  return row && sourceOf(row, row.text === null ? null : String(row.text));
}

/** Without its text, however long that is. */
export function readSourceHead(sql: Statements, id: SourceId): Source | undefined {
  const row = sql.get("SELECT body FROM source WHERE id = ?", id);
  return row && sourceOf(row, null);
}

/** All of them without their texts, by id. */
export function readSourceHeads(sql: Statements): Source[] {
  const rows = sql.all("SELECT body FROM source");
  return rows.map((row) => sourceOf(row, null)).sort((a, b) => compareIds(a.id, b.id));
}

/** A source's row with the text given: the body is kept without it. */
export function sourceOf(row: Row, text: string | null): Source {
  return { ...bodyOf<Omit<Source, "text">>(row), text };
}

/** Columns of `storedClaim`. */
const storedColumns = `${columnsOfClaim}, w.seq, w.reason FROM claim c LEFT JOIN withdrawn w ON w.kind = 'claim' AND w.id = c.id`;

export function readClaim(sql: Statements, id: ClaimId): StoredClaim | undefined {
  const row = sql.get(`SELECT ${storedColumns} WHERE c.id = ?`, id);
  return row && storedClaim(row);
}

/** Every claim, withdrawn ones too, by order of recording. */
export function* readAllClaims(sql: Statements): Generator<StoredClaim> {
  for (const row of sql.each(`SELECT ${storedColumns} ORDER BY c.key`)) yield storedClaim(row);
}

/**
 * SQLite knows no counts of rows, and would read every attribute of the case, or every claim of a hub: the odds lead it to the index
 * of attributes by subject, and in an older file, which has none, to that of subjects.
 */
export function isAttributeOf(subject: string): string {
  return `likelihood(c.relation IS NULL, 0.99) AND likelihood(c.subject ${subject}, 0.000001)`;
}

/** Attribute claims in force about an entity, by order of recording. */
export function readAttributesOf(sql: Statements, id: EntityId): Claim[] {
  return sql.all(`${inForceWhere(isAttributeOf("= ?"))} ORDER BY c.key`, id).map((row) => claimOf(row));
}

/** The first claims in force that `where` selects (of `claim c`), by order of recording; -1: all. `where` speaks of `?1`, the limit is the second value. */
export function firstClaims(sql: Statements, where: string, [value, limit]: readonly [value: string, limit: number]): Claim[] {
  return sql.all(`${inForceWhere(where)} ORDER BY c.key LIMIT ?2`, value, limit).map((row) => claimOf(row));
}

/** By order of recording; `where` is SQL about the claim `c`. */
export function* eachClaimInForce(sql: Statements, where = "TRUE"): Generator<Claim> {
  for (const row of sql.each(`${inForceWhere(`(${where})`)} ORDER BY c.key`)) yield claimOf(row);
}

/** By an index of their own. */
export function* eachAttribute(sql: Statements): Generator<Claim> {
  for (const row of sql.each(`${inForceWhere("c.relation IS NULL")} ORDER BY c.key`)) yield claimOf(row);
}

function inForceWhere(where: string): string {
  return `SELECT ${columnsOfClaim} FROM claim c WHERE ${where} AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'claim' AND w.id = c.id)`;
}

export function readClaimsOfLink(sql: Statements, id: LinkId, limit = -1): Claim[] {
  const rows = sql.all(
    `SELECT ${columnsOfClaim} FROM link_claim l JOIN claim c ON c.key = l.claim WHERE l.link = ? ORDER BY l.claim LIMIT ?`,
    ...[id, limit],
  );
  return rows.map((row) => claimOf(row));
}

/** Two indexes are met before any claim is read: an end may be a hub. The order of the join is forced: what is withdrawn comes last. */
export function readWithdrawnBetween(
  sql: Statements,
  [subjects, objects]: readonly [subjects: readonly EntityId[], objects: readonly EntityId[]],
): StoredClaim[] {
  const both = `SELECT key FROM claim WHERE subject IN (SELECT value FROM json_each(?1))
    INTERSECT SELECT key FROM claim WHERE object IN (SELECT value FROM json_each(?2))`;
  const rows = sql.all(
    `SELECT ${columnsOfClaim}, w.seq, w.reason FROM claim c CROSS JOIN withdrawn w ON w.kind = 'claim' AND w.id = c.id
     WHERE c.key IN (${both}) ORDER BY c.key`,
    ...[subjects, objects].map((ids) => JSON.stringify(ids)),
  );
  return rows.map(storedClaim);
}

function storedClaim(row: Row): StoredClaim {
  return { ...claimOf(row), withdrawn: withdrawalOf(row) };
}

/** All of them, withdrawn ones too, by id. */
export function readJudgements(sql: Statements): StoredJudgement[] {
  const rows = sql.all(
    "SELECT j.body, w.seq, w.reason FROM judgement j LEFT JOIN withdrawn w ON w.kind = 'judgement' AND w.id = j.id",
  );
  return rows.map((row) => ({ ...bodyOf<Judgement>(row), withdrawn: withdrawalOf(row) }));
}

/** Those in force that name one of the entities, by id. */
export function readJudgementsOn(sql: Statements, ids: readonly EntityId[]): Judgement[] {
  const rows = sql.all(
    `SELECT j.body FROM judgement j WHERE (a IN (SELECT value FROM json_each(?1)) OR b IN (SELECT value FROM json_each(?1)))
     AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'judgement' AND w.id = j.id)`,
    JSON.stringify(ids),
  );
  return rows.map((row) => bodyOf<Judgement>(row)).sort((a, b) => compareIds(a.id, b.id));
}

/** None where the file is of schema 1, which nobody has opened for writing since. */
export function readQuestions(sql: Statements): SavedQuestion[] {
  if (sql.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'question'") === undefined) return [];
  return sql.all("SELECT body FROM question").map((row) => bodyOf<SavedQuestion>(row));
}

function withdrawalOf({ seq, reason }: Row): StoredClaim["withdrawn"] {
  return seq === null ? null : { reason: String(reason), seq: Number(seq) };
}

/** The relations of claims and the types of entities, by id. */
export interface WordsUsed {
  readonly relations: RelationId[];
  readonly types: EntityTypeId[];
}

export function readWords(sql: Statements): WordsUsed {
  const relations = sql.all(stepsThrough("claim", "relation"));
  const types = sql.all(stepsThrough("entity", "type"));
  return {
    relations: relations.map(({ word }) => word as RelationId).sort(compareIds),
    types: types.map(({ word }) => word as EntityTypeId).sort(compareIds),
  };
}

/** Distinct values of a column by way of its index, one step each. */
function stepsThrough(table: "claim" | "entity", column: "relation" | "type"): string {
  return `WITH RECURSIVE next (word) AS (
      SELECT min(${column}) FROM ${table}
      UNION ALL SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > next.word) FROM next WHERE next.word IS NOT NULL)
    SELECT word FROM next WHERE word IS NOT NULL`;
}

export const linkColumns = "id, relation, from_id, to_id, standing, claims, origins";

export function linkOf(row: Row): Link {
  return {
    id: row.id as LinkId,
    relation: row.relation as Link["relation"],
    from: row.from_id as EntityId,
    to: row.to_id as EntityId,
    standing: row.standing as Standing,
    claims: Number(row.claims),
    origins: Number(row.origins),
  };
}

/** Links that start or end at the entity, by id. */
export function readLinksOf(sql: Statements, id: EntityId): Link[] {
  const from = (end: string) => `SELECT ${linkColumns} FROM link WHERE ${end} = ?1`;
  const rows = sql.all(`${from("from_id")} UNION ${from("to_id")}`, id);
  return rows.map(linkOf).sort((a, b) => compareIds(a.id, b.id));
}
