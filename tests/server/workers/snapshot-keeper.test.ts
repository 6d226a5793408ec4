import { expect, test } from "vitest";
import type { Case } from "../../../src/case/open-case.ts";
import { SnapshotKeeper } from "../../../src/server/workers/snapshot-keeper.ts";

/** A case that gives so many steps, and counts those that are taken. */
function caseOf(steps: number, taken: string[]): Case {
  const keepSnapshot = function* (): Generator<void> {
    for (let step = 0; step < steps; step++) {
      taken.push(`step ${step}`);
      yield;
    }
    taken.push("kept");
  };
  return { keepSnapshot } as unknown as Case;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isSo(); tries++) await new Promise((later) => setTimeout(later, 10));
}

test("a step at a time, none while a change is under way, and one keeping at a time", async () => {
  const taken: string[] = [];
  let busy = true;
  const keeper = new SnapshotKeeper(caseOf(2, taken), () => busy, { quietMs: 30, seldomMs: 100_000 });
  keeper.tend();
  keeper.tend();
  await new Promise((later) => setTimeout(later, 100));
  expect(taken).toEqual([]);
  busy = false;
  await until(() => taken.includes("kept"));
  await new Promise((later) => setTimeout(later, 60));
  expect(taken).toEqual(["step 0", "step 1", "kept"]);
  keeper.tend();
  await until(() => taken.length === 6);
  expect(taken).toHaveLength(6);
});

test("what fails is tried again with the next offer, and nothing once it has ended", async () => {
  let tries = 0;
  const failing = {
    keepSnapshot: () => {
      tries++;
      throw new Error("the disk is full");
    },
  } as unknown as Case;
  const keeper = new SnapshotKeeper(failing, () => false);
  for (const wanted of [1, 2]) {
    keeper.tend();
    await until(() => tries === wanted);
    expect(tries).toBe(wanted);
  }
  keeper.end();
  await new Promise((later) => setTimeout(later, 60));
  expect(tries).toBe(2);
});

test("while the case keeps changing it is kept seldom, and what is still to be kept at the end", async () => {
  const taken: string[] = [];
  const changing = Object.defineProperty(caseOf(1, taken), "revision", { get: () => performance.now() });
  const keeper = new SnapshotKeeper(changing, () => false, { quietMs: 30, seldomMs: 100_000 });
  keeper.tend();
  await until(() => taken.length === 2);
  keeper.tend();
  await new Promise((later) => setTimeout(later, 150));
  expect(taken).toEqual(["step 0", "kept"]);
  keeper.end();
  expect(taken).toEqual(["step 0", "kept", "step 0", "kept"]);
});
