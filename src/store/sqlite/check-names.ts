import type { EntityId } from "../../base/ids.ts";
import { nameWords } from "../../base/name-words.ts";
import type { Problem } from "../../base/problem.ts";
import type { Entity } from "../../claims/entity.ts";
import { isIndexed } from "./name-index.ts";
import { searchVersion } from "./schema.ts";
import { bodyOf, type Statements } from "./statements.ts";
import { short } from "./work.ts";

type Found = Omit<Problem, "file">;

/** What the search tables hold and the entities do not say, or the other way round. */
export function checkNames(sql: Statements): Found[] {
  if (Number(sql.get("PRAGMA main.user_version")?.user_version) < searchVersion) return [...unnamed(sql)];
  const words = new Map<string, number>();
  const stale = [...staleNames(sql, words)];
  return stale.length > 0 ? stale : [...staleWords(sql, words)];
}

function* unnamed(sql: Statements): Generator<Found> {
  for (const { id } of sql.each("SELECT id FROM entity e WHERE NOT EXISTS (SELECT 1 FROM name n WHERE n.entity = e.id)"))
    yield staleName(String(id));
}

/** Counts, on its way, how many names hold each word. */
function* staleNames(sql: Statements, words: Map<string, number>): Generator<Found> {
  for (const row of sql.each("SELECT id, body FROM entity"))
    if (!isIndexed(sql, row.id as EntityId, bodyOf<Entity>(row))) yield staleName(String(row.id));
  for (const { entity, folded } of sql.each("SELECT entity, folded FROM main.name")) {
    if (sql.get("SELECT 1 FROM entity WHERE id = ?", String(entity)) === undefined) yield staleName(String(entity));
    for (const word of new Set(nameWords(String(folded)))) words.set(word, (words.get(word) ?? 0) + 1);
  }
}

function staleName(id: string): Found {
  return { where: `entity ${id}`, kind: "stale-name", message: "wanted its names in the search index, got others or none" };
}

function* staleWords(sql: Statements, words: ReadonlyMap<string, number>): Generator<Found> {
  const count = (query: string, ...values: string[]) => Number(sql.get(query, ...values)?.n ?? 0);
  const stale = (message: string) => ({ where: "search index", kind: "stale-name", message });
  const [names, indexed] = [count("SELECT count(*) AS n FROM main.name"), count("SELECT count(*) AS n FROM main.fts_word")];
  if (names !== indexed) yield stale(`wanted ${names} names, got ${indexed}`);
  for (const [word, wanted] of words) {
    const got = count("SELECT count(*) AS n FROM main.fts_word WHERE fts_word MATCH ?", `"${word}"`);
    if (got !== wanted) yield stale(`wanted ${wanted} names with the word ${short(word)}, got ${got}`);
    if (count("SELECT count(*) AS n FROM main.word WHERE text = ?", word) === 0)
      yield stale(`wanted the word ${short(word)}, got none`);
  }
}
