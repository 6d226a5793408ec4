import { foldText } from "../../base/fold-text.ts";
import type { EntityId } from "../../base/ids.ts";
import { nameWords } from "../../base/name-words.ts";
import type { Entity } from "../../claims/entity.ts";
import { readEntity } from "./read-records.ts";
import { nameIndexes } from "./schema.ts";
import { bodyOf, type Statements } from "./statements.ts";

/*
 * A name's key is its length, then a number that counts names of that length: names of a word come out of the index in order of
 * key, the shortest first, and a search stops when it has enough.
 */
const perLength = 2 ** 32;
const longestCounted = 4095;

/** Key of the first name of this length, less one. */
function keyBefore(folded: string): number {
  return Math.min(folded.length, longestCounted) * perLength;
}

/** A name and aliases, and its id as a file has it where that is another here; each text once. */
function namesOf({ name, aliases, written }: Entity): Iterable<string> {
  return new Set(written === undefined ? [name, ...aliases] : [name, ...aliases, written]);
}

/** What goes into the word index: the words of a folded name, parted by what is ASCII and no letter or digit. */
function indexed(folded: string): string {
  return /^[ -~]*$/.test(folded) ? folded : nameWords(folded).join(" ");
}

/** Gives out keys, each once. */
function keyGiver(sql: Statements): (folded: string) => number {
  const last = new Map<number, number>();
  return (folded) => {
    const before = keyBefore(folded);
    const key = (last.get(before) ?? lastKey(sql, before)) + 1;
    last.set(before, key);
    return key;
  };
}

function lastKey(sql: Statements, before: number): number {
  const row = sql.get("SELECT key FROM name WHERE key > ? AND key < ? ORDER BY key DESC LIMIT 1", before, before + perLength);
  return Number(row?.key ?? before);
}

interface InsertedName {
  readonly key: number;
  readonly folded: string;
}

function insertNames(sql: Statements, entity: Entity, keyOf: (folded: string) => number): InsertedName[] {
  return Array.from(namesOf(entity), (text) => {
    const folded = foldText(text);
    const key = keyOf(folded);
    sql.run("INSERT INTO name (key, entity, text, folded) VALUES (?, ?, ?, ?)", key, entity.id, text, folded);
    return { key, folded };
  });
}

/** Brings the search tables up to date for entities that came, changed or went: once for each, at the end of a transaction. */
export function indexNames(sql: Statements, ids: Iterable<EntityId>): void {
  const keyOf = keyGiver(sql);
  const added: InsertedName[] = [];
  for (const id of ids) {
    const entity = readEntity(sql, id);
    if (!isIndexed(sql, id, entity)) {
      forgetNames(sql, id);
      if (entity !== undefined) added.push(...insertNames(sql, entity, keyOf));
    }
  }
  insertWords(sql, added);
}

/** Likewise for entities none of which is indexed yet, as they stand in the table behind a row. */
export function indexNamesAfter(sql: Statements, rowid: number): void {
  const keyOf = keyGiver(sql);
  const added: InsertedName[] = [];
  for (const row of sql.each("SELECT body FROM entity WHERE rowid > ? ORDER BY rowid", rowid))
    added.push(...insertNames(sql, bodyOf<Entity>(row), keyOf));
  insertWords(sql, added);
}

function insertWords(sql: Statements, added: InsertedName[]): void {
  // FTS5 writes its memory out whenever a row comes that is not behind the last one.
  added.sort((a, b) => a.key - b.key);
  for (const { key, folded } of added) sql.run("INSERT INTO fts_word (rowid, words) VALUES (?, ?)", key, indexed(folded));
  const words = new Set(added.flatMap(({ folded }) => nameWords(folded)));
  for (const word of words) sql.run("INSERT OR IGNORE INTO word (text) VALUES (?)", word);
}

/** Whether the names of an entity, and no others, stand under keys of their length. */
export function isIndexed(sql: Statements, id: EntityId, entity: Entity | undefined): boolean {
  const wanted = new Set(entity === undefined ? [] : namesOf(entity));
  const rows = sql.all("SELECT key, text, folded FROM name WHERE entity = ?", id);
  return (
    rows.length === wanted.size &&
    rows.every(({ key, text, folded }) => {
      const name = String(text);
      const order = Number(key) - keyBefore(foldText(name));
      return wanted.has(name) && folded === foldText(name) && order > 0 && order < perLength;
    })
  );
}

function forgetNames(sql: Statements, id: EntityId): void {
  for (const { key } of sql.all("SELECT key FROM name WHERE entity = ?", id))
    sql.run("DELETE FROM fts_word WHERE rowid = ?", Number(key));
  sql.run("DELETE FROM name WHERE entity = ?", id);
}

/** Bytes of postings that FTS5 gathers before it writes them out: many while all is filled, its default otherwise. */
const gathered = { filling: 64 << 20, usual: 1 << 20 };

/** Ids of entities one of whose names folds to the same text. */
export function entitiesUnderName(sql: Statements, name: string): EntityId[] {
  const rows = sql.all("SELECT DISTINCT entity FROM main.name WHERE folded = ?", foldText(name));
  return rows.map(({ entity }) => entity as EntityId);
}

/**
 * All search tables anew from the entities of the case, in bulk and inside the caller's transaction: what was deleted from
 * an index one by one leaves words behind in it. The words of the case get keys that none of them had before.
 */
export function fillNames(sql: Statements, place: "main" | "temp" = "main"): void {
  const wordsBefore = Number(sql.get("SELECT max(key) AS last FROM word")?.last ?? 0);
  sql.run("INSERT INTO fts_word (fts_word) VALUES ('delete-all')");
  for (const index of Object.keys(nameIndexes)) sql.db.exec(`DROP INDEX ${index}`);
  for (const table of ["name", "word"]) sql.run(`DELETE FROM ${table}`);
  const keyOf = keyGiver(sql);
  for (const row of sql.each("SELECT body FROM entity")) insertNames(sql, bodyOf<Entity>(row), keyOf);
  for (const index of Object.values(nameIndexes)) sql.db.exec(index);
  fillWords(sql, wordsBefore, place);
}

function fillWords(sql: Statements, wordsBefore: number, place: "main" | "temp"): void {
  const gather = (bytes: number) => sql.db.exec(`INSERT INTO fts_word (fts_word, rank) VALUES ('hashsize', ${bytes})`);
  sql.db.function("clew_words", { deterministic: true }, (folded) => indexed(String(folded)));
  gather(gathered.filling);
  sql.run("INSERT INTO fts_word (rowid, words) SELECT key, clew_words(folded) FROM name ORDER BY key");
  sql.run("INSERT INTO fts_word (fts_word) VALUES ('optimize')");
  gather(gathered.usual);
  sql.db.exec(`CREATE VIRTUAL TABLE temp.fts_terms USING fts5vocab('${place}', 'fts_word', 'row')`);
  sql.run("INSERT INTO word (key, text) SELECT ? + row_number() OVER (), term FROM temp.fts_terms", wordsBefore);
  sql.db.exec("DROP TABLE temp.fts_terms");
}
