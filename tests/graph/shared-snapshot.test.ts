import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { builtInOntology } from "../../src/claims/built-in-ontology.ts";
import { laySnapshot } from "../../src/graph/lay-snapshot.ts";
import { relaySnapshot } from "../../src/graph/relay-snapshot.ts";
import { isSameSnapshot } from "../../src/graph/same-snapshot.ts";
import { openSnapshot, snapshotPieces, takeRegion } from "../../src/graph/snapshot-buffer.ts";
import { conditionsOf } from "./filter-of.ts";
import { randomColumns } from "./random-columns.ts";
import { readShared, type SharedReading } from "./read-shared.ts";

const questions = [
  {},
  { standing: "stated" },
  { notSources: ["s00000003"], relations: ["funds", "owns"] },
  { during: "1990/2000", certain: true },
  { quoted: true, credibility: 4, origins: 2, includeDenied: true },
] as const;

test("threads that share a snapshot answer alike, at the same time, and leave it as it was", async () => {
  const columns = randomColumns({ nodes: 400, links: 3000, claims: 5000, sources: 40 }, 17);
  const { buffer } = laySnapshot(columns, { kind: "shared", regions: 2 });
  if (!(buffer instanceof SharedArrayBuffer)) throw new Error("wanted a shared buffer, got a thread's own");
  const before = new Uint8Array(buffer).slice();
  const reading: SharedReading = { buffer, names: columns.names, questions: questions.map(conditionsOf) };
  const workers = [0, 1].map(() => new Worker(new URL("./read-shared.ts", import.meta.url), { workerData: reading }));
  const answers = await Promise.all(workers.map(async (worker) => (await once(worker, "message"))[0] as string[]));
  await Promise.all(workers.map((worker) => worker.terminate()));
  const own = readShared(reading);
  expect(answers).toEqual([own, own]);
  expect(new Set(own).size).toBe(questions.length);
  expect(new Uint8Array(buffer)).toEqual(before);
});

test("a thread's own buffer and a shared one hold the same bytes", () => {
  const columns = randomColumns({ nodes: 50, links: 300, claims: 400, sources: 9 }, 4);
  const [own, shared] = [laySnapshot(columns, { kind: "own", regions: 2 }), laySnapshot(columns, { kind: "shared", regions: 2 })];
  expect(new Uint8Array(shared.buffer)).toEqual(new Uint8Array(own.buffer));
});

test("a snapshot without room gets some when it is laid anew, and says what it said; its pieces have none", () => {
  const columns = randomColumns({ nodes: 50, links: 300, claims: 400, sources: 9 }, 4);
  const bare = laySnapshot(columns);
  const nothing = { links: [], entities: [], sources: [] };
  const plan = { kind: "shared", regions: 3 } as const;
  const before = { snapshot: bare, names: columns.names };
  const after = relaySnapshot(before, nothing, { ontology: builtInOntology, plan })!;
  const roomy = after.snapshot;
  expect([bare.room.regions, roomy.room.regions, takeRegion(bare)]).toEqual([0, 3, -1]);
  expect(roomy.buffer).toBeInstanceOf(SharedArrayBuffer);
  expect([takeRegion(roomy), takeRegion(openSnapshot(roomy.buffer)), takeRegion(roomy), takeRegion(roomy)]).toEqual([
    0, 1, 2, -1,
  ]);
  const bytes = Buffer.concat(snapshotPieces(roomy));
  const laid = openSnapshot(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  expect([laid.room.regions, isSameSnapshot({ ...after, snapshot: laid }, before)]).toEqual([0, true]);
});
