import { connect } from "node:net";
import { expect, test, vi } from "vitest";
import { gridLines, longQuestion, longQuestions, shortQuestion } from "./long-question.ts";
import { type Serving, serving } from "./serving.ts";

/** Asks a long question that its asker may leave. */
function askLong(served: Serving, question: object = longQuestion, ask = "path") {
  const leave = new AbortController();
  const answered = served.call(`POST /api/${ask}`, { body: question, signal: leave.signal }).catch(() => null);
  return { answered, leave: () => leave.abort() };
}

const pause = (ms: number) => new Promise((wait) => setTimeout(wait, ms));

test("while a long question runs, others are answered: paths on the next thread, look-ups and changes on theirs", async () => {
  const served = await serving({ lines: gridLines });
  const long = askLong(served);
  await pause(300);
  const started = performance.now();
  for (const call of ["GET /api/search?q=g0-0", "GET /api/entity?id=g3-3", "GET /api/case", "GET /api/health", "GET /api/stats"])
    expect((await served.call(call)).status, call).toBe(200);
  expect((await served.call("POST /api/path", { body: shortQuestion })).json).toMatchObject({ stop: "exhausted", count: 2 });
  const claim = { subject: "g0-0", relation: "linked-to", object: "g9-9", stance: "asserts", source: "s" };
  expect((await served.call("POST /api/claims", { body: { claim } })).status).toBe(200);
  expect(performance.now() - started).toBeLessThan(5_000);
  long.leave();
  expect(await long.answered).toBeNull();
  expect(served.logged).toEqual([]);
});

test("a question whose asker goes away stops, and its thread answers the next one", async () => {
  const served = await serving({ lines: gridLines, limits: { longWorkers: 1, graceMs: 60_000 } });
  await served.call("POST /api/path", { body: shortQuestion });
  for (const _ of [1, 2, 3]) {
    const long = askLong(served);
    await pause(100);
    long.leave();
    const started = performance.now();
    expect((await served.call("POST /api/path", { body: shortQuestion })).json).toMatchObject({ stop: "exhausted" });
    expect(performance.now() - started).toBeLessThan(2_000);
  }
  expect(served.logged).toEqual([]);
});

for (const [ask, question] of Object.entries(longQuestions))
  test(`a long ${ask} question ends with its budget, and stops when its asker goes away`, async () => {
    const served = await serving({ lines: gridLines, limits: { longWorkers: 1, graceMs: 60_000 } });
    const { json } = await served.call(`POST /api/${ask}`, { body: { ...question, budgetMs: 100 } });
    expect(json).toMatchObject({ complete: false, stop: "budget" });
    const long = askLong(served, question, ask);
    await pause(200);
    long.leave();
    const started = performance.now();
    expect((await served.call("POST /api/path", { body: shortQuestion })).json).toMatchObject({ stop: "exhausted" });
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(served.logged).toEqual([]);
  });

test("a question that waits in the queue and is left is never asked", async () => {
  const served = await serving({ lines: gridLines, limits: { longWorkers: 1 } });
  await served.call("POST /api/path", { body: shortQuestion });
  const running = askLong(served);
  await pause(100);
  const waiting = Array.from({ length: 20 }, () => askLong(served));
  await pause(100);
  for (const { leave } of [...waiting, running]) leave();
  expect((await served.call("POST /api/path", { body: shortQuestion })).status).toBe(200);
});

test("a budget that is over is part of the answer", async () => {
  const served = await serving({ lines: gridLines });
  const { json } = await served.call("POST /api/path", { body: { ...longQuestion, budgetMs: 50 } });
  expect(json).toMatchObject({ complete: false, stop: "budget", paths: [] });
});

test("time-outs are for requests that come slowly, not for answers that take long", async () => {
  const served = await serving({ lines: gridLines, limits: { headersTimeoutMs: 100, requestTimeoutMs: 200 } });
  const { json } = await served.call("POST /api/path", { body: { ...longQuestion, budgetMs: 800 } });
  expect(json).toMatchObject({ stop: "budget" });
});

test("a question past its deadline is 503, and its thread is replaced", async () => {
  const served = await serving({ lines: gridLines, limits: { longWorkers: 1, questionMs: 200 } });
  const { budgetMs: _, ...patient } = longQuestion;
  const late = await served.call("POST /api/path", { body: patient });
  expect([late.status, late.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(late.json).toEqual({ error: "it took longer than 0.2 s and was stopped", candidates: [] });
  expect((await served.call("GET /api/stats")).status).toBe(200);
  expect(served.logged).toEqual([]);
});

test("an answer that does not look whether anybody waits is ended after the grace", async () => {
  const served = await serving({ lines: gridLines, limits: { longWorkers: 1, graceMs: 50 } });
  await served.call("POST /api/path", { body: shortQuestion });
  // Ten thousand paths are dressed in words without a look at the clock.
  const far = { from: "g0-0", to: "g23-23", limit: 10_000 };
  const long = askLong(served, far);
  await pause(150);
  long.leave();
  expect((await served.call("POST /api/path", { body: shortQuestion })).status).toBe(200);
  expect(served.logged).toEqual([]);
});

test("an export that is left half-way frees its thread; one that is read slowly is whole", async () => {
  const served = await serving({ lines: gridLines, limits: { longWorkers: 1 } });
  const whole = await served.call("POST /api/export", { body: { format: "graphml" } });
  const headers = { Authorization: "Bearer test-token-0123456789abcdef", "Content-Type": "application/json" };
  const exporting = { method: "POST", headers, body: JSON.stringify({ format: "graphml" }) };
  const left = await fetch(`${served.origin}/api/export`, exporting);
  await left.body?.cancel();
  const slow = await fetch(`${served.origin}/api/export`, exporting);
  let text = "";
  for await (const piece of (slow.body ?? []) as AsyncIterable<Uint8Array>) {
    text += Buffer.from(piece).toString();
    await pause(5);
  }
  expect(text).toBe(whole.text);
  expect((await served.call("GET /api/stats")).status).toBe(200);
  expect(served.logged).toEqual([]);
});

test("a file past its deadline is cut off, which its reader sees, and nothing is printed", async () => {
  const text3 = "words ".repeat(500_000);
  const lines = Array.from({ length: 10 }, (_, at) => ({ kind: "source", id: `s${at}`, title: `S${at}`, text: text3 }));
  const served = await serving({ lines: [{ clew: 1, name: "long" }, ...lines], limits: { longWorkers: 1, fileMs: 700 } });
  await served.call("GET /api/stats");
  const printed = (["log", "info", "warn", "error"] as const).map((method) => vi.spyOn(console, method));
  // Reads a little and stops, so that the rest waits in the thread.
  const socket = connect(served.port, "127.0.0.1");
  const body = JSON.stringify({ format: "clew-jsonl" });
  const head = `Host: 127.0.0.1:${served.port}\r\nAuthorization: Bearer test-token-0123456789abcdef\r\nContent-Type: application/json`;
  socket.write(`POST /api/export HTTP/1.1\r\n${head}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
  await new Promise((wait) => socket.once("readable", wait));
  await pause(1500);
  let text = "";
  socket.setEncoding("latin1").on("data", (piece) => {
    text += piece;
  });
  await new Promise((closed) => socket.once("close", closed));
  expect(text).toMatch(/^HTTP\/1\.1 200 /);
  expect(text.endsWith("\r\n0\r\n\r\n")).toBe(false);
  expect(printed.flatMap((each) => each.mock.calls)).toEqual([]);
  vi.restoreAllMocks();
  expect((await served.call("GET /api/stats")).json).toMatchObject({ sources: 10 });
  expect(served.logged).toEqual([]);
});
