import { foldText } from "../../base/fold-text.ts";
import type { EntityId } from "../../base/ids.ts";
import { nameWords } from "../../base/name-words.ts";
import type { Row, Statements } from "./statements.ts";
import { codePoints, type WordList, wordsHolding, wordsNear } from "./word-list.ts";

export interface NameSearch {
  readonly sql: Statements;
  /** The words of the case; asked for when whole words and beginnings were not enough. */
  readonly words: () => WordList;
  /** Only names of entities of these types, or of these ids. */
  readonly only: { readonly types: readonly string[]; readonly ids: readonly string[] } | null;
}

export interface FoundName {
  readonly entity: EntityId;
  readonly text: string;
  /** Found by words that are like those asked for. */
  readonly similar: boolean;
}

/** Words that are looked for at most: those after them say little more. */
const wordsMost = 24;
/** Words of the case that stand for one that was typed, at most: its completions, those that hold it, those like it. */
const standInsMost = 64;
/** Letters from which on the completions of a word are looked up; shorter beginnings have an index. */
const indexedLetters = 4;

/**
 * Names that match, best first, lazily: the whole name; then names that have each word asked for; then those in which each begins
 * a word; then those in which each is part of one; then those that have, for each, a word that begins so or is one slip of the
 * pen away; then two slips, in words of eight letters and more. Words of fewer than four letters, and those with digits, have no
 * slips. Within a tier the shorter name first, then the older. A name may come again in a later tier.
 */
export function* matchingNames(search: NameSearch, text: string): Generator<FoundName> {
  const folded = foldText(text);
  if (folded === "") return;
  yield* wholeNames(search, folded);
  const typed = [...new Set(nameWords(folded))].slice(0, wordsMost);
  if (typed.length === 0) return;
  yield* names(search, typed.map(quoted));
  const beginnings = typed.map((word) => beginning(search.sql, word));
  yield* names(search, beginnings);
  const list = search.words();
  const withBeginning = (words: readonly string[], at: number) => anyOf([beginnings[at] ?? null, ...words.map(quoted)]);
  yield* names(
    search,
    typed.map((word, at) => withBeginning(wordsHolding(list, word, standInsMost), at)),
  );
  const near = typed.map((word) => wordsNear(list, word, slipsIn(word)));
  for (const slips of [1, 2]) {
    if (!near.some((words) => words.some(({ distance }) => distance === slips))) continue;
    const standIns = near.map((words) => words.filter(({ distance }) => distance <= slips).map(({ word }) => word));
    for (const name of names(
      search,
      standIns.map((words, at) => withBeginning(words.slice(0, standInsMost), at)),
    ))
      yield { ...name, similar: true };
  }
}

/** Slips of the pen that are looked past in a word that was typed. */
function slipsIn(word: string): number {
  const letters = codePoints(word).length;
  if (letters < 4 || /\p{N}/u.test(word)) return 0;
  return letters < 8 ? 1 : 2;
}

/** Words that begin so, as a query of the index; null when there are none. */
function beginning(sql: Statements, word: string): string | null {
  if (codePoints(word).length <= indexedLetters) return `${quoted(word)}*`;
  const rows = sql.all(
    "SELECT text FROM word WHERE text >= ?1 AND text < ?1 || char(1114111) ORDER BY text LIMIT ?2",
    word,
    standInsMost + 1,
  );
  return rows.length > standInsMost ? `${quoted(word)}*` : anyOf(rows.map(({ text }) => quoted(String(text))));
}

function anyOf(parts: readonly (string | null)[]): string | null {
  const some = [...new Set(parts)].filter((part) => part !== null);
  return some.length === 0 ? null : `(${some.join(" OR ")})`;
}

/** A word of FTS5; words hold no quotation marks. */
function quoted(word: string): string {
  return `"${word}"`;
}

function wholeNames({ sql, only }: NameSearch, folded: string): Generator<FoundName> {
  return pages((after, most) =>
    sql.all(
      `SELECT n.key, n.entity, n.text FROM name n${joinOf(only)} WHERE n.folded = ? AND n.key > ?${typeOf(only)} ORDER BY n.key LIMIT ?`,
      ...[folded, after, ...valuesOf(only), most],
    ),
  );
}

/** Names that match every part, in order of key; nothing when a part is null, which nothing can match. */
function names({ sql, only }: NameSearch, parts: readonly (string | null)[]): Iterable<FoundName> {
  if (parts.includes(null)) return [];
  const match = parts.join(" AND ");
  return pages((after, most) =>
    sql.all(
      `SELECT n.key, n.entity, n.text FROM fts_word CROSS JOIN name n ON n.key = fts_word.rowid${joinOf(only)}
       WHERE fts_word MATCH ? AND fts_word.rowid > ?${typeOf(only)} ORDER BY fts_word.rowid LIMIT ?`,
      ...[match, after, ...valuesOf(only), most],
    ),
  );
}

function joinOf(only: NameSearch["only"]): string {
  return only === null ? "" : " CROSS JOIN entity e ON e.id = n.entity";
}

function typeOf(only: NameSearch["only"]): string {
  if (only === null) return "";
  return " AND (e.type IN (SELECT value FROM json_each(?)) OR n.entity IN (SELECT value FROM json_each(?)))";
}

function valuesOf(only: NameSearch["only"]): string[] {
  return only === null ? [] : [JSON.stringify(only.types), JSON.stringify(only.ids)];
}

/** Rows a few at a time, then many: most searches end with the first. */
function* pages(page: (after: number, most: number) => Row[]): Generator<FoundName> {
  let after = 0;
  for (let most = 32; ; most = 1024) {
    const rows = page(after, most);
    for (const { entity, text } of rows) yield { entity: entity as EntityId, text: String(text), similar: false };
    if (rows.length < most) return;
    after = Number(rows.at(-1)!.key);
  }
}
