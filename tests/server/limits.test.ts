import { connect } from "node:net";
import { expect, test } from "vitest";
import { bytes } from "../case/small-case.ts";
import { gridLines, longQuestion, shortQuestion } from "./long-question.ts";
import { rawAnswer, serving, statusOf, token } from "./serving.ts";

const limits = {
  jsonBytes: 2_000,
  longJsonBytes: 20_000,
  importBytes: 50_000,
  headersTimeoutMs: 300,
  requestTimeoutMs: 600,
};
const served = await serving({ limits });
const head = `Host: 127.0.0.1:${served.port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\n`;

test("a body over the limit is 413 with one line, announced or not; just under it is read", async () => {
  for (const [path, limit] of [
    ["/api/path", limits.jsonBytes],
    ["/api/claims", limits.jsonBytes],
    ["/api/chart", limits.longJsonBytes],
    ["/api/export", limits.longJsonBytes],
    ["/api/import?name=x.csv", limits.importBytes],
  ] as const) {
    const method = path === "/api/chart" ? "PUT" : "POST";
    const start = `${method} ${path} HTTP/1.1\r\n${head}Connection: close\r\n`;
    const announced = await rawAnswer(served.port, `${start}Content-Length: ${limit + 1}\r\n\r\n{`);
    expect(statusOf(announced), path).toBe(413);
    expect(announced).toContain(`{"error":"body: wanted at most ${limit} bytes, got more","candidates":[]}`);
    const piece = `${limit.toString(16)}\r\n${" ".repeat(limit)}\r\n`;
    const inPieces = `${start}Transfer-Encoding: chunked\r\n\r\n${piece}`;
    expect(statusOf(await rawAnswer(served.port, `${inPieces}1\r\n \r\n0\r\n\r\n`)), path).toBe(413);
    expect(statusOf(await rawAnswer(served.port, `${inPieces}0\r\n\r\n`)), path).not.toBe(413);
  }
  expect((await served.call("GET /api/stats")).json).toMatchObject({ entities: 6, claims: 5 });
});

test.each([
  ["announced", (body: string) => `Content-Length: ${body.length}\r\n\r\n${body}`],
  ["in pieces", (body: string) => `Transfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`],
] as const)("after a body that was refused, %s, the next question on its connection is answered", async (_, sent) => {
  const socket = connect(served.port, "127.0.0.1");
  let said = "";
  const until = (words: RegExp) =>
    new Promise<void>((done, fail) => {
      const look = () => words.test(said) && done();
      socket.on("data", look).once("close", () => fail(new Error(`closed after ${said.slice(0, 200)}`)));
      look();
    });
  socket.setEncoding("latin1").on("data", (piece) => {
    said += piece;
  });
  socket.write(`POST /api/path HTTP/1.1\r\n${head}${sent(" ".repeat(3_000_000))}`);
  await until(/HTTP\/1\.1 413 [\s\S]*got more/);
  socket.write(`GET /api/stats HTTP/1.1\r\n${head}\r\n`);
  await until(/HTTP\/1\.1 200 [\s\S]*"entities":6/);
  socket.destroy();
});

test("headers that do not end are 408, and so is a body", async () => {
  const started = performance.now();
  const slow = [
    "",
    "GET /api/case HTTP/1.1\r\n",
    `GET /api/case HTTP/1.1\r\n${head}X-Slow: `,
    `POST /api/path HTTP/1.1\r\n${head}Content-Length: 50\r\n\r\n{"from":`,
    `POST /api/path HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\n5\r\n{"fro`,
  ];
  const answers = await Promise.all(slow.map((request) => rawAnswer(served.port, request)));
  expect(answers.map(statusOf)).toEqual([408, 408, 408, 408, 408]);
  expect(performance.now() - started).toBeLessThan(3_000);
  expect(served.logged).toEqual([]);
});

test("a body that drips is not kept alive by its drops", async () => {
  const socket = connect(served.port, "127.0.0.1");
  socket.write(`POST /api/path HTTP/1.1\r\n${head}Content-Length: 500\r\n\r\n`);
  const drops = setInterval(() => socket.writable && socket.write(" "), 50);
  const answer = await new Promise<string>((give) => {
    let text = "";
    socket.setEncoding("latin1").on("data", (piece) => {
      text += piece;
    });
    socket.on("error", () => {});
    socket.once("close", () => give(text));
  });
  clearInterval(drops);
  expect(statusOf(answer)).toBe(408);
});

test("headers of 10,000 emoji pass, more than the limit do not", async () => {
  const id = encodeURIComponent("🧶".repeat(10_000));
  expect((await served.call(`GET /api/entity?id=${id}`)).status).toBe(404);
  expect((await served.call(`GET /api/entity?id=${id}${id}`)).status).toBe(431);
});

test("a full queue is 503 with Retry-After, and empties again", async () => {
  const busy = await serving({ lines: gridLines, limits: { longWorkers: 1, queue: 2, graceMs: 100 } });
  await busy.call("POST /api/path", { body: shortQuestion });
  const leave = new AbortController();
  const asked = Array.from({ length: 3 }, () =>
    busy.call("POST /api/path", { body: longQuestion, signal: leave.signal }).catch(() => null),
  );
  await new Promise((wait) => setTimeout(wait, 300));
  const refused = await busy.call("POST /api/path", { body: shortQuestion });
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused.json).toEqual({ error: expect.stringMatching(/^[^\n]+$/), candidates: [] });
  expect((await busy.call("GET /api/search?q=g0")).status).toBe(200);
  leave.abort();
  await Promise.all(asked);
  await expect.poll(async () => (await busy.call("POST /api/path", { body: shortQuestion })).status).toBe(200);
  expect(busy.logged).toEqual([]);
});

test("imports beyond those that may come in at once are 503", async () => {
  const one = await serving({ limits: { imports: 1 } });
  const socket = connect(one.port, "127.0.0.1");
  const file = "source,target\na,b\n";
  const start = `POST /api/import?name=slow.csv HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\nAuthorization: Bearer ${token}\r\n`;
  socket.write(`${start}Connection: close\r\nContent-Length: ${file.length}\r\n\r\n${file.slice(0, 5)}`);
  await new Promise((wait) => setTimeout(wait, 100));
  const refused = await one.call("POST /api/import?name=x.csv", { body: bytes(file) });
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
  const first = new Promise<string>((give) => {
    let text = "";
    socket.setEncoding("latin1").on("data", (piece) => {
      text += piece;
    });
    socket.once("close", () => give(text));
  });
  socket.write(file.slice(5));
  expect(statusOf(await first)).toBe(200);
  expect((await one.call("POST /api/import?name=x.csv", { body: bytes(file) })).status).toBe(200);
});

test("connections beyond the limit are closed, and there is room once others go", async () => {
  const few = await serving({ limits: { connections: 3 } });
  const kept = Array.from({ length: 3 }, () => connect(few.port, "127.0.0.1"));
  await Promise.all(kept.map((socket) => new Promise((done) => socket.once("connect", done))));
  const request = `GET /api/health HTTP/1.1\r\nHost: 127.0.0.1:${few.port}\r\nConnection: close\r\n\r\n`;
  const closed = await rawAnswer(few.port, request).catch(() => "");
  expect(closed).toBe("");
  kept[0]?.destroy();
  await new Promise((wait) => setTimeout(wait, 50));
  expect(statusOf(await rawAnswer(few.port, request))).toBe(200);
  for (const socket of kept) socket.destroy();
});
