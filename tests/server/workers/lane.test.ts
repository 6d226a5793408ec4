import { rmSync } from "node:fs";
import { BroadcastChannel, MessageChannel } from "node:worker_threads";
import { expect, test } from "vitest";
import { BadInput } from "../../../src/base/problem.ts";
import { type Case, openCase } from "../../../src/case/open-case.ts";
import { Abandoned } from "../../../src/server/workers/failures.ts";
import { Lane } from "../../../src/server/workers/lane.ts";
import { snapshotPlace } from "../../../src/server/workers/snapshot-channel.ts";
import { scratchFolder, smallLines } from "../../case/small-case.ts";
import { caseOf } from "../serving.ts";

const terms = { deadlineMs: 20_000, since: 0 };

function laneOf(casePath: string, threads = 1): Lane {
  return new Lane({ start: { casePath, mode: "read", by: undefined, snapshots: null }, threads, queue: 100, graceMs: 500 });
}

function jsonOf(answer: Awaited<ReturnType<Lane["run"]>>): unknown {
  return answer.kind === "json" ? JSON.parse(new TextDecoder().decode(answer.bytes)) : answer;
}

test("jobs are answered in the order in which they came, each with its own answer", async () => {
  const lane = laneOf(await caseOf(scratchFolder(), smallLines), 2);
  const names = ["ada", "bolt", "cyr", "registrar"];
  const done: string[] = [];
  const all = Array.from({ length: 20 }, (_, at) => names[at % names.length] ?? "");
  const answers = await Promise.all(
    all.map(async (id) => {
      const answer = jsonOf(await lane.run({ ask: "entity", id }, terms));
      done.push(id);
      return answer;
    }),
  );
  expect(answers.map((answer) => (answer as { entity: { id: string } }).entity.id)).toEqual(all);
  expect(done).toHaveLength(20);
  await lane.close();
});

test("everybody who waits for a case that cannot be opened hears why, and so does who comes later", async () => {
  const lane = laneOf("gone.clew", 2);
  const waiting = Array.from({ length: 5 }, () => lane.run({ ask: "stats" }, terms).catch((error: unknown) => error));
  for (const error of await Promise.all(waiting)) {
    expect(error).toBeInstanceOf(BadInput);
    expect(error).toMatchObject({ kind: "not-found", message: "gone.clew: no such file" });
  }
  await expect(lane.run({ ask: "stats" }, terms)).rejects.toThrow("gone.clew: no such file");
  await lane.close();
});

test("a refusal crosses the threads as it was thrown", async () => {
  const lane = laneOf(await caseOf(scratchFolder(), smallLines));
  await expect(lane.run({ ask: "entity", id: "Twin" }, terms)).rejects.toMatchObject({
    name: "BadInput",
    kind: "ambiguous",
    candidates: ["bolt-town", "twin"],
  });
  await lane.close();
});

test("a fault is told by place only, and the thread goes on", async () => {
  const folder = scratchFolder();
  const lane = laneOf(await caseOf(folder, smallLines));
  // A programmer's mistake, as far as the case is concerned: a filter that is no object.
  const broken = { ask: "links", filter: null } as unknown as Parameters<Lane["run"]>[0];
  const fault = await lane.run(broken, terms).catch((error: unknown) => error);
  expect(fault).toMatchObject({ name: "WorkerFault", trace: expect.stringMatching(/^TypeError; at /) });
  expect(jsonOf(await lane.run({ ask: "stats" }, terms))).toMatchObject({ entities: 6 });
  await lane.close();
});

test("closing fails what waits and what comes after, and lets the file go", async () => {
  const folder = scratchFolder();
  const lane = laneOf(await caseOf(folder, smallLines));
  await lane.warm();
  const waiting = Array.from({ length: 3 }, () => lane.run({ ask: "stats" }, terms).catch((error: unknown) => error));
  await lane.close();
  const [first, ...others] = await Promise.all(waiting);
  expect(first).toMatchObject({ kind: "json" });
  for (const error of others) expect(error).toBeInstanceOf(Abandoned);
  await expect(lane.run({ ask: "stats" }, terms)).rejects.toBeInstanceOf(Abandoned);
  rmSync(folder, { recursive: true });
});

test("threads hand each other the snapshots that they built; what can be brought up to date is not built again", async () => {
  const casePath = await caseOf(scratchFolder(), smallLines);
  const snapshots = snapshotPlace(`test ${casePath}`);
  const lane = new Lane({ start: { casePath, mode: "read", by: undefined, snapshots }, threads: 2, queue: 9, graceMs: 500 });
  const channel = new BroadcastChannel(snapshots.name);
  const revisions: number[] = [];
  const heard: string[] = [];
  channel.onmessage = (event) => {
    const { kind, offered } = (event as { data: { kind: string; offered?: { revision: number } } }).data;
    heard.push(kind);
    if (offered !== undefined) revisions.push(offered.revision);
  };
  const bothHaveOne = () =>
    heard.filter((kind) => kind === "wanted").length === 2 && heard.lastIndexOf("offer") > heard.lastIndexOf("wanted");
  const asked = { ask: "path", from: ["Registrar"], to: ["Bolt"] } as const;
  const askBoth = async (since: number) => {
    const answers = await Promise.all([0, 1].map(() => lane.run({ ask: "question", asked }, { ...terms, since })));
    return answers.map((answer) => (jsonOf(answer) as { paths: { standing: string }[] }).paths[0]?.standing);
  };
  expect(await askBoth(1)).toEqual(["stated", "stated"]);
  await expect.poll(bothHaveOne, { timeout: 10_000 }).toBe(true);
  const change = (use: (writer: Case) => void) => {
    const writer = openCase(casePath);
    use(writer);
    writer.close();
  };
  change((writer) =>
    writer.record({ subject: "Registrar", relation: "charged", object: "Ada", stance: "denies", source: "Ledger" }),
  );
  expect(await askBoth(2)).toEqual(["contested", "contested"]);
  change((writer) => writer.judge({ a: "cyr", b: "twin", verdict: "same" }));
  await lane.run({ ask: "question", asked }, { ...terms, since: 3 });
  expect(await askBoth(3)).toEqual(["contested", "contested"]);
  await lane.close();
  channel.close();
  expect(revisions.filter((revision) => revision === 2)).toHaveLength(0);
  expect(revisions.filter((revision) => revision === 3)).toHaveLength(1);
});

test("a port whose other side is gone fails its job, and the thread goes on", async () => {
  const lane = laneOf(await caseOf(scratchFolder(), smallLines));
  const { port1, port2 } = new MessageChannel();
  port1.close();
  await new Promise((closed) => port2.once("close", closed));
  const importing = { name: "x.csv", options: {}, operation: "one" };
  const job = { ask: "read-files", files: [{ name: "x.csv", bytes: new Uint8Array() }], port: port2, ...importing } as const;
  await expect(lane.run(job, terms)).rejects.toThrow("a fault in a worker thread");
  expect(jsonOf(await lane.run({ ask: "entity", id: "ada" }, terms))).toMatchObject({ entity: { id: "ada" } });
  await lane.close();
});

test("what was asked by now is waited for, refused or not, and no longer than one has time", async () => {
  const lane = laneOf(await caseOf(scratchFolder(), smallLines));
  let done = 0;
  const over = () => {
    done++;
  };
  lane.run({ ask: "entity", id: "ada" }, terms).then(over, over);
  lane.run({ ask: "entity", id: "Twin" }, terms).then(over, over);
  await lane.answered(20_000);
  expect(done).toBe(2);
  const late = lane.run({ ask: "stats" }, terms).then(over);
  await lane.answered(0);
  await late;
  expect(done).toBe(3);
  await lane.close();
});
