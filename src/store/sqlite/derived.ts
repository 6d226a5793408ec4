import { crc32 } from "node:zlib";
import type { Derived, DerivedToKeep } from "../case-store.ts";
import { claimsInRunsAfter } from "./history-runs.ts";
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
export function* keepDerived(sql: Statements, name: string, derived: DerivedToKeep): Generator<void> {
  const { revision } = derived;
  const pieces = derived.bytes instanceof Uint8Array ? [derived.bytes] : derived.bytes;
  const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
  const known = sql.get("SELECT max(revision) AS newest FROM derived WHERE name = ? AND part = 0", name)?.newest ?? null;
  yield* removeOthers(sql, name, known === null || Number(known) >= revision ? null : Number(known));
  const parts = Math.ceil(length / partBytes);
  let sum = 0;
  for (let part = 1; part <= parts; ) {
    const isHeld = inTransaction(sql, () => {
      if (wasRedacted(sql, derived)) return false;
      for (let more = 0; more < partsAtOnce && part <= parts; more++, part++) {
        const piece = cut(pieces, (part - 1) * partBytes, Math.min(length, part * partBytes));
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
    const head = new Uint8Array(Float64Array.of(length, parts, sum).buffer);
    sql.run("INSERT INTO derived (name, revision, part, bytes) VALUES (?, ?, 0, ?)", name, revision, head);
  });
  yield* removeOthers(sql, name, revision);
}

/** Changes of the history after what is kept under a name, `most` at most; null where nothing is. */
export function changesSinceDerived(sql: Statements, name: string, most: number): number | null {
  const kept = hasTable(sql)
    ? sql.get("SELECT max(revision) AS newest FROM derived WHERE name = ? AND part = 0", name)?.newest
    : null;
  if (kept === null || kept === undefined) return null;
  const query = "SELECT count(*) AS n FROM (SELECT 1 FROM history_change WHERE seq > ? LIMIT ?)";
  return Math.min(most, Number(sql.get(query, Number(kept), most)?.n) + claimsInRunsAfter(sql, Number(kept)));
}

/** All of it, inside a transaction that the caller opened. */
export function dropDerived(sql: Statements): void {
  sql.run("DELETE FROM derived");
}

/** A copy of a stretch of pieces that lie one after the other. */
function cut(pieces: readonly Uint8Array[], start: number, end: number): Uint8Array {
  const made = new Uint8Array(end - start);
  let first = 0;
  for (const piece of pieces) {
    const [from, to] = [Math.max(start, first), Math.min(end, first + piece.length)];
    if (from < to) made.set(piece.subarray(from - first, to - first), from - start);
    first += piece.length;
  }
  return made;
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

function wasRedacted(sql: Statements, { revision }: DerivedToKeep): boolean {
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
