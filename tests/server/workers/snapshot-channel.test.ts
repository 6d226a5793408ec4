import { once } from "node:events";
import { threadId, Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import type { OfferedSnapshot } from "../../../src/case/snapshot-exchange.ts";
import { packIds } from "../../../src/graph/packed-ids.ts";
import {
  type SnapshotPlace,
  snapshotChannel,
  snapshotPlace,
  tellThreadEnded,
} from "../../../src/server/workers/snapshot-channel.ts";

const names = { entities: packIds([]), relations: [], families: [], sources: [], types: [], kinds: [] };
const offered: OfferedSnapshot = { revision: 7, buffer: new SharedArrayBuffer(8), length: 8, names };
const never = () => false;

/** A thread on the channel that begins to make a snapshot; what it is told to do it does once it is spoken to. */
async function making(place: SnapshotPlace, then: "end" | "offer" | "go on"): Promise<Worker> {
  const worker = new Worker(new URL("./make-snapshot.ts", import.meta.url), { workerData: { place, then, offered } });
  await once(worker, "message");
  return worker;
}

test("one makes a snapshot at a time; who waits goes on once it has offered it, or has failed", async () => {
  for (const then of ["offer", "end"] as const) {
    const place = snapshotPlace(`test channel ${then}`);
    const exchange = snapshotChannel(place);
    const worker = await making(place, then);
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
  const place = snapshotPlace("test: newest");
  const first = snapshotChannel(place, () => heard.push(1));
  const second = snapshotChannel(place);
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
  const place = snapshotPlace("test channel gone");
  const exchange = snapshotChannel(place);
  const worker = await making(place, "go on");
  const { threadId } = worker;
  let looks = 0;
  expect(exchange.wait(() => ++looks > 3)).toBe(false);
  await worker.terminate();
  expect(exchange.begin()).toBe(false);
  tellThreadEnded(place, threadId);
  expect([exchange.wait(never), exchange.begin()]).toEqual([true, true]);
});

const offerOf = (revision: number): OfferedSnapshot => ({ ...offered, revision });

/** What a thread would do between two jobs. */
async function idle(): Promise<void> {
  await new Promise((later) => setTimeout(later, 20));
}

test("a thread that starts late is told of the newest snapshot, by the one that made it", async () => {
  const place = snapshotPlace("test: late");
  const first = snapshotChannel(place);
  const second = snapshotChannel(place);
  first.offer(offerOf(3));
  await idle();
  expect(second.latest()?.revision).toBe(3);
  second.offer(offerOf(5));
  await idle();
  const heard: number[] = [];
  const late = snapshotChannel(place, () => heard.push(1));
  await idle();
  expect(late.latest()?.revision).toBe(5);
  expect(heard).toHaveLength(1);
  expect(first.latest()?.revision).toBe(5);
  expect(second.latest()).toBeNull();
});

test("where nobody has one, a thread that starts hears nothing", async () => {
  const place = snapshotPlace("test: none");
  const first = snapshotChannel(place);
  const late = snapshotChannel(place);
  await idle();
  expect([first.latest(), late.latest()]).toEqual([null, null]);
});

test("a thread that starts while another makes a snapshot waits for that one", async () => {
  const place = snapshotPlace("test: joins");
  const worker = await making(place, "offer");
  const late = snapshotChannel(place);
  expect(late.begin()).toBe(false);
  worker.postMessage("go on");
  expect(late.wait(never)).toBe(true);
  expect(late.latest()?.revision).toBe(7);
  await worker.terminate();
});

test("the end of a thread that makes none ends nobody's, and one that makes one does not wait for itself", () => {
  const place = snapshotPlace("test: own");
  const exchange = snapshotChannel(place);
  expect(exchange.begin()).toBe(true);
  tellThreadEnded(place, threadId + 1);
  expect(exchange.wait(never)).toBe(true);
  expect(Array.from(new Int32Array(place.maker))).not.toEqual([0]);
  exchange.end();
  expect(Array.from(new Int32Array(place.maker))).toEqual([0]);
});
