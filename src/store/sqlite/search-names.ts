import { foldText } from "../../base/fold-text.ts";
import type { EntityId } from "../../base/ids.ts";
import { nameWords } from "../../base/name-words.ts";
import type { Row, Statements } from "./statements.ts";
import { codePoints, type WordList, wordsHolding, wordsNear } from "./word-list.ts";

export interface NameSearch {
  readonly sql: Statements;
  /** The words of the case; asked for when whole words and beginnings were not enough. */
  readonly words: () => WordList;
  /** Names read for what few have, by what matches them; null where they are not few. Filled by the search. */
  readonly read: Map<string, readonly ReadName[] | null>;
  /** What was once counted for a word: which of several to begin with, and no answer hangs on it. */
  readonly counted: Map<string, number>;
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
/** Words of the case that stand for one that was typed, at most: those that hold it, those like it. */
const standInsMost = 64;
/** Completions of a word that are asked for one by one, at most: quicker than a beginning that has no index, which FTS5 puts together from all of its words. */
const completionsMost = 256;
/** Letters from which on the completions of a word are looked up; shorter beginnings have an index. */
const indexedLetters = 4;

/**
 * Names that match, best first, lazily: the whole name; then names that have each word asked for; then those in which each begins
 * a word; then those in which each is part of one; then those that have, for each, a word that begins so or is one slip of the
 * pen away; then two slips, in words of eight letters and more. Words of fewer than four letters, and those with digits, have no
 * slips, and a text that is a name as it stands is taken for no slip. Within a tier the shorter name first, then the older. A name may come again in a later tier.
 */
export function* matchingNames(search: NameSearch, text: string): Generator<FoundName> {
  const folded = foldText(text);
  if (folded === "") return;
  let isName = false;
  for (const name of wholeNames(search, folded)) {
    isName = true;
    yield name;
  }
  const words = rarestFirst(search, [...new Set(nameWords(folded))].slice(0, wordsMost));
  if (words.length === 0) return;
  yield* names(search, words.map(same));
  const beginnings = words.map((word) => beginning(search.sql, word));
  if (beginnings.some(({ match }, at) => match !== anyOf([quoted(words[at]!.typed)]))) yield* names(search, beginnings);
  const typed = words.map((word) => word.typed);
  const tiers = furtherTiers(search.words(), { typed, beginnings, isName });
  yield* namesOfTiers(search, beginnings, words.length > 1 ? [...tiers] : tiers);
}

/** What may stand for each word that was typed beside those that begin so, at most `standInsMost` each. */
interface Tier {
  readonly standIns: readonly (readonly string[])[];
  /** By word: more hold it than stand in for it; they count where the names of another word are few enough to be looked at. */
  readonly isCut: readonly boolean[];
  readonly similar: boolean;
}

interface Typed {
  readonly typed: readonly string[];
  readonly beginnings: readonly Part[];
  readonly isName: boolean;
}

/** Words that hold each; then those that are one slip away, then two, where there are any; each tier when it is asked for. */
function* furtherTiers(list: WordList, { typed, beginnings, isName }: Typed): Generator<Tier> {
  const tierOf = (words: readonly (readonly string[])[], similar: boolean): Tier[] => {
    const standIns = beginnings.map(({ fits }, at) => words[at]!.filter((word) => !fits(word)).slice(0, standInsMost));
    const isCut = words.map(({ length }) => !similar && typed.length > 1 && length === standInsMost);
    const isThere = isCut.includes(true) || standIns.some((further) => further.length > 0);
    return isThere ? [{ standIns, isCut, similar }] : [];
  };
  const holding = typed.map((word) => wordsHolding(list, word, standInsMost));
  yield* tierOf(holding, false);
  if (isName) return;
  const near = typed.map((word) => wordsNear(list, word, slipsIn(word)));
  const most = Math.max(0, ...near.flat().map(({ distance }) => distance));
  for (let slips = 1; slips <= most; slips++) {
    const within = near.map((words) => words.filter(({ distance }) => distance <= slips));
    yield* tierOf(
      within.map((words) => words.map(({ word }) => word)),
      true,
    );
  }
}

/** Several tiers that are there at once, and have few names between them, are read together and told apart by the words of each name. */
function* namesOfTiers(search: NameSearch, beginnings: readonly Part[], tiers: Iterable<Tier>): Generator<FoundName> {
  const partsOf = (some: readonly Tier[]) => beginnings.map((part, at) => orStandIns(part, at, some));
  const few = Array.isArray(tiers) && tiers.length > 1 ? fewNames(search, partsOf(tiers)) : null;
  for (const tier of tiers) {
    const parts = partsOf([tier]);
    for (const { entity, text } of few?.filter(({ words }) => hasAll(words, parts)) ?? names(search, parts))
      yield { entity, text, similar: tier.similar };
  }
}

interface TypedWord {
  readonly typed: string;
  /** About how many names have it. */
  readonly names: number;
  /** More than are read for it. */
  readonly isCommon: boolean;
}

/** Words that few names have come first; one that no name has is likely to be a slip or a part of one, and as rare. */
function rarestFirst(search: NameSearch, words: readonly string[]): TypedWord[] {
  if (words.length < 2) return words.map((typed) => ({ typed, names: 0, isCommon: false }));
  const { sql } = search;
  return words
    .map((typed) => ({ typed, few: countUpTo(sql, typed, rareMost + 1) }))
    .sort((a, b) => a.few - b.few || b.typed.length - a.typed.length)
    .map(({ typed, few }) => ({ typed, names: few > rareMost ? aboutCount(search, typed) : few, isCommon: few > rareMost }));
}

function countUpTo(sql: Statements, word: string, most: number): number {
  const query = "SELECT count(*) AS names FROM (SELECT rowid FROM fts_word WHERE fts_word MATCH ? LIMIT ?)";
  return Number(sql.get(query, quoted(word), most)?.names);
}

/** Names that are counted of a common word. */
const countedMost = 8192;
/** Words whose counts are remembered; then it begins anew. */
const countsMost = 10_000;

function aboutCount({ sql, counted }: NameSearch, word: string): number {
  const known = counted.get(word);
  if (known !== undefined) return known;
  const names = countUpTo(sql, word, countedMost);
  if (counted.size >= countsMost) counted.clear();
  counted.set(word, names);
  return names;
}

/** What a name must have for one word that was typed. */
interface Part extends TypedWord {
  /** As a query of the index; null when no name has it. */
  readonly match: string | null;
  /** A query that is quicker and gives names with other words, too; null for none. */
  readonly wide: string | null;
  /** Whether it is one of the words of the match. */
  readonly matches: (word: string) => boolean;
  readonly fits: (word: string) => boolean;
  /** Whether words that fit are missing from the match. */
  readonly isCut: boolean;
}

function same(word: TypedWord): Part {
  const fits = (other: string) => other === word.typed;
  return { ...word, match: quoted(word.typed), wide: null, matches: fits, fits, isCut: false };
}

/** A word that begins so. */
function beginning(sql: Statements, word: TypedWord): Part {
  const { typed } = word;
  const fits = (other: string) => other.startsWith(typed);
  const letters = codePoints(typed).length;
  const names = word.names + namesOfBeginnings / 8 ** letters;
  return { ...word, names, ...beginningMatch(sql, typed), matches: fits, fits, isCut: false };
}

/** As if there were so many, and eight letters that come in every place alike often. */
const namesOfBeginnings = 1_000_000;

/** The part, or what stands in for that of this place in one of the tiers. */
function orStandIns(part: Part, at: number, tiers: readonly Tier[]): Part {
  const { typed, match, wide, fits } = part;
  const standIns = new Set(tiers.flatMap((tier) => tier.standIns[at]!));
  const isCut = tiers.some((tier) => tier.isCut[at]);
  const matches = (word: string) => fits(word) || standIns.has(word);
  return {
    ...part,
    match: anyOf([match, ...[...standIns].map(quoted)]),
    wide: wide === null ? null : anyOf([wide, ...[...standIns].map(quoted)]),
    ...{ matches, fits: isCut ? (word) => matches(word) || word.includes(typed) : matches, isCut },
  };
}

/** Slips of the pen that are looked past in a word that was typed. */
function slipsIn(word: string): number {
  const letters = codePoints(word).length;
  if (letters < 4 || /\p{N}/u.test(word)) return 0;
  return letters < 8 ? 1 : 2;
}

function beginningMatch(sql: Statements, word: string): Pick<Part, "match" | "wide"> {
  const letters = [...word];
  if (letters.length <= indexedLetters) return { match: `${quoted(word)}*`, wide: null };
  const rows = sql.lists(
    "SELECT text FROM word WHERE text >= ?1 AND text < ?1 || char(1114111) ORDER BY text LIMIT ?2",
    word,
    completionsMost + 1,
  );
  return {
    match: rows.length > completionsMost ? `${quoted(word)}*` : anyOf(rows.map(([text]) => quoted(String(text)))),
    wide: rows.length > standInsMost ? `${quoted(letters.slice(0, indexedLetters).join(""))}*` : null,
  };
}

function anyOf(parts: readonly (string | null)[]): string | null {
  const some = [...new Set(parts)].filter((part) => part !== null);
  if (some.length < 2) return some[0] ?? null;
  return `(${some.join(" OR ")})`;
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

/** Names that have every part, in order of key. */
function names(search: NameSearch, parts: readonly Part[]): Iterable<FoundName> {
  if (parts.some(({ match }) => match === null)) return [];
  return (parts.length > 1 ? namesOfRarest(search, parts) : null) ?? namesOfAll(search, parts);
}

function namesOfAll({ sql, only }: NameSearch, parts: readonly Part[]): Iterable<FoundName> {
  const match = allOf(parts);
  return pages((after, most) =>
    sql.all(
      `SELECT n.key, n.entity, n.text FROM fts_word CROSS JOIN name n ON n.key = fts_word.rowid${joinOf(only)}
       WHERE fts_word MATCH ? AND fts_word.rowid > ?${typeOf(only)} ORDER BY fts_word.rowid LIMIT ?`,
      ...[match, after, ...valuesOf(only), most],
    ),
  );
}

/**
 * Where few names have one of the first parts, or some of the rarest at once, those are read and looked at: quicker than walking with
 * them through what many have. Each attempt ends with the first name too many.
 */
function namesOfRarest(search: NameSearch, parts: readonly Part[]): readonly ReadName[] | null {
  for (const { match, most, have } of rarest(parts)) {
    const known = search.read.get(match);
    const names = known === undefined ? readFew(search, match, most) : known;
    search.read.set(match, names);
    if (names !== null) return names.filter(({ words }) => have(words, parts));
  }
  return null;
}

interface Rare {
  readonly match: string;
  /** Names that are read for it. */
  readonly most: number;
  readonly have: typeof hasAll;
}

/**
 * What is likely to match few names, the cheapest first: each of the first two parts; all by what is quicker than they are; then the rarest
 * at once, two and more, where that is not all and one is whole.
 */
function rarest(parts: readonly Part[]): Rare[] {
  const whole = parts.filter(({ isCut }) => !isCut);
  const cut = parts.filter(({ isCut }) => isCut);
  const first = [...whole, ...cut].slice(0, 2).filter(({ isCommon, wide }) => !isCommon && (wide === null || cut.length > 0));
  const wide = parts.some((part) => part.wide !== null) ? [parts.map((part) => part.wide ?? part.match!)] : [];
  const byNames = parts.toSorted((a, b) => a.names - b.names);
  const together = whole.length === 0 ? [] : [2, 3, 4].filter((count) => count < parts.length);
  return [
    ...first.map(({ match }) => ({ match: match!, most: rareMost, have: hasAll })),
    ...wide.map((matches) => ({ match: matches.join(" AND "), most: rareMost, have: matchAll })),
    ...together.map((count) => ({
      match: allOf(byNames.slice(0, count)),
      most: worthReading(byNames.slice(count)),
      have: matchAll,
    })),
  ];
}

/** Names that are read at most rather than that these parts are walked through as well: one costs as much as a hundred of a walk. */
function worthReading(parts: readonly Part[]): number {
  const walked = parts.reduce((sum, { names }) => sum + names, 0);
  return Math.min(readMost, Math.max(rareMost, Math.floor(walked / 100)));
}

const readMost = 512;

function allOf(parts: readonly Part[]): string {
  return parts.map(({ match }) => match).join(" AND ");
}

/** In order of key; null for more than so many. */
function readFew({ sql, only }: NameSearch, match: string, most: number): readonly ReadName[] | null {
  const keys = sql.lists("SELECT rowid FROM fts_word WHERE fts_word MATCH ? LIMIT ?", match, most + 1);
  if (keys.length > most) return null;
  const rows = sql.lists(
    `SELECT n.entity, n.text, n.folded FROM json_each(?) k CROSS JOIN name n ON n.key = k.value${joinOf(only)}
     WHERE TRUE${typeOf(only)} ORDER BY n.key`,
    ...[JSON.stringify(keys.flat()), ...valuesOf(only)],
  );
  return rows.map(([entity, text, folded]) => ({
    ...foundName({ entity, text }),
    words: nameWords(String(folded)),
  }));
}

interface ReadName extends FoundName {
  readonly words: readonly string[];
}

/** Names that have every part, with their words, where they are not many: several tiers are then told apart without asking again. */
function fewNames(search: NameSearch, parts: readonly Part[]): readonly ReadName[] | null {
  if (parts.some(({ match }) => match === null)) return [];
  const ofRarest = namesOfRarest(search, parts);
  if (ofRarest !== null) return ofRarest;
  return readFew(search, allOf(parts), fewMost);
}

const fewMost = 256;

/** Names that are read for a part, or some at once, that few have. */
const rareMost = 128;

function hasAll(words: readonly string[], parts: readonly Part[]): boolean {
  return parts.every(({ fits }) => words.some(fits));
}

function matchAll(words: readonly string[], parts: readonly Part[]): boolean {
  return parts.every(({ matches }) => words.some(matches));
}

function foundName({ entity, text }: Row): FoundName {
  return { entity: entity as EntityId, text: String(text), similar: false };
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
    yield* rows.map(foundName);
    if (rows.length < most) return;
    after = Number(rows.at(-1)!.key);
  }
}
