import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { DatabaseSync, constants as sqlite } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { BadInput } from "../../base/problem.ts";
import { compareSchema } from "./compare-schema.ts";
import { copyBeforeMigration } from "./copy-before-migration.ts";
import { fillNames } from "./name-index.ts";
import { applicationId, migrations, schema, schemaVersion, searchVersion } from "./schema.ts";
import { Statements } from "./statements.ts";

/**
 * A connection to the case at `path`, its settings asserted. The file's header is judged before
 * SQLite sees the file, so that one which is no case stays byte for byte as it is; its tables, views and triggers
 * are compared with those of its version before any of them is asked. A reader refuses to write
 * (`query_only`), but opens the file so that, as the last to leave, it takes the files beside it away; where the
 * folder cannot be written, the file is read as it stands. A file of an older schema is brought up to date by the first who
 * opens it for writing, after a copy of it was made; readers take it as it is. Throws BadInput.
 */
export function openDatabase(path: string, readOnly: boolean): DatabaseSync {
  refuseWhatIsNoCase(path);
  let db: DatabaseSync | undefined;
  try {
    const still = readOnly && isStill(path);
    db = new DatabaseSync(still ? immutable(path) : path, {
      readOnly: still,
      allowExtension: false,
      enableForeignKeyConstraints: true,
      timeout: 5000,
      defensive: true,
    });
    settle(db, readOnly);
    if (!readOnly) migrate(db, path);
    denyAttach(db);
    return db;
  } catch (cause) {
    db?.close();
    throw new BadInput(`${basename(path)} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}

/** Nobody can write beside the file, so nobody is writing it: a case on a read-only disk or share. */
function isStill(path: string): boolean {
  try {
    accessSync(dirname(resolve(path)), constants.W_OK);
    return false;
  } catch {
    return !existsSync(`${path}-wal`);
  }
}

/** Tells SQLite that no log and no lock is needed beside the file. */
function immutable(path: string): URL {
  const url = pathToFileURL(resolve(path));
  url.searchParams.set("immutable", "1");
  return url;
}

function settle(db: DatabaseSync, readOnly: boolean): void {
  if (readOnly) db.exec("PRAGMA query_only = ON");
  db.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
  db.exec("PRAGMA foreign_keys = ON");
  compareSchema(db);
  if (!readOnly) db.exec("PRAGMA journal_mode = WAL");
  const wanted = { synchronous: 2, trusted_schema: 0, cell_size_check: 1, secure_delete: 1, foreign_keys: 1 };
  for (const [name, value] of Object.entries(wanted)) {
    const got = db.prepare(`PRAGMA ${name}`).get()?.[name];
    if (got !== value) throw new Error(`wanted ${name} = ${value}, got ${String(got)}`);
  }
  const mode = db.prepare("PRAGMA journal_mode").get()?.journal_mode;
  if (!readOnly && mode !== "wal") throw new Error(`wanted journal_mode = wal, got ${String(mode)}`);
  const { beyond } =
    db
      .prepare("SELECT (SELECT max(seq) FROM history) > ? OR (SELECT min(seq) FROM history) < 1 AS beyond")
      .get(Number.MAX_SAFE_INTEGER) ?? {};
  if (beyond === 1) throw new Error("wanted a history that counts 1, 2, 3, got another");
}

/** All steps in one transaction: a file is of one version or of another, whenever the machine stops. */
function migrate(db: DatabaseSync, path: string): void {
  const version = Number(db.prepare("PRAGMA user_version").get()?.user_version);
  if (version === schemaVersion) return;
  copyBeforeMigration(db, { path, version });
  const steps = migrations.slice(version - 1);
  db.exec(`BEGIN IMMEDIATE; ${steps.join("\n")}`);
  if (version < searchVersion) fillNames(new Statements(db));
  db.exec(`PRAGMA user_version = ${schemaVersion}; COMMIT;`);
}

/** No other file is reached through a case. VACUUM attaches a file without a name, for itself. */
function denyAttach(db: DatabaseSync): void {
  db.setAuthorizer((action, file) => (action === sqlite.SQLITE_ATTACH && file !== "" ? sqlite.SQLITE_DENY : sqlite.SQLITE_OK));
}

/** Builds an empty case under another name and links it into place: `path` is whole or absent. Never replaces a file. */
export function createDatabase(path: string): void {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.draft`);
  try {
    rmSync(draft, { force: true });
    closeSync(openSync(draft, "wx", 0o600));
    const db = new DatabaseSync(draft);
    db.exec(`BEGIN;${schema}COMMIT;`);
    db.close();
    chmodSync(draft, 0o600);
    linkSync(draft, path);
    const folder = openSync(dirname(path), "r");
    fsyncSync(folder);
    closeSync(folder);
  } catch (cause) {
    const there = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    const why = there ? "a file of that name is there" : cause instanceof Error ? cause.message : String(cause);
    throw new BadInput(`${basename(path)} cannot be created: ${why}`, { kind: there ? "conflict" : "invalid", cause });
  } finally {
    rmSync(draft, { force: true });
  }
}

function refuseWhatIsNoCase(path: string): void {
  const name = basename(path);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) throw new BadInput(`${name}: no such file`, { kind: "not-found" });
  if (!stat.isFile()) throw new BadInput(`${name} is no case: wanted a file, got a folder or device`);
  const head = Buffer.alloc(100);
  const file = openSync(path, "r");
  const read = readSync(file, head, 0, 100, 0);
  closeSync(file);
  if (read < 100 || head.toString("latin1", 0, 16) !== "SQLite format 3\0" || head.readUInt32BE(68) !== applicationId)
    throw new BadInput(`${name} is no case: it does not begin as a .clew file does`);
  const version = head.readUInt32BE(60);
  if (version > schemaVersion)
    throw new BadInput(`${name} was written by a newer Clew (format ${version}, this one reads up to ${schemaVersion})`);
  const size = head.readUInt16BE(16);
  const pages = head.readUInt32BE(28);
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (log === 0 && stat.size < pages * (size === 1 ? 65536 : size))
    throw new BadInput(`${name} is cut short: wanted ${pages} pages, the file holds ${stat.size} bytes`);
}
