import { expect, test } from "vitest";
import type { Answer } from "../../../src/server/workers/case-worker.ts";
import type { Job } from "../../../src/server/workers/job.ts";
import { OverviewKeeper } from "../../../src/server/workers/overview-keeper.ts";

const json = (value: unknown): Answer => ({
  kind: "json",
  bytes: new TextEncoder().encode(JSON.stringify(value)),
  revision: null,
});

test("what was worked out is handed to the thread that writes; one at a time, and again when it is asked for again", async () => {
  const jobs: Job[] = [];
  let release = () => {};
  const keeper = new OverviewKeeper(async (job) => {
    jobs.push(job);
    if ("change" in job) return json({ revision: 7 });
    await new Promise<void>((done) => {
      release = done;
    });
    return json(jobs.length > 2 ? null : { revision: 7, text: "{}" });
  });
  keeper.tend();
  keeper.tend();
  release();
  await new Promise((done) => setTimeout(done));
  expect(jobs).toEqual([{ ask: "work-out-overview" }, { change: "keep-overview", revision: 7, text: "{}" }]);
  keeper.tend();
  release();
  await keeper.end();
  expect(jobs).toHaveLength(3);
});

test("a failure is nobody's, and the end calls off what is under way", async () => {
  let called = 0;
  const failing = new OverviewKeeper(() => {
    called++;
    return Promise.reject(new Error("too much at once"));
  });
  failing.tend();
  await new Promise((done) => setTimeout(done));
  failing.tend();
  await failing.end();
  failing.tend();
  expect(called).toBe(2);

  const waiting = new OverviewKeeper(
    (_, signal) => new Promise((_give, fail) => signal.addEventListener("abort", () => fail(new Error("abandoned")))),
  );
  waiting.tend();
  await waiting.end();
});
