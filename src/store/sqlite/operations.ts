import type { KeptOperation, Operation } from "../case-store.ts";
import type { Statements } from "./statements.ts";
import { conflict, short } from "./work.ts";

/** Operations that are kept, and of those with an answer of their own the newest so many; older ones are as if never sent. */
export const mostOperations = 10_000;
export const mostAnswers = 100;

export function readOperation(sql: Statements, id: string): KeptOperation | undefined {
  const row = sql.get("SELECT seq, asked, wrote, answer FROM operation WHERE id = ?", id);
  if (row === undefined) return undefined;
  const { seq, asked, wrote, answer } = row;
  return { id, asked: String(asked), revision: Number(seq), wrote: wrote === 1, answer: answer === null ? null : String(answer) };
}

/** Inside the transaction of the entry `seq` that it made, or of its own when it made none. */
export function keepOperation(
  sql: Statements,
  { id, asked, answer }: Operation,
  made: { readonly seq: number; readonly wrote: boolean },
): void {
  if (readOperation(sql, id) !== undefined) throw conflict(`operation: ${short(id)} is done already`);
  const values = [id, asked, made.seq, made.wrote ? 1 : 0, answer];
  const key = sql.run("INSERT INTO operation (id, asked, seq, wrote, answer) VALUES (?, ?, ?, ?, ?)", ...values);
  sql.run("DELETE FROM operation WHERE key <= ?", key - mostOperations);
  if (answer === null) return;
  sql.run(
    `DELETE FROM operation WHERE answer IS NOT NULL AND key <= (
       SELECT key FROM operation WHERE answer IS NOT NULL ORDER BY key DESC LIMIT 1 OFFSET ?)`,
    mostAnswers,
  );
}

/** Ids of those whose entry is not in the history; none in a file of a version that kept no operations. */
export function operationsBeyond(sql: Statements): string[] {
  if (sql.get("SELECT 1 FROM sqlite_schema WHERE name = 'operation'") === undefined) return [];
  const rows = sql.all("SELECT id FROM operation o WHERE wrote = 1 AND NOT EXISTS (SELECT 1 FROM history h WHERE h.seq = o.seq)");
  return rows.map(({ id }) => String(id));
}

/** A redaction forgets them all: their sums are of what was asked, and their answers quote it. */
export function forgetOperations(sql: Statements): void {
  sql.run("DELETE FROM operation");
}
