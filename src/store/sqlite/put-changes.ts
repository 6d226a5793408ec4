import { isDeepStrictEqual } from "node:util";
import type { EntityId, LinkId, RelationId } from "../../base/ids.ts";
import type { Change } from "../../claims/change.ts";
import type { Entity } from "../../claims/entity.ts";
import type { Source } from "../../claims/source.ts";
import { readOntology } from "./case-rules.ts";
import { readEntity, readSource } from "./read-records.ts";
import { bodyOf, type Statements } from "./statements.ts";
import { conflict, placeAnew, short, type Work } from "./work.ts";

interface Put<T> {
  readonly before: T | null;
  readonly after: T | null;
}

interface Identified {
  readonly id: string;
}

/** The id that a put is about; the change's `before` is what the store holds, or the put is refused. */
function idOf<T extends Identified>(what: string, { before, after }: Put<T>, held: T | undefined): T["id"] {
  const id = (after ?? before)?.id;
  if (id === undefined) throw new Error(`put ${what}: wanted a record before or after, got neither`);
  if (before !== null && after !== null && before.id !== after.id)
    throw new Error(`put ${what}: wanted one id, got ${before.id} before and ${after.id} after`);
  if (!isDeepStrictEqual(held ?? null, before === null ? null : plain(before)))
    throw conflict(`${what}: ${short(id)} is not as this change found it; somebody else changed it`);
  return id;
}

/** As it comes back from the file: `undefined` and prototypes gone. */
function plain<T>(record: T): T {
  return JSON.parse(JSON.stringify(record)) as T;
}

export function putEntity({ sql, named }: Work, put: Put<Entity>): void {
  const id = idOf("entity", put, readEntityIn(sql, put)) as EntityId;
  const { after } = put;
  if (after === null) {
    if (isEntityNamed(sql, id)) throw conflict(`entity: ${short(id)} is named by claims or judgements in force`);
    sql.run("DELETE FROM entity WHERE id = ?", id);
  } else
    sql.run(
      "INSERT INTO entity (id, type, body) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET type = excluded.type, body = excluded.body",
      ...[id, after.type, JSON.stringify(after)],
    );
  named.add(id);
}

function readEntityIn(sql: Statements, { before, after }: Put<Entity>): Entity | undefined {
  const id = (after ?? before)?.id;
  return id === undefined ? undefined : readEntity(sql, id);
}

export function putSource(work: Work, put: Put<Source>): void {
  const { sql } = work;
  const { before, after } = put;
  const known = (after ?? before)?.id;
  const id = idOf("source", put, known === undefined ? undefined : readSource(sql, known));
  if (after === null) {
    if (isSourceNamed(sql, id)) throw conflict(`source: ${short(id)} is named by claims in force`);
    sql.run("DELETE FROM source WHERE id = ?", id);
  } else {
    const { text, ...rest } = after;
    sql.run(
      `INSERT INTO source (id, derived_from, body) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET derived_from = excluded.derived_from, body = excluded.body`,
      ...[id, after.derivedFrom, JSON.stringify(rest)],
    );
    sql.run("DELETE FROM source_text WHERE source = ?", id);
    if (text !== null) sql.run("INSERT INTO source_text (source, text) VALUES (?, ?)", id, text);
  }
  if ((before?.derivedFrom ?? null) !== (after?.derivedFrom ?? null)) touchLinksFrom(work, id);
}

/** Charts, saved questions and what the ontology adds: a body under its key, nothing derived. */
export function putRecord(
  { sql }: Work,
  put: Put<Identified>,
  { what, table, key }: { what: string; table: "chart" | "question" | "ontology"; key: readonly string[] },
): void {
  const known = (put.after ?? put.before)?.id ?? "";
  const where = key.length === 0 ? "id = ?" : "kind = ? AND id = ?";
  const row = sql.get(`SELECT body FROM ${table} WHERE ${where}`, ...key, known);
  const id = idOf(what, put, row === undefined ? undefined : bodyOf<Identified>(row));
  sql.run(`DELETE FROM ${table} WHERE ${where}`, ...key, id);
  if (put.after === null) return;
  const values = [...key, id, JSON.stringify(put.after)];
  const columns = key.length === 0 ? "id, body" : "kind, id, body";
  sql.run(`INSERT INTO ${table} (${columns}) VALUES (${values.map(() => "?").join(", ")})`, ...values);
}

export function putOntology(work: Work, put: Put<Identified>, kind: "type" | "relation" | "property"): void {
  putRecord(work, put, { what: kind, table: "ontology", key: [kind] });
  work.rules = { ontology: readOntology(work.sql), merged: work.rules.merged };
}

/** A relation that becomes symmetric, or no longer is, moves its claims to other links. */
export function putRelation(work: Work, change: Extract<Change, { kind: "put-relation" }>): void {
  putOntology(work, change, "relation");
  placeAnew(work, "c.relation = ?", (change.after ?? change.before)?.id as RelationId);
}

export function touchLinksFrom({ sql, touched }: Work, id: string): void {
  for (const link of linksFrom(sql, id)) touched.add(link);
}

/** Links with claims whose words are traced through the source, `most` of them, in an order of joins that SQLite must keep. */
export function linksFrom(sql: Statements, id: string, most = -1): LinkId[] {
  const rows = sql.all(
    `WITH RECURSIVE
       repeating (id) AS (VALUES (?) UNION SELECT s.id FROM repeating CROSS JOIN source s ON s.derived_from = repeating.id),
       echo (id) AS (SELECT c.id FROM repeating CROSS JOIN claim c ON c.source = repeating.id
                     UNION SELECT c.id FROM echo CROSS JOIN claim c ON c.relays = echo.id)
     SELECT DISTINCT l.link FROM echo CROSS JOIN claim c ON c.id = echo.id CROSS JOIN link_claim l ON l.claim = c.key LIMIT ?`,
    id,
    most,
  );
  return rows.map(({ link }) => link as LinkId);
}

const inForce = "NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'claim' AND w.id = c.id)";

function isEntityNamed(sql: Statements, id: EntityId): boolean {
  const byClaim = ["subject", "object", "speaker", "about"].some(
    (column) => sql.get(`SELECT 1 FROM claim c WHERE ${column} = ? AND ${inForce} LIMIT 1`, id) !== undefined,
  );
  const judged = `SELECT 1 FROM judgement j WHERE ? IN (a, b)
    AND NOT EXISTS (SELECT 1 FROM withdrawn w WHERE w.kind = 'judgement' AND w.id = j.id)`;
  return byClaim || sql.get(judged, id) !== undefined;
}

function isSourceNamed(sql: Statements, id: string): boolean {
  return sql.get(`SELECT 1 FROM claim c WHERE source = ? AND ${inForce} LIMIT 1`, id) !== undefined;
}
