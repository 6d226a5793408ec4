import { connect } from "node:net";
import { expect, test } from "vitest";
import { openCase } from "../../src/case/open-case.ts";
import { readEvents, type ServerEvent } from "../../src/ui/state/read-events.ts";
import { rawAnswer, type Serving, serving, statusOf, token } from "./serving.ts";

const headers = { Authorization: `Bearer ${token}` };
const claim = (id: string) => ({ id, subject: "Ada", relation: "owns", object: "Cyr", stance: "asserts", source: "Ledger" });

/** A reader of the server's events, which keeps them as they come. */
async function listening({ origin }: Serving, query = "", more: Record<string, string> = {}) {
  const leaving = new AbortController();
  const response = await fetch(`${origin}/api/events${query}`, { headers: { ...headers, ...more }, signal: leaving.signal });
  const heard: ServerEvent[] = [];
  const text = response.body?.pipeThrough(new TextDecoderStream()) as unknown as AsyncIterable<string>;
  const over = (async () => {
    for await (const event of readEvents(text)) heard.push(event);
  })().catch(() => {});
  const revisions = () => heard.filter(({ event }) => event === "change").map(({ id }) => Number(id));
  return { response, heard, revisions, over, leave: () => leaving.abort() };
}

async function record(served: Serving, id: string): Promise<void> {
  expect((await served.call("POST /api/claims", { body: { claim: claim(id) } })).status).toBe(200);
}

const node = { entity: "ada", x: 1, y: 2, pinned: true };

test("a reader is greeted, and hears of each change what is to be read anew, and nothing of what it holds", async () => {
  const served = await serving();
  const reader = await listening(served);
  expect(reader.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  await record(served, "c-new");
  await served.call("PUT /api/chart", { body: { id: "main", name: "Main", nodes: [node] } });
  await served.call("PUT /api/question", { body: { name: "Mine", asked: { ask: "around", center: "Ada" } } });
  await served.call("POST /api/undo");
  await expect.poll(reader.revisions).toEqual([2, 3, 4, 5]);
  const [hello, ...changes] = reader.heard.map(({ event, id, data }) => ({ event, id, data: JSON.parse(data) }));
  expect(hello).toEqual({ event: "hello", id: "1", data: { revision: 1, server: expect.stringMatching(/^[0-9a-f-]{36}$/) } });
  const change = (revision: number, label: string, what: string, undoes: number | null = null) => ({
    ...{ event: "change", id: String(revision) },
    data: { revision, by: "somebody", label, undoes, what: [what] },
  });
  expect(changes).toEqual([
    change(2, "record claim", "graph"),
    change(3, "chart Main", "charts"),
    change(4, "save question Mine", "questions"),
    change(5, "save question Mine", "questions", 4),
  ]);
  reader.leave();
  expect(served.logged).toEqual([]);
});

test("an import that was dropped whole is no change; one that was not is one change, whatever it brings", async () => {
  const served = await serving();
  const reader = await listening(served);
  const bytes = new TextEncoder().encode(`source,target\n${Array.from({ length: 100 }, (_, at) => `a${at},b${at}\n`).join("")}`);
  await served.call("POST /api/import?name=x.csv", { body: bytes });
  await served.call("POST /api/import?name=x.csv", { body: bytes });
  await record(served, "after");
  await expect.poll(reader.revisions).toEqual([2, 3]);
  expect(JSON.parse(reader.heard[1]?.data ?? "")).toMatchObject({
    label: "import x.csv",
    what: ["graph", "charts", "questions"],
  });
  reader.leave();
});

test("whoever comes back hears every revision after the last one, once and in order, also past what is kept at hand", async () => {
  const served = await serving();
  const opened = openCase(served.casePath, { mode: "read" });
  for (let at = 0; at < 300; at++) await record(served, `r${at}`);
  expect(opened.revision).toBe(301);
  opened.close();
  for (const [query, last, first] of [
    ["?after=1", "", 2],
    ["", "1", 2],
    ["?after=1", "290", 291],
    ["?after=0", "", 1],
  ] as const) {
    const reader = await listening(served, query, { "Last-Event-ID": last });
    await expect.poll(() => reader.revisions().at(-1)).toBe(301);
    expect(reader.revisions()).toEqual(Array.from({ length: 302 - first }, (_, at) => at + first));
    reader.leave();
  }
});

test("no revision is missed or told twice while readers come and go beside writers", async () => {
  const served = await serving({ limits: { streamsPerSession: 20 } });
  let writing = true;
  const writers = [0, 1].map(async (writer) => {
    for (let n = 0; n < 60; n++) await record(served, `w${writer}-${n}`);
  });
  const all = Promise.all(writers).then(() => {
    writing = false;
  });
  const followed: number[][] = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const got: number[] = [];
      while (writing || got.length < 120) {
        const reader = await listening(served, `?after=${got.at(-1) ?? 1}`);
        await new Promise((wait) => setTimeout(wait, 30));
        reader.leave();
        await reader.over;
        got.push(...reader.revisions());
      }
      return got;
    }),
  );
  await all;
  for (const got of followed) expect(got).toEqual(Array.from({ length: 120 }, (_, at) => at + 2));
  expect(served.logged).toEqual([]);
});

test("a reader who has seen what this case never was is told so", async () => {
  const served = await serving();
  const reader = await listening(served, "?after=99");
  await expect
    .poll(() => reader.heard.map(({ event, id }) => [event, id]))
    .toEqual([
      ["hello", "1"],
      ["reset", "1"],
    ]);
  await record(served, "next");
  await expect.poll(reader.revisions).toEqual([2]);
  reader.leave();
});

test("signs of life keep a stream open past every time-out", async () => {
  const served = await serving({ limits: { heartbeatMs: 50, idleTimeoutMs: 300, requestTimeoutMs: 200, headersTimeoutMs: 100 } });
  const socket = connect(served.port, "127.0.0.1");
  let text = "";
  let closed = false;
  socket.setEncoding("latin1").on("data", (piece) => {
    text += piece;
  });
  socket.once("close", () => {
    closed = true;
  });
  socket.write(`GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
  await new Promise((wait) => setTimeout(wait, 1_200));
  expect(closed).toBe(false);
  expect(text.match(/^:$/gm)?.length).toBeGreaterThan(5);
  await record(served, "late");
  await expect.poll(() => text).toContain("event: change");
  socket.destroy();
});

test("streams of one session, and of all, are counted; there is room once a reader goes, and others are answered", async () => {
  const served = await serving({ limits: { streamsPerSession: 2, streams: 3 } });
  const { url, origin } = served;
  const entered = await fetch(url, { redirect: "manual" });
  const cookie = entered.headers.get("set-cookie")?.split(";")[0] ?? "";
  const mine = [await listening(served), await listening(served)];
  expect((await served.call("GET /api/events")).status).toBe(503);
  const other = await fetch(`${origin}/api/events`, { headers: { Cookie: cookie } });
  expect(other.status).toBe(200);
  const beyond = await fetch(`${origin}/api/events`, { headers: { Cookie: cookie } });
  expect([beyond.status, beyond.headers.get("retry-after")]).toEqual([503, "5"]);
  expect((await served.call("GET /api/stats")).status).toBe(200);
  mine[0]?.leave();
  await expect
    .poll(async () => {
      const again = await listening(served);
      again.leave();
      return again.response.status;
    })
    .toBe(200);
  for (const each of mine) each.leave();
  await other.body?.cancel();
  for (let n = 0; n < 20; n++) {
    const each = await listening(served);
    expect([200, 503]).toContain(each.response.status);
    each.leave();
    await each.over;
  }
  await expect.poll(async () => (await listening(served)).response.status).toBe(200);
});

test("HEAD takes no seat; a place that is no revision is refused in one line", async () => {
  const served = await serving({ limits: { streamsPerSession: 1 } });
  for (let n = 0; n < 3; n++) expect((await served.call("HEAD /api/events")).status).toBe(200);
  for (const [query, last] of [
    ["?after=x", ""],
    ["?after=-1", ""],
    ["", "x"],
    ["", "1".repeat(16)],
  ] as const) {
    const answer = await served.call(`GET /api/events${query}`, { headers: { ...headers, "Last-Event-ID": last } });
    expect([answer.status, answer.json]).toEqual([400, { error: expect.stringMatching(/^[^\n]+$/), candidates: [] }]);
  }
  expect((await listening(served)).response.status).toBe(200);
});

test("a reader that reads nothing costs the writers nothing", async () => {
  const served = await serving({ limits: { heartbeatMs: 20 } });
  const socket = connect(served.port, "127.0.0.1");
  socket.pause();
  let closed = false;
  socket.once("close", () => {
    closed = true;
  });
  socket.write(`GET /api/events?after=0 HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nAuthorization: Bearer ${token}\r\n\r\n`);
  const name = "n".repeat(190);
  const started = performance.now();
  for (let n = 0; n < 40; n++) {
    const nodes = Array.from({ length: 10 }, (_, at) => ({ ...node, x: n * 10 + at, entity: `e${at}` }));
    expect((await served.call("PUT /api/chart", { body: { id: "main", name: `${name}${n}`, nodes } })).status).toBe(200);
  }
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(closed).toBe(false);
  socket.destroy();
});

test("when Clew stops, its readers are told, and their streams end", async () => {
  const served = await serving();
  const reader = await listening(served);
  const started = performance.now();
  await served.close();
  await reader.over;
  expect(reader.heard.at(-1)?.event).toBe("stopping");
  expect(performance.now() - started).toBeLessThan(2_000);
});

test("without a session there are no events", async () => {
  const served = await serving();
  const request = `GET /api/events HTTP/1.1\r\nHost: 127.0.0.1:${served.port}\r\nConnection: close\r\n\r\n`;
  expect(statusOf(await rawAnswer(served.port, request))).toBe(401);
});
