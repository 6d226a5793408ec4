import { statSync } from "node:fs";
import type { Statements } from "./statements.ts";

/** Bytes from which on a log is begun anew; it is cut back to nothing then. */
const LONG = 64 * 1024 ** 2;
/** How long the readers of a long log are waited for, and how long after that they are left alone. */
const PATIENCE_MS = 40;
const PAUSE_MS = 1000;
/** What the connection waits otherwise: `openDatabase`. */
const USUAL_MS = 5000;

/**
 * Keeps the write-ahead log short. SQLite writes it over from its beginning only in a moment in which nobody reads in it; where somebody always
 * does, it grows for ever, and each look into it takes longer. So, when it has become long, those who read in it are waited for,
 * briefly: whoever begins to read meanwhile reads the file, which by then has everything.
 */
export class LogKeeper {
  readonly #sql: Statements;
  readonly #log: string;
  #triedAt = Number.NEGATIVE_INFINITY;

  constructor(sql: Statements, path: string) {
    this.#sql = sql;
    this.#log = `${path}-wal`;
  }

  /** After a change, outside any transaction. */
  tend(): void {
    const length = statSync(this.#log, { throwIfNoEntry: false })?.size ?? 0;
    if (length < LONG || performance.now() - this.#triedAt < PAUSE_MS) return;
    const { db } = this.#sql;
    db.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
    try {
      db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get();
    } finally {
      db.exec(`PRAGMA busy_timeout = ${USUAL_MS}`);
      this.#triedAt = performance.now();
    }
  }
}
