import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import type { OfferedSnapshot } from "../../../src/case/snapshot-exchange.ts";
import { packIds } from "../../../src/graph/packed-ids.ts";
import { snapshotChannel, tellThreadEnded } from "../../../src/server/workers/snapshot-channel.ts";

const names = { entities: packIds([]), relations: [], families: [], sources: [], types: [], kinds: [] };
const offered: OfferedSnapshot = { revision: 7, buffer: new SharedArrayBuffer(8), length: 8, names };
const never = () => false;

/** A thread on the channel that begins to make a snapshot; what it is told to do it does once it is spoken to. */
async function making(name: string, then: "end" | "offer" | "go on"): Promise<Worker> {
  const worker = new Worker(new URL("./make-snapshot.ts", import.meta.url), { workerData: { name, then, offered } });
  await once(worker, "message");
  return worker;
}

test("one makes a snapshot at a time; who waits goes on once it has offered it, or has failed", async () => {
  for (const then of ["offer", "end"] as const) {
    const name = `test channel ${then}`;
    const exchange = snapshotChannel(name);
    const worker = await making(name, then);
    expect(exchange.begin()).toBe(false);
    worker.postMessage("go on");
    expect(exchange.wait(never)).toBe(true);
    expect(exchange.latest()?.revision).toBe(then === "offer" ? 7 : undefined);
    expect(exchange.begin()).toBe(true);
    await worker.terminate();
  }
});

test("the newest is that of another thread until this one has made one, of which it is told like of any other", async () => {
  const heard: number[] = [];
  const first = snapshotChannel("test: newest", () => heard.push(1));
  const second = snapshotChannel("test: newest");
  expect(first.newest()).toBeNull();
  second.offer(offerOf(3));
  await idle();
  expect(first.newest()?.revision).toBe(3);
  first.offer(offerOf(5));
  expect([first.newest()?.revision, first.latest()]).toEqual([5, null]);
  expect(second.newest()?.revision).toBe(5);
  expect(heard).toHaveLength(2);
});

test("nobody waits for a thread that is gone, nor when the question is called off", async () => {
  const name = "test channel gone";
  const exchange = snapshotChannel(name);
  const worker = await making(name, "go on");
  const { threadId } = worker;
  let looks = 0;
  expect(exchange.wait(() => ++looks > 3)).toBe(false);
  await worker.terminate();
  expect(exchange.begin()).toBe(false);
  tellThreadEnded(name, threadId);
  expect([exchange.wait(never), exchange.begin()]).toEqual([true, true]);
});

const offerOf = (revision: number): OfferedSnapshot => ({ ...offered, revision });

/** What a thread would do between two jobs. */
async function idle(): Promise<void> {
  await new Promise((later) => setTimeout(later, 20));
}

test("a thread that starts late is told of the newest snapshot, by the one that made it", async () => {
  const name = "test: late";
  const first = snapshotChannel(name);
  const second = snapshotChannel(name);
  first.offer(offerOf(3));
  await idle();
  expect(second.latest()?.revision).toBe(3);
  second.offer(offerOf(5));
  await idle();
  const heard: number[] = [];
  const late = snapshotChannel(name, () => heard.push(1));
  await idle();
  expect(late.latest()?.revision).toBe(5);
  expect(heard).toHaveLength(1);
  expect(first.latest()?.revision).toBe(5);
  expect(second.latest()).toBeNull();
});

test("where nobody has one, a thread that starts hears nothing", async () => {
  const first = snapshotChannel("test: none");
  const late = snapshotChannel("test: none");
  await idle();
  expect([first.latest(), late.latest()]).toEqual([null, null]);
});
