import { compareIds } from "../../base/ids.ts";
import type { Row, Statements } from "./statements.ts";

/**
 * Rows in order of `id` by UTF-16 code unit. SQLite compares UTF-8 bytes, which is another order only
 * where an id holds a character past U+FFFF: then, and only then, the rows are sorted here, in memory.
 * `query` selects a column `id` and ends without ORDER BY; rows of one id stay together.
 */
export function* inIdOrder(sql: Statements, table: "entity" | "link", query: string): Generator<Row> {
  const rows = sql.each(`${query} ORDER BY id`);
  if (!holdsLongCharacters(sql, table)) yield* rows;
  else yield* [...rows].sort((a, b) => compareIds(String(a.id), String(b.id)));
}

/** Whether an id holds a character past U+FFFF. Ids of ASCII alone are told by their lengths, which is quicker. */
export function holdsLongCharacters(sql: Statements, table: "entity" | "link" | "claim"): boolean {
  if (sql.get(`SELECT 1 FROM ${table} WHERE octet_length(id) <> length(id) LIMIT 1`) === undefined) return false;
  return sql.get(`SELECT 1 FROM ${table} WHERE id GLOB ? LIMIT 1`, "*[\u{10000}-\u{10ffff}]*") !== undefined;
}
