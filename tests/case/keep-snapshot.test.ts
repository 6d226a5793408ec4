import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { askableCase } from "../../src/case/ask.ts";
import { keepSnapshot, keptSnapshot } from "../../src/case/keep-snapshot.ts";
import { openCase } from "../../src/case/open-case.ts";
import type { OfferedSnapshot } from "../../src/case/snapshot-exchange.ts";
import type { BuiltSnapshot } from "../../src/graph/build-snapshot.ts";
import { keptPieces } from "../../src/graph/kept-snapshot.ts";
import { snapshotLength, snapshotPieces } from "../../src/graph/snapshot-buffer.ts";
import type { CaseStore } from "../../src/store/case-store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { author, linkClaim, recording } from "../store/records.ts";
import { alone } from "./patches/alone.ts";
import { bytes, jsonLines, scratchFolder, smallLines } from "./small-case.ts";

let path: string;
let store: CaseStore;
beforeEach(async () => {
  path = join(scratchFolder(), "case.clew");
  const made = openCase(path, { mode: "create", by: "tester" });
  await made.import([{ name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines)) }]);
  made.close();
  store = openSqliteStore(path, { mode: "write" });
});
afterEach(() => store.close());

const quiet = { cancelled: undefined, exchange: undefined };
const built = () => askableCase(store, null, quiet);
const steps = (smallest = 0) => [...keepSnapshot(store, built, smallest)].length;
const kept = () => keptSnapshot(store, store.ontology());
const bytesOf = ({ snapshot }: BuiltSnapshot) => Buffer.concat(snapshotPieces(snapshot));

/** Whether a reader takes what is kept: the names lie behind the snapshot then, in the same memory. */
function isTaken(): boolean {
  const reader = openSqliteStore(path, { mode: "read" });
  const { snapshot } = askableCase(reader, null, quiet).graph;
  reader.close();
  return snapshot.buffer.byteLength > snapshotLength(snapshot);
}

test("a snapshot is kept, is that which would be built, byte for byte, and is what a reader takes", () => {
  expect(isTaken()).toBe(false);
  expect(steps()).toBeGreaterThan(0);
  const found = kept()!;
  expect(found.revision).toBe(store.revision());
  const { graph } = built();
  store.close();
  store = openSqliteStore(path, { mode: "write" });
  expect(bytesOf(found.graph).equals(bytesOf(graph))).toBe(true);
  expect(found.graph.names.relations).toEqual(graph.names.relations);
  expect(isTaken()).toBe(true);
});

test("a small case keeps none, and asks for none", () => {
  const never = () => {
    throw new Error("wanted no snapshot to be built");
  };
  expect([...keepSnapshot(store, never)]).toEqual([]);
  expect(kept()).toBeNull();
});

test("answers from what is kept are those of a case that keeps none", () => {
  const bare = `${path}.bare.clew`;
  copyFileSync(path, bare);
  steps();
  const answer = (file: string) => {
    const opened = openCase(file, { mode: "read" });
    const found = [
      opened.path({ from: "Ada", to: "Cyr", includeDenied: true }),
      opened.around({ center: "Ada", hops: 3 }),
      opened.bearing({ from: "Ada", to: "Cyr", includeDenied: true }),
    ].map(({ elapsedMs, ...rest }) => rest);
    opened.close();
    return found;
  };
  expect(isTaken()).toBe(true);
  expect(answer(path)).toEqual(answer(bare));
});

test("what a change left behind is not taken, and is kept anew only when much has changed", () => {
  steps();
  store.apply(recording(linkClaim("more", "ada owns bolt")), author);
  expect(isTaken()).toBe(false);
  expect(steps()).toBe(0);
  const changes = Array.from({ length: 2000 }, (_, at) => recording(linkClaim(`more${at}`, "ada owns bolt"))).flat();
  store.apply(changes, author);
  expect(steps()).toBeGreaterThan(0);
  expect(isTaken()).toBe(true);
});

test("a chart leaves it current; another ontology, and another redaction, do not", () => {
  steps();
  const opened = kept()!;
  const relation = [...store.ontology().relations.values()].find(({ id }) => id === "owns")!;
  const types = store.ontology().types;
  const turned = new Map(store.ontology().relations).set(relation.id, { ...relation, symmetric: true });
  expect(keptSnapshot(store, { ...store.ontology(), types, relations: turned })).toBeNull();
  expect(opened.revision).toBe(store.revision());
  store.redact({ entities: [], sources: [], claims: ["c1" as never] }, { ...author, label: "asked" }, "carry-out");
  expect(kept()).toBeNull();
});

test("bytes that are damaged and summed up anew are not taken either", () => {
  steps();
  const db = new DatabaseSync(path);
  const row = db.prepare("SELECT bytes FROM derived WHERE part = 1").get() as { bytes: Uint8Array };
  db.close();
  const given = new Uint8Array(row.bytes);
  for (const at of [0, 8, 20, 60, given.length - 9, given.length - 1]) {
    const damaged = given.slice();
    damaged[at]! ^= 0xff;
    for (const _ of store.keepDerived("snapshot", { revision: store.revision(), bytes: damaged }));
    expect(store.derived("snapshot")).not.toBeNull();
    expect(kept(), `byte ${at}`).toBeNull();
    expect(isTaken()).toBe(false);
  }
});

test("one that is sound and shows another case is told by check, and goes with compacting", async () => {
  const other = join(scratchFolder(), "other.clew");
  const made = openCase(other, { mode: "create", by: "tester" });
  await made.import([
    { name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines.filter((line) => !("id" in line && line.id === "c1")))) },
  ]);
  made.close();
  const forger = openSqliteStore(other, { mode: "read" });
  const forged = askableCase(forger, null, quiet);
  forger.close();
  steps();
  const problemsOf = () => {
    const opened = openCase(path, { mode: "read" });
    const found = opened.check();
    opened.close();
    return found;
  };
  expect(problemsOf()).toEqual([]);
  const mark = JSON.parse(
    Buffer.from(store.derived("snapshot")!.bytes)
      .toString("latin1")
      .match(/\{"mark".*\}/)![0],
  ).mark as string;
  const pieces = keptPieces(forged.graph, mark);
  for (const _ of store.keepDerived("snapshot", { revision: store.revision(), bytes: pieces }));
  expect(problemsOf()).toMatchObject([{ where: "derived snapshot", kind: "stale-derived" }]);
  store.compact();
  expect(problemsOf()).toEqual([]);
});

test("one of a revision that the case has not is not taken", () => {
  steps();
  const { bytes: given } = store.derived("snapshot")!;
  for (const _ of store.keepDerived("snapshot", { revision: store.revision() + 1, bytes: given }));
  expect(kept()).toBeNull();
});

test("ahead of the first question what is kept is opened, and offered; where nothing is kept, nothing is made", () => {
  const offers: OfferedSnapshot[] = [];
  const newest = () => offers.at(-1) ?? null;
  const offer = (offered: OfferedSnapshot) => void offers.push(offered);
  const opened = () => openCase(path, { mode: "read", exchange: { latest: newest, newest, offer, ...alone } });
  const first = opened();
  expect(first.prepare("kept")).toBe(store.revision());
  expect(offers).toEqual([]);
  steps();
  expect(first.prepare("kept")).toBe(store.revision());
  expect(offers.map(({ revision }) => revision)).toEqual([store.revision()]);
  const second = opened();
  expect(second.path({ from: "Ada", to: "Bolt" }).count).toBe(1);
  expect(first.path({ from: "Ada", to: "Bolt" }).count).toBe(1);
  expect(offers).toHaveLength(1);
  for (const each of [first, second]) each.close();
});
