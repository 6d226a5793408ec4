import { join } from "node:path";
import { expect, test } from "vitest";
import { importParts } from "../../src/case/import-files.ts";
import { type Case, openCase } from "../../src/case/open-case.ts";
import { packFiles } from "../../src/case/pack-files.ts";
import { withSnapshotAhead } from "../../src/case/snapshot-ahead.ts";
import type { OfferedSnapshot, SnapshotExchange } from "../../src/case/snapshot-exchange.ts";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import type { Change } from "../../src/claims/change.ts";
import { laySnapshot } from "../../src/graph/lay-snapshot.ts";
import { isSameSnapshot } from "../../src/graph/same-snapshot.ts";
import { openSnapshot } from "../../src/graph/snapshot-buffer.ts";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { bytes, jsonLines, scratchFolder, smallLines } from "./small-case.ts";

/** More links than a thread takes in by itself. */
const MANY = 1_001;
const author = { by: "tester", at: "2024-03-25T00:00:00Z" };
const folder = scratchFolder();

interface Exchanged {
  readonly exchange: SnapshotExchange;
  readonly offers: OfferedSnapshot[];
  /** What was told, in order. */
  readonly told: string[];
}

/** Of threads that are asked one after the other. */
function exchanged(): Exchanged {
  const [offers, told]: [OfferedSnapshot[], string[]] = [[], []];
  const newest = () => offers.at(-1) ?? null;
  const offer = (offered: OfferedSnapshot) => {
    offers.push(offered);
    told.push(`offer ${offered.revision}`);
  };
  const begin = () => told.push("begin") > 0;
  const end = () => void told.push("end");
  return { exchange: { latest: newest, newest, offer, begin, end, wait: () => true }, offers, told };
}

/** So many links between few entities, which are called after `what`. */
function rowsOf(what: string, rows: number) {
  const lines = Array.from({ length: rows }, (_, row) => `${what} payer ${row % 40},${what} fund ${Math.floor(row / 40)},funds`);
  return { name: `${what}.csv`, bytes: bytes(`source,target,relation\n${lines.join("\n")}\n`) };
}

/** A case of that many links and a few, at revision 2. */
async function caseOf(name: string): Promise<string> {
  const path = join(folder, `${name}.clew`);
  const writer = openCase(path, { mode: "create" });
  await writer.import([{ name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines)) }]);
  await writer.import([rowsOf("First", MANY)]);
  writer.close();
  return path;
}

/** Hops from one of that import's payers to one of its funds; null where they are not in the case. */
function hopsIn(what: string, asked: Case): number | null {
  try {
    return asked.path({ from: `${what} payer 7`, to: `${what} fund 3` }).paths[0]?.hops ?? null;
  } catch (error) {
    expect(error).toMatchObject({ kind: "not-found" });
    return null;
  }
}

test("after a large import, its undo and its redo the snapshot is at hand, and nobody who asks makes one", async () => {
  const path = await caseOf("steps");
  const { exchange, told } = exchanged();
  const writer = openCase(path, { exchange });
  const reader = openCase(path, { mode: "read", exchange });
  expect(hopsIn("First", reader)).toBe(1);
  expect(told.splice(0)).toEqual(["begin", "offer 2", "end"]);
  const steps = [() => writer.import([rowsOf("Second", MANY)]), () => writer.undo(), () => writer.redo()];
  for (const [at, step] of steps.entries()) {
    await step();
    const revision = 3 + at;
    expect(told.splice(0)).toEqual(["begin", `offer ${revision}`, "end"]);
    expect(hopsIn("Second", reader)).toBe(at === 1 ? null : 1);
    expect(hopsIn("First", reader)).toBe(1);
    expect(told).toEqual([]);
  }
  for (const opened of [reader, writer]) opened.close();
});

test("an import that is streamed, and its undo, too: what is laid says what one says that is built", async () => {
  const path = await caseOf("streamed");
  const { exchange, told, offers } = exchanged();
  const reader = openCase(path, { mode: "read", exchange });
  expect(hopsIn("First", reader)).toBe(1);
  told.length = 0;
  const store = openSqliteStore(path, { mode: "write" });
  const read = packFiles([rowsOf("Second", MANY)], { ontology: builtInOntology, author });
  const isAsBuilt = () => {
    const { buffer, length, names } = offers.at(-1)!;
    const columns = store.graphColumns("own");
    return isSameSnapshot(
      { snapshot: laySnapshot(columns), names: columns.names },
      { snapshot: openSnapshot(buffer, length), names },
    );
  };
  await importParts(store, read, { author, few: 0, exchange });
  expect(told.splice(0)).toEqual(["begin", "offer 3", "end"]);
  expect(isAsBuilt()).toBe(true);
  expect(hopsIn("Second", reader)).toBe(1);
  withSnapshotAhead(exchange, (beforeDisk) => store.takeBack(3, { ...author, label: "undo" }, beforeDisk));
  expect(told.splice(0)).toEqual(["begin", "offer 4", "end"]);
  expect(isAsBuilt()).toBe(true);
  expect(hopsIn("Second", reader)).toBe(null);
  expect(told).toEqual([]);
  store.close();
  reader.close();
});

test("nothing is laid ahead for few changes, nor where no thread has a snapshot", async () => {
  const path = await caseOf("few");
  const { exchange, told } = exchanged();
  const writer = openCase(path, { exchange });
  await writer.import([rowsOf("Second", MANY)]);
  expect(told).toEqual([]);
  expect(hopsIn("Second", writer)).toBe(1);
  told.length = 0;
  await writer.import([rowsOf("Third", 10)]);
  expect(told).toEqual([]);
  writer.close();
});

test("what does not come to the disk is offered to nobody, and nobody waits for it", async () => {
  const path = await caseOf("failing");
  const { exchange, told } = exchanged();
  const reader = openCase(path, { mode: "read", exchange });
  expect(hopsIn("First", reader)).toBe(1);
  told.length = 0;
  const store = openSqliteStore(path, { mode: "write" });
  const changes = [...store.claims()].map(({ id }): Change => ({ kind: "withdraw-claim", claim: id, reason: "all of them" }));
  const failing = () =>
    withSnapshotAhead(exchange, (beforeDisk) =>
      store.apply(changes, { ...author, label: "withdraw" }, (coming) => {
        beforeDisk?.(coming);
        throw new Error("the disk is full");
      }),
    );
  expect(failing).toThrow("the disk is full");
  expect(told).toEqual(["begin", "end"]);
  expect(store.revision()).toBe(2);
  expect(hopsIn("First", reader)).toBe(1);
  store.close();
  reader.close();
});
