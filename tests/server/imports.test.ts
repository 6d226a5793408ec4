import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { openCase } from "../../src/case/open-case.ts";
import type { ImportReport } from "../../src/case/views.ts";
import { importReport } from "../../src/server/schemas/answers.ts";
import { bytes, newCase, scratchFolder } from "../case/small-case.ts";
import { gridLines, longQuestion } from "./long-question.ts";
import { type Serving, serving } from "./serving.ts";

const served = await serving();

function put(to: Serving, name: string, file: Uint8Array, more = "") {
  return to.call(`POST /api/import?name=${encodeURIComponent(name)}${more}`, { body: file });
}

test("the report is the library's, for the first case and for rows with faults", async () => {
  const files: readonly (readonly [name: string, file: Uint8Array, more: string, options: object])[] = [
    ["moscow-2024.clew.jsonl", readFileSync(resolve("data/moscow-2024.clew.jsonl")), "", {}],
    [
      "links.csv",
      bytes("source,target,label\na,b,owns\nb,,owns\nc,d,\n"),
      "&source=Register&format=csv",
      { source: "Register", format: "csv" },
    ],
    ["links.csv.gz", gzipSync("source,target\nx,y\n"), "", {}],
    ["strict.csv", bytes("source,target\nx,y\n"), "&strict=true", { strict: true }],
    ["loose.csv", bytes("source,target\nx,z\n"), "&strict=false", { strict: false }],
  ];
  for (const [name, file, more, options] of files) {
    const [there, here] = [await serving(), newCase(scratchFolder())];
    const { status, json, text } = await put(there, name, file, more);
    expect(status, text).toBe(200);
    expect(json, name).toEqual(JSON.parse(JSON.stringify(await here.import([{ name, bytes: file }], options))));
    expect(importReport.safeParse(json).error).toBeUndefined();
    here.close();
  }
});

test("the same file again adds nothing", async () => {
  const file = bytes("source,target\none,two\n");
  expect((await put(served, "again.csv", file)).json).toMatchObject({ claims: { added: 1, matched: 0 } });
  expect((await put(served, "again.csv", file)).json).toMatchObject({ claims: { added: 0, matched: 1 } });
});

test("a file that is refused leaves the case as it was", async () => {
  const before = await served.call("GET /api/case");
  const refused: readonly (readonly [name: string, file: Uint8Array, more?: string])[] = [
    ["bad.csv", bytes("lat,lon\n1.5,2.5\n")],
    ["bytes.csv", new Uint8Array([0xff, 0xfe, 0x00, 0xd8, 0x41])],
    ["cut.csv.gz", gzipSync("source,target\na,b\n".repeat(1000)).subarray(0, 40)],
    ["x.csv", bytes("source,target\na,b\n"), "&format=xls"],
    ["empty", new Uint8Array()],
  ];
  for (const [name, file, more] of refused) {
    const { status, json } = await put(served, name, file, more);
    expect([status, json], name).toEqual([400, { error: expect.stringMatching(/^[^\n]+$/), candidates: expect.any(Array) }]);
  }
  const rows = await put(served, "half.clew.jsonl", bytes('{"clew":1}\n{"kind":"entity","id":"half"'));
  expect(rows.json).toMatchObject({ entities: { added: 0 }, problems: [{ where: "line 2" }], outcomes: { dropped: 1 } });
  expect((await served.call("GET /api/case")).text).toBe(before.text);
  expect((await served.call("GET /api/check")).json).toMatchObject({ sound: true });
  expect(served.logged).toEqual([]);
});

test("imports that arrive while the case is read: each answer is of one revision, before or after", async () => {
  const busy = await serving();
  // The thread that answers is there before the first file.
  await busy.call("GET /api/case");
  const rows = (number: number) => Array.from({ length: 300 }, (_, at) => `n${number}-${at},n${number}-${at + 1}`).join("\n");
  const importing = (async () => {
    for (let number = 0; number < 10; number++)
      expect((await put(busy, `file-${number}.csv`, bytes(`source,target\n${rows(number)}\n`))).status).toBe(200);
    return "done";
  })();
  let over = false;
  void importing.then(() => {
    over = true;
  });
  let looks = 0;
  while (!over) {
    const [view, graph] = await Promise.all([busy.call("GET /api/case"), busy.call("GET /api/graph")]);
    const { revision, stats, canUndo } = view.json as {
      revision: number;
      stats: { links: number; entities: number };
      canUndo: string;
    };
    expect(stats.links).toBe(3 + 300 * (revision - 1));
    expect(canUndo).toBe(revision === 1 ? "import small.clew.jsonl" : `import file-${revision - 2}.csv`);
    const seen = graph.json as { revision: number; links: unknown[]; total: { links: number } };
    expect(seen.links).toHaveLength(3 + 300 * (seen.revision - 1));
    looks++;
  }
  expect(await importing).toBe("done");
  expect(looks).toBeGreaterThan(1);
  expect(busy.logged).toEqual([]);
});

test("an import goes on while a long question runs, and the next question sees it", async () => {
  const busy = await serving({ lines: gridLines });
  const leave = new AbortController();
  const long = busy.call("POST /api/path", { body: longQuestion, signal: leave.signal }).catch(() => null);
  await new Promise((wait) => setTimeout(wait, 200));
  expect((await put(busy, "new.csv", bytes("source,target\ng0-0,new\n"), "&ids=world")).json).toMatchObject({
    claims: { added: 1 },
  });
  const { json } = await busy.call("POST /api/path", { body: { from: "g0-0", to: "new" } });
  expect(json).toMatchObject({ count: 1, stop: "exhausted" });
  leave.abort();
  expect(await long).toBeNull();
});

test("others write and read while a file is read; what they wrote comes first", async () => {
  const busy = await serving();
  const rows = Array.from({ length: 30_000 }, (_, at) => `n${at},n${at + 1}`).join("\n");
  let isOver = false;
  const importing = put(busy, "long.csv", bytes(`source,target\n${rows}\n`)).finally(() => {
    isOver = true;
  });
  const question = (name: string) => ({ body: { name, asked: { ask: "around", center: "Ada" } } });
  const before: number[] = [];
  for (let at = 0; !isOver; at++) {
    const { status, json } = await busy.call("PUT /api/question", question(`q${at}`));
    expect(status).toBe(200);
    if (!isOver) before.push((json as { revision: number }).revision);
  }
  expect((await importing).json).toMatchObject({ claims: { added: 30_000 } });
  // More than the one that waits in the queue before the import, and the one behind it.
  expect(before.length).toBeGreaterThan(2);
  expect(busy.logged).toEqual([]);
});

test("an import past its deadline is 503 and leaves the case as it was; the next change goes through", async () => {
  const hurried = await serving({ limits: { fileMs: 600 } });
  const rows = Array.from({ length: 300_000 }, (_, at) => `n${at},n${at + 1}`).join("\n");
  const late = await put(hurried, "long.csv", bytes(`source,target\n${rows}\n`));
  expect([late.status, late.headers.get("retry-after")]).toEqual([503, "5"]);
  expect((await hurried.call("GET /api/case")).json).toMatchObject({ revision: 1, stats: { entities: 6 } });
  expect((await put(hurried, "short.csv", bytes("source,target\na,b\n"))).json).toMatchObject({ claims: { added: 1 } });
  expect((await hurried.call("GET /api/check")).json).toMatchObject({ sound: true });
});

test("an import whose sender goes away half-way leaves the case as it was", async () => {
  const lone = await serving();
  const leave = new AbortController();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes("source,target\na,b\n")),
  });
  const init = {
    method: "POST",
    body,
    duplex: "half",
    signal: leave.signal,
    headers: { Authorization: "Bearer test-token-0123456789abcdef" },
  };
  const half = fetch(`${lone.origin}/api/import?name=half.csv`, init as RequestInit).catch(() => null);
  await new Promise((wait) => setTimeout(wait, 100));
  leave.abort();
  expect(await half).toBeNull();
  const opened = openCase(lone.casePath, { mode: "read" });
  expect(opened.revision).toBe(1);
  opened.close();
  expect((await put(lone, "whole.csv", bytes("source,target\na,b\n"))).json as ImportReport).toMatchObject({
    claims: { added: 1 },
  });
  expect(lone.logged).toEqual([]);
});
