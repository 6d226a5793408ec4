import { foldText } from "../../base/fold-text.ts";
import type { EntityId } from "../../base/ids.ts";
import type { Entity } from "../../claims/entity.ts";
import type { Row, Statements } from "./statements.ts";

/** Puts an entity's name and aliases into the search tables. */
export function indexNames(sql: Statements, { id, name, aliases }: Entity): void {
  for (const text of new Set([name, ...aliases])) {
    const folded = foldText(text);
    const key = sql.run("INSERT INTO name (entity, text, folded) VALUES (?, ?, ?)", id, text, folded);
    sql.run("INSERT INTO fts_word (rowid, folded) VALUES (?, ?)", key, folded);
    sql.run("INSERT INTO fts_part (rowid, folded) VALUES (?, ?)", key, folded);
  }
}

/** All names anew: what was deleted from an index one by one leaves words behind in it. */
export function refillNames(sql: Statements, entities: Iterable<Entity>): void {
  for (const table of ["fts_word", "fts_part"]) sql.run(`INSERT INTO ${table} (${table}) VALUES ('delete-all')`);
  sql.run("DELETE FROM name");
  for (const entity of entities) indexNames(sql, entity);
}

/** Takes them out again. */
export function forgetNames(sql: Statements, id: EntityId): void {
  for (const { key } of sql.all("SELECT key FROM name WHERE entity = ?", id)) {
    sql.run("DELETE FROM fts_word WHERE rowid = ?", Number(key));
    sql.run("DELETE FROM fts_part WHERE rowid = ?", Number(key));
  }
  sql.run("DELETE FROM name WHERE entity = ?", id);
}

/** Ids of entities one of whose names folds to the same text. */
export function entitiesUnderName(sql: Statements, name: string): EntityId[] {
  const rows = sql.all("SELECT DISTINCT entity FROM name WHERE folded = ?", foldText(name));
  return rows.map(({ entity }) => entity as EntityId);
}

/** Names ranked at most per tier, before they are put in order of length. */
const tierMost = 5000;

/**
 * Names that match, best first, lazily: the whole name; then names that have each word asked for; then those in
 * which each begins a word; then those that hold the text anywhere. Within a tier the shorter name first, then by entity. A name
 * may come again in a later tier.
 */
export function* matchingNames(sql: Statements, text: string): Generator<{ entity: EntityId; text: string }> {
  const folded = foldText(text);
  if (folded === "") return;
  yield* named(sql.all("SELECT entity, text FROM name WHERE folded = ? ORDER BY entity LIMIT ?", folded, tierMost));
  const words = folded.split(" ").map(quoted);
  yield* named(ranked(sql, "fts_word", words.join(" ")));
  yield* named(ranked(sql, "fts_word", words.map((word) => `${word}*`).join(" ")));
  if ([...folded].length >= 3) yield* named(ranked(sql, "fts_part", quoted(folded)));
  else
    yield* named(
      sql.all(
        "SELECT entity, text FROM name WHERE instr(folded, ?) > 0 ORDER BY length(folded), entity LIMIT ?",
        folded,
        tierMost,
      ),
    );
}

function ranked(sql: Statements, table: "fts_word" | "fts_part", match: string): Row[] {
  return sql.all(
    `SELECT entity, text FROM (SELECT rowid AS hit FROM ${table} WHERE ${table} MATCH ? LIMIT ?)
     JOIN name ON key = hit ORDER BY length(folded), entity`,
    match,
    tierMost,
  );
}

/** A phrase of FTS5: quotation marks are doubled inside, everything else is plain text. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""').replaceAll("\0", " ")}"`;
}

function named(rows: readonly Row[]): { entity: EntityId; text: string }[] {
  return rows.map(({ entity, text }) => ({ entity: entity as EntityId, text: String(text) }));
}
