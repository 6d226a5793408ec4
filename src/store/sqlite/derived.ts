import { crc32 } from "node:zlib";
import type { Derived } from "../case-store.ts";
import type { Row, Statements } from "./statements.ts";

/**
 * Bytes made from the case and kept with it, under a name and with the revision that they show: parts from 1 on, and part 0, written
 * when all others are there, which says how many bytes they are and what they sum up to.
 */
const partBytes = 2 ** 20;

/** Parts per transaction: what a change may have to wait for. */
const partsAtOnce = 4;

/** The newest under a name that is whole, in memory that threads share; null where none is, or where it is damaged. */
export function readDerived(sql: Statements, name: string): Derived | null {
  if (!hasTable(sql)) return null;
  try {
    const head = sql.get("SELECT revision, bytes FROM derived WHERE name = ? AND part = 0 ORDER BY revision DESC LIMIT 1", name);
    return head === undefined ? null : readParts(sql, name, head);
  } catch {
    return null;
  }
}

/** Names under which something is kept. */
export function derivedNames(sql: Statements): string[] {
  if (!hasTable(sql)) return [];
  return sql.all("SELECT DISTINCT name FROM derived WHERE part = 0").map(({ name }) => String(name));
}

/**
 * Keeps it in place of what was kept under the name, a few parts per step, each step a transaction, so that others write in
 * between. Stops, and leaves nothing of it, once what it shows was redacted.
 */
export function* keepDerived(sql: Statements, name: string, derived: Derived): Generator<void> {
  const { revision, bytes } = derived;
  const known = sql.get("SELECT max(revision) AS newest FROM derived WHERE name = ? AND part = 0", name)?.newest ?? null;
  yield* removeOthers(sql, name, known === null || Number(known) >= revision ? null : Number(known));
  const parts = Math.ceil(bytes.length / partBytes);
  let sum = 0;
  for (let part = 1; part <= parts; ) {
    const isHeld = inTransaction(sql, () => {
      if (wasRedacted(sql, derived)) return false;
      for (let more = 0; more < partsAtOnce && part <= parts; more++, part++) {
        const piece = bytes.slice((part - 1) * partBytes, part * partBytes);
        sum = crc32(piece, sum);
        sql.run("INSERT INTO derived (name, revision, part, bytes) VALUES (?, ?, ?, ?)", name, revision, part, piece);
      }
      return true;
    });
    if (!isHeld) return;
    yield;
  }
  inTransaction(sql, () => {
    if (wasRedacted(sql, derived)) return;
    const head = new Uint8Array(Float64Array.of(bytes.length, parts, sum).buffer);
    sql.run("INSERT INTO derived (name, revision, part, bytes) VALUES (?, ?, 0, ?)", name, revision, head);
  });
  yield* removeOthers(sql, name, revision);
}

/** All of it, inside a transaction that the caller opened. */
export function dropDerived(sql: Statements): void {
  sql.run("DELETE FROM derived");
}

function readParts(sql: Statements, name: string, head: Row): Derived | null {
  const revision = Number(head.revision);
  const words = head.bytes instanceof Uint8Array && head.bytes.length === 24 ? new Float64Array(head.bytes.slice().buffer) : null;
  if (words === null) return null;
  const [length, parts, wanted] = [words[0]!, words[1]!, words[2]!];
  const held = sql.get(
    "SELECT sum(length(bytes)) AS length, count(*) AS parts FROM derived WHERE name = ? AND revision = ? AND part > 0",
    ...[name, revision],
  );
  if (Number(held?.length ?? 0) !== length || Number(held?.parts) !== parts) return null;
  const bytes = new Uint8Array(new SharedArrayBuffer(length));
  let [at, sum] = [0, 0];
  const query = "SELECT bytes FROM derived WHERE name = ? AND revision = ? AND part > 0 ORDER BY part";
  for (const { bytes: piece } of sql.each(query, name, revision)) {
    if (!(piece instanceof Uint8Array) || at + piece.length > length) return null;
    bytes.set(piece, at);
    sum = crc32(piece, sum);
    at += piece.length;
  }
  return at === length && sum === wanted ? { revision, bytes } : null;
}

/** What is kept under a name but of one revision; likewise a few parts per step. */
function* removeOthers(sql: Statements, name: string, revision: number | null): Generator<void> {
  for (;;) {
    const query = "SELECT rowid AS row FROM derived WHERE name = ? AND revision IS NOT ? ORDER BY part LIMIT ?";
    const rows = sql.all(query, name, revision, partsAtOnce);
    if (rows.length === 0) return;
    inTransaction(sql, () => {
      for (const { row } of rows) sql.run("DELETE FROM derived WHERE rowid = ?", Number(row));
    });
    yield;
  }
}

function wasRedacted(sql: Statements, { revision }: Derived): boolean {
  const found = sql.get(
    "SELECT 1 FROM history_change WHERE seq > ? AND json_extract(body, '$.kind') = 'redact' LIMIT 1",
    revision,
  );
  return found !== undefined;
}

function inTransaction<T>(sql: Statements, use: () => T): T {
  sql.db.exec("BEGIN IMMEDIATE");
  try {
    const made = use();
    sql.db.exec("COMMIT");
    return made;
  } catch (error) {
    if (sql.db.isTransaction) sql.db.exec("ROLLBACK");
    throw error;
  }
}

/** None where the file is of an older schema, which nobody has opened for writing since. */
function hasTable(sql: Statements): boolean {
  return sql.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'derived'") !== undefined;
}
