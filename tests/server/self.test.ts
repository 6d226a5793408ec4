import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { connect } from "node:net";
import { dirname, resolve } from "node:path";
import { expect, test } from "vitest";
import { openCase } from "../../src/case/open-case.ts";
import { Metrics } from "../../src/server/metrics.ts";
import { bytes, scratchFolder, smallLines } from "../case/small-case.ts";
import { gridLines, longQuestion } from "./long-question.ts";
import { caseOf, rawAnswer, type Serving, serving, statusOf, token } from "./serving.ts";

const claim = (id: string) => ({ id, subject: "Ada", relation: "owns", object: "Cyr", stance: "asserts", source: "Ledger" });
const pause = (ms: number) => new Promise((wait) => setTimeout(wait, ms));

/** A change has reached the thread that writes. */
async function isWriting(served: Serving): Promise<void> {
  const running = async () => valuesIn((await served.call("GET /api/metrics")).text).get('clew_lane_running{lane="write"}');
  await expect.poll(running, { timeout: 10_000, interval: 10 }).toBe(1);
}

/** Values by name and labels. */
function valuesIn(text: string): ReadonlyMap<string, number> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]));
}

test("metrics count requests by route pattern, queues, streams, restarts, memory and the revision", async () => {
  const served = await serving({ lines: gridLines, limits: { longWorkers: 1, questionMs: 200 } });
  for (const id of ["g0-0", "g1-1", "nobody-of-this-name"]) await served.call(`GET /api/entity?id=${id}`);
  await served.call("GET /api/nothing-of-this-name");
  await served.call("GET /api/case", { headers: {} });
  const { budgetMs: _, ...patient } = longQuestion;
  expect((await served.call("POST /api/path", { body: patient })).status).toBe(503);
  const reader = await fetch(`${served.origin}/api/events`, { headers: { Authorization: `Bearer ${token}` } });
  const restarts = async () =>
    valuesIn((await served.call("GET /api/metrics")).text).get('clew_worker_restarts_total{lane="long"}');
  await expect.poll(restarts).toBe(1);
  const answer = await served.call("GET /api/metrics");
  expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  const values = valuesIn(answer.text);
  expect(values.get('clew_requests_total{route="/api/entity",method="GET",status="200"}')).toBe(2);
  expect(values.get('clew_requests_total{route="/api/entity",method="GET",status="404"}')).toBe(1);
  expect(values.get('clew_requests_total{route="/api/case",method="GET",status="401"}')).toBe(1);
  expect(values.get('clew_request_seconds_count{route="/api/entity"}')).toBe(3);
  expect(values.get('clew_request_seconds_bucket{route="/api/path",le="0.1"}')).toBe(0);
  expect(values.get('clew_request_seconds_bucket{route="/api/path",le="+Inf"}')).toBe(1);
  expect(values.get('clew_worker_restarts_total{lane="write"}')).toBe(0);
  expect(values.get('clew_lane_threads{lane="write"}')).toBe(1);
  expect(values.get('clew_lane_waiting{lane="quick"}')).toBe(0);
  expect(values.get("clew_event_streams")).toBe(1);
  expect(values.get("clew_revision")).toBe(1);
  expect(values.get("clew_revision_age_seconds")).toBeGreaterThan(0);
  expect(values.get("process_resident_memory_bytes")).toBeGreaterThan(10_000_000);
  expect(answer.text).not.toMatch(/g0-0|nobody|of-this-name|grid/);
  for (const value of values.values()) expect(Number.isFinite(value)).toBe(true);
  await reader.body?.cancel();
});

test("every line of the figures is one of Prometheus' text format, and a histogram counts up", () => {
  const metrics = new Metrics();
  for (const seconds of [0.0005, 0.02, 3, 1_000]) metrics.answered({ route: "/api/path", method: "POST", status: 200, seconds });
  const memory = { rss: 1, heapUsed: 2, external: 3 };
  const text = metrics.text({
    ...{ lanes: [{ lane: "quick", waiting: 1, running: 2, threads: 2, ended: 0 }], streams: 0, imports: 0 },
    ...{ revision: 7, revisionAgeSeconds: 0.5, uptimeSeconds: 9, memory },
  });
  for (const line of text.trimEnd().split("\n"))
    expect(line).toMatch(/^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z]+="[^"\\]*",?)+\})? [0-9.e+-]+)$/);
  const buckets = [...valuesIn(text)]
    .filter(([name]) => name.startsWith("clew_request_seconds_bucket"))
    .map(([, value]) => value);
  expect(buckets).toEqual(buckets.toSorted((a, b) => a - b));
  expect(buckets.at(-1)).toBe(4);
});

test("health says that the server is ready, and nothing of the case", async () => {
  const served = await serving();
  const answer = await served.call("GET /api/health", { headers: {} });
  expect([answer.status, answer.json]).toEqual([200, { ok: true, state: "ready", version: expect.stringMatching(/^\d/) }]);
});

test("stopping finishes the change under way, refuses new requests, and closes the file", async () => {
  const served = await serving({ limits: { stopMs: 60_000 } });
  const rows = Array.from({ length: 15_000 }, (_, at) => `a${at},b${at}\n`).join("");
  const importing = served.call("POST /api/import?name=x.csv", { body: bytes(`source,target\n${rows}`) });
  const head = `Host: 127.0.0.1:${served.port}\r\nAuthorization: Bearer ${token}\r\n`;
  await isWriting(served);
  // A connection that is open already, and asks once Clew is stopping.
  const late = rawAnswer(served.port, `GET /api/case HTTP/1.1\r\n${head}X-Later: `).catch(() => "");
  await pause(50);
  const closing = served.close();
  expect((await importing).status).toBe(200);
  await closing;
  await late;
  const opened = openCase(served.casePath);
  expect(opened.stats().links).toBeGreaterThan(15_000);
  opened.close();
  expect(readdirSync(dirname(served.casePath)).sort()).toEqual(["page", "small.clew"]);
  expect(served.logged).toEqual([]);
});

test("on a connection that stays open a request is 503 once Clew is stopping, with Retry-After, and health says so", async () => {
  const served = await serving({ limits: { stopMs: 60_000 } });
  const rows = Array.from({ length: 15_000 }, (_, at) => `a${at},b${at}\n`).join("");
  const importing = served.call("POST /api/import?name=x.csv", { body: bytes(`source,target\n${rows}`) });
  await isWriting(served);
  const head = `Host: 127.0.0.1:${served.port}\r\nAuthorization: Bearer ${token}\r\n`;
  const asking = ["/api/case", "/api/health"].map((path) => {
    const socket = connect(served.port, "127.0.0.1", () => socket.write(`GET ${path} HTTP/1.1\r\n${head}`));
    let text = "";
    socket.setEncoding("latin1").on("data", (piece) => {
      text += piece;
    });
    return { ask: () => socket.write("\r\n"), closed: once(socket, "close").then(() => text) };
  });
  await pause(200);
  const closing = served.close();
  for (const { ask } of asking) ask();
  const [refused = "", health = ""] = await Promise.all(asking.map(({ closed }) => closed));
  expect(statusOf(refused)).toBe(503);
  expect(refused).toMatch(/retry-after: 5/i);
  expect(statusOf(health)).toBe(503);
  expect(health).toContain('"state":"stopping"');
  expect((await importing).status).toBe(200);
  await closing;
});

test("a change that takes longer than Clew may take to stop is taken back whole", async () => {
  const served = await serving({ limits: { stopMs: 50 } });
  const rows = Array.from({ length: 19_000 }, (_, at) => `a${at},b${at}\n`).join("");
  const importing = served.call("POST /api/import?name=x.csv", { body: bytes(`source,target\n${rows}`) });
  await pause(400);
  const started = performance.now();
  await served.close();
  expect(performance.now() - started).toBeLessThan(5_000);
  const answer = await importing;
  const opened = openCase(served.casePath);
  expect(opened.stats().entities).toBe(answer.status === 200 ? 38_006 : 6);
  expect(opened.check()).toEqual([]);
  opened.close();
});

test("an import that nobody knows is not called off; one under way is, and its file is not in the case", async () => {
  const served = await serving();
  expect((await served.call("POST /api/import/cancel", { body: { operation: "none" } })).status).toBe(404);
  const rows = Array.from({ length: 60_000 }, (_, at) => `a${at},b${at}\n`).join("");
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "text/csv", "Idempotency-Key": '"long"' };
  const importing = served.call("POST /api/import?name=x.csv", { body: bytes(`source,target\n${rows}`), headers });
  await expect
    .poll(async () => (await served.call("POST /api/import/cancel", { body: { operation: "long" } })).status, { interval: 20 })
    .toBe(200);
  const answer = await importing;
  expect([answer.status, answer.json]).toEqual([409, { error: expect.stringMatching(/^import: called off/), candidates: [] }]);
  expect((await served.call("GET /api/stats")).json).toMatchObject({ entities: 6 });
  // What was called off may be sent again.
  const again = await served.call("POST /api/import?name=x.csv", { body: bytes("source,target\na,b\n") });
  expect(again.status).toBe(200);
  expect(served.logged).toEqual([]);
});

test("how far a large import is, is told while it runs, and that it is over", async () => {
  const served = await serving();
  const reader = await fetch(`${served.origin}/api/events`, { headers: { Authorization: `Bearer ${token}` } });
  let text = "";
  const reading = (async () => {
    for await (const piece of (reader.body ?? []) as AsyncIterable<Uint8Array>) text += Buffer.from(piece).toString();
  })().catch(() => {});
  const rows = Array.from({ length: 30_000 }, (_, at) => `a${at},b${at}\n`).join("");
  const headers = { Authorization: `Bearer ${token}`, "Content-Type": "text/csv", "Idempotency-Key": "told" };
  await served.call("POST /api/import?name=x.csv", { body: bytes(`source,target\n${rows}`), headers });
  await expect.poll(() => text).toMatch(/"operation":"told","file":"x.csv","phase":"over"/);
  expect(text).toMatch(/event: progress\ndata: \{"operation":"told","file":"x.csv","phase":"[a-z]+","done":[1-9]\d*\}/);
  await served.close();
  await reading;
});

test("a second signal ends clew open at once; the first ends it with 0", async () => {
  const start = async () => {
    const casePath = await caseOf(scratchFolder(), smallLines);
    const program = spawn(process.execPath, [resolve("src/cli/clew.js"), "open", casePath, "--no-open", "--port", "0"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, CLEW_TOKEN: token },
    });
    let printed = "";
    program.stdout.on("data", (chunk) => {
      printed += chunk;
    });
    const ended = once(program, "exit");
    await expect.poll(() => printed, { timeout: 20_000 }).toMatch(/login/);
    const { origin } = new URL(/http:\S+/.exec(printed)?.[0] ?? "");
    return { program, ended, origin };
  };
  const one = await start();
  const open = await fetch(`${one.origin}/api/events`, { headers: { Authorization: `Bearer ${token}` } });
  const began = performance.now();
  one.program.kill("SIGTERM");
  expect(await one.ended).toEqual([0, null]);
  expect(performance.now() - began).toBeLessThan(5_000);
  await open.body?.cancel().catch(() => {});

  const two = await start();
  const rows = Array.from({ length: 200_000 }, (_, at) => `a${at},b${at}\n`).join("");
  const importing = fetch(`${two.origin}/api/import?name=x.csv`, {
    ...{ method: "POST", body: `source,target\n${rows}` },
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "text/csv" },
  }).catch(() => null);
  await pause(500);
  two.program.kill("SIGTERM");
  await pause(100);
  two.program.kill("SIGINT");
  const stopped = performance.now();
  await two.ended;
  expect(performance.now() - stopped).toBeLessThan(1_500);
  await importing;
});

test("what is sent for an id that a log or a figure could hold is in neither", async () => {
  const served = await serving();
  await served.call("POST /api/claims", { body: { claim: claim("quite-telling-id") } });
  await served.call("GET /api/link?id=quite-telling-id");
  expect((await served.call("GET /api/metrics")).text).not.toMatch(/telling/);
  expect(served.logged).toEqual([]);
});
