import { expect, test } from "vitest";
import type { OfferedSnapshot } from "../../../src/case/snapshot-exchange.ts";
import { snapshotChannel } from "../../../src/server/workers/snapshot-channel.ts";

const offerOf = (revision: number): OfferedSnapshot =>
  ({ revision, buffer: new SharedArrayBuffer(8), length: 8, names: {}, patch: null }) as unknown as OfferedSnapshot;

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
