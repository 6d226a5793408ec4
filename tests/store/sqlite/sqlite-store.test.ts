import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { entityId } from "../../../src/base/ids.ts";
import type { CaseStore } from "../../../src/store/case-store.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { caseStoreContract, type Engine } from "../case-store-contract.ts";
import { entityOf, linkClaim, sourceOf } from "../records.ts";

function sqliteEngine(): Engine {
  const folder = mkdtempSync(join(tmpdir(), "clew-store-"));
  const path = join(folder, "case.clew");
  return {
    create: () => openSqliteStore(path, { mode: "create" }),
    reopen: (store) => {
      store.close();
      return openSqliteStore(path, { mode: "write" });
    },
    readBeside: () => openSqliteStore(path, { mode: "read" }),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

caseStoreContract("sqlite", sqliteEngine);

function withCase(use: (path: string, store: CaseStore) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "clew-store-"));
  const path = join(folder, "case.clew");
  const store = openSqliteStore(path, { mode: "create" });
  try {
    use(path, store);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const author = { by: "tester", at: "2024-04-01T00:00:00.000Z", label: "test" };

test("a closed case is one private file and nothing beside it", () => {
  withCase((path, store) => {
    store.apply([{ kind: "put-entity", before: null, after: entityOf("a") }], author);
    store.close();
    expect(readdirSync(join(path, ".."))).toEqual(["case.clew"]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path).toString("latin1", 0, 15)).toBe("SQLite format 3");
  });
});

test("the file can be asked by any SQLite tool", () => {
  withCase((path, store) => {
    const claim = linkClaim("c1", "a funds b");
    store.apply(
      [
        ...["a", "b"].map((id) => ({ kind: "put-entity", before: null, after: entityOf(id) }) as const),
        { kind: "put-source", before: null, after: sourceOf("s1") },
        { kind: "record-claim", claim },
      ],
      author,
    );
    store.close();
    const other = new DatabaseSync(path, { readOnly: true });
    expect(other.prepare("SELECT id, standing FROM link").all()).toEqual([{ id: "a>funds>b", standing: "stated" }]);
    other.close();
  });
});

test("a derived table that somebody changed by hand is found by check", () => {
  withCase((path, store) => {
    store.apply(
      [
        ...["a", "b"].map((id) => ({ kind: "put-entity", before: null, after: entityOf(id) }) as const),
        { kind: "put-source", before: null, after: sourceOf("s1") },
        { kind: "record-claim", claim: linkClaim("c1", "a funds b") },
      ],
      author,
    );
    store.close();
    const other = new DatabaseSync(path);
    other.exec("UPDATE link SET standing = 'corroborated'; DELETE FROM name WHERE entity = 'b'");
    other.close();
    const again = openSqliteStore(path, { mode: "read" });
    expect(again.check().map(({ where, kind }) => [where, kind])).toEqual([
      ["link a>funds>b", "stale-link"],
      ["entity b", "stale-name"],
    ]);
    again.close();
  });
});

test("nothing acknowledged is lost when the writer is killed, and the case opens at once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "clew-kill-"));
  const path = join(folder, "case.clew");
  openSqliteStore(path, { mode: "create" }).close();
  const engine = new URL("../../../src/store/sqlite/open-sqlite-store.ts", import.meta.url).href;
  const code = `
    const { openSqliteStore } = await import(${JSON.stringify(engine)});
    const store = openSqliteStore(process.argv[1], { mode: "write" });
    const entity = (id) => ({ id, type: "person", name: id, aliases: [], description: "", placeholder: false });
    for (let n = store.revision(); ; n++) {
      store.apply([{ kind: "put-entity", before: null, after: entity("e" + n) }], ${JSON.stringify(author)});
      process.stdout.write(n + "\\n");
    }`;
  try {
    for (let kill = 0; kill < 12; kill++) {
      const acknowledged = await killed(code, path, 5 + kill * 9);
      const store = openSqliteStore(path, { mode: "write" });
      expect(store.check()).toEqual([]);
      for (const n of acknowledged) expect(store.entity(entityId(`e${n}`))).toBeDefined();
      expect(store.revision()).toBe([...store.entities()].length);
      store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Runs a writer, kills it so many milliseconds after its first word, and gives what it had acknowledged. */
async function killed(code: string, path: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", code, path], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  const ended = new Promise((done) => child.once("exit", done));
  child.stdout.once("data", () => setTimeout(() => child.kill("SIGKILL"), afterMs));
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  await ended;
  return said.split("\n").slice(0, -1);
}
