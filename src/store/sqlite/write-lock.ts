import { closeSync, openSync, rmSync, statSync } from "node:fs";
import { basename } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { BadInput } from "../../base/problem.ts";

/**
 * One writer per case: a RESERVED lock on a side file beside it, held by SQLite and so by the
 * operating system, which drops it when the process dies, however it dies; nothing has to guess
 * whether a number still names the same process. RESERVED leaves the side file readable: the one
 * who comes second reads from it who is there. Returns what gives the lock back and removes the file.
 * Throws BadInput (kind `conflict`) when another holds it.
 */
export function takeWriteLock(path: string): () => void {
  const side = `${path}-lock`;
  for (;;) {
    const db = openSide(side);
    try {
      const before = statSync(side).ino;
      hold(db);
      if (statSync(side, { throwIfNoEntry: false })?.ino === before) return () => release(db, side);
      db.close();
    } catch (cause) {
      const holder = holderOf(db);
      db.close();
      if (!isBusy(cause)) throw cannotLock(path, cause);
      const who = holder === undefined ? "" : ` (process ${holder})`;
      throw new BadInput(`${basename(path)} is open in another Clew${who}; close it there, or open it read-only here`, {
        kind: "conflict",
        cause,
      });
    }
  }
}

/** How long those who come at once wait for one another: the one who has it writes its number, the others read it. */
const patienceMs = 5_000;
const pauseMs = 20;

/** Whoever holds it already is told at once; the commit waits for those who are reading who is there. */
function hold(db: DatabaseSync): void {
  db.exec("PRAGMA journal_mode = DELETE; BEGIN IMMEDIATE;");
  db.exec(`PRAGMA busy_timeout = ${patienceMs}; CREATE TABLE IF NOT EXISTS holder (pid INTEGER); DELETE FROM holder;`);
  db.prepare("INSERT INTO holder VALUES (?)").run(process.pid);
  db.exec("COMMIT; PRAGMA busy_timeout = 0; BEGIN IMMEDIATE;");
}

/** The number may not be there yet, or be that of a process that is gone. Undefined when it does not come. */
function holderOf(db: DatabaseSync): number | undefined {
  for (let waitedMs = 0; waitedMs <= patienceMs; waitedMs += pauseMs) {
    const pid = numberIn(db);
    if (pid !== undefined && isAlive(pid)) return pid;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs);
  }
  return undefined;
}

function numberIn(db: DatabaseSync): number | undefined {
  try {
    const row = db.prepare("SELECT pid FROM holder").get();
    return row === undefined ? undefined : Number(row.pid);
  } catch {
    return undefined;
  }
}

/** Also when it is another user's, which may not be asked. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function release(db: DatabaseSync, side: string): void {
  rmSync(side, { force: true });
  db.close();
}

function openSide(side: string): DatabaseSync {
  try {
    // SQLite would make it for every user of the machine to read, and it says who is here.
    closeSync(openSync(side, "a", 0o600));
    return new DatabaseSync(side, { timeout: 0 });
  } catch (cause) {
    throw cannotLock(side, cause);
  }
}

function cannotLock(path: string, cause: unknown): BadInput {
  return new BadInput(
    `${basename(path)} cannot be locked for writing: ${cause instanceof Error ? cause.message : String(cause)}`,
    {
      cause,
    },
  );
}

/** SQLITE_BUSY, with whatever extension. */
function isBusy(cause: unknown): boolean {
  return cause instanceof Error && "errcode" in cause && (Number(cause.errcode) & 0xff) === 5;
}
