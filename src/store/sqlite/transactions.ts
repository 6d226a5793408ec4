import type { Statements } from "./statements.ts";
import { storageProblem } from "./storage-problem.ts";

/** Everything read in `use` is of one revision. May nest, also in a transaction that writes. */
export function inOneReading<T>({ db }: Statements, use: () => T): T {
  return db.isTransaction ? use() : transaction(db, { begin: "BEGIN", end: "COMMIT" }, use);
}

/** Everything written in `use`, or nothing where it throws; a plan is taken back all the same. */
export function inOneWriting<T>({ db }: Statements, mode: "plan" | "carry-out", use: () => T): T {
  return transaction(db, { begin: "BEGIN IMMEDIATE", end: mode === "plan" ? "ROLLBACK" : "COMMIT" }, use);
}

function transaction<T>(db: Statements["db"], { begin, end }: { readonly begin: string; readonly end: string }, use: () => T): T {
  db.exec(begin);
  try {
    const done = use();
    db.exec(end);
    return done;
  } catch (error) {
    if (db.isTransaction) db.exec("ROLLBACK");
    throw storageProblem(error, db);
  }
}
