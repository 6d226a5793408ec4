import { existsSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bytes, scratchFolder, smallLines } from "../case/small-case.ts";
import { realServer, serverToken } from "../trust/real-server.ts";
import { caseOf, type Serving, serving, token } from "./serving.ts";

const uploadsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith(".upload"));

const rows = (count: number) => Array.from({ length: count }, (_, at) => `n${at},n${at + 1},owns`).join("\n");
const table = (count: number) => bytes(`source,target,type\n${rows(count)}\n`);

/** A body whose second half comes when it is asked for. */
function inHalves(file: Uint8Array): { readonly body: ReadableStream<Uint8Array>; readonly sendRest: () => void } {
  const half = file.length >> 1;
  const rest = Promise.withResolvers<void>();
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      controller.enqueue(file.slice(0, half));
      await rest.promise;
      controller.enqueue(file.slice(half));
      controller.close();
    },
  });
  return { body, sendRest: rest.resolve };
}

function send(
  served: Pick<Serving, "origin">,
  body: BodyInit,
  { as = token, signal }: { as?: string; signal?: AbortSignal } = {},
) {
  const init = { method: "POST", body, duplex: "half", headers: { Authorization: `Bearer ${as}` } };
  return fetch(`${served.origin}/api/import?name=large.csv`, {
    ...init,
    ...(signal === undefined ? {} : { signal }),
  } as RequestInit);
}

test("a large file lies beside the case while it comes in, for its user alone, and is gone with the answer", async () => {
  const served = await serving({ limits: { heldBytes: 1_000 } });
  const { body, sendRest } = inHalves(table(2_000));
  const answer = send(served, body);
  await expect.poll(() => uploadsIn(served.folder)).toHaveLength(1);
  const [name = ""] = uploadsIn(served.folder);
  expect(name).toMatch(/^\.small\.clew\.[0-9a-f-]{36}\.upload$/);
  expect(statSync(join(served.folder, name)).mode & 0o777).toBe(0o600);
  sendRest();
  expect(await (await answer).json()).toMatchObject({ claims: { added: 2_000 } });
  expect(uploadsIn(served.folder)).toEqual([]);
  expect((await served.call("GET /api/check")).json).toMatchObject({ sound: true });
});

test("a file that cannot be read, is too large, or whose sender goes away leaves nothing beside the case", async () => {
  const served = await serving({ limits: { heldBytes: 1_000, importBytes: 100_000 } });
  expect((await send(served, new Uint8Array(50_000).fill(0xff))).status).toBe(400);
  const { body: long, sendRest } = inHalves(new Uint8Array(150_000).fill(0x61));
  sendRest();
  expect((await send(served, long)).status).toBe(413);
  const leave = new AbortController();
  const left = send(served, inHalves(table(2_000)).body, { signal: leave.signal }).catch(() => null);
  await expect.poll(() => uploadsIn(served.folder)).toHaveLength(1);
  leave.abort();
  await left;
  await expect.poll(() => uploadsIn(served.folder)).toEqual([]);
  expect((await served.call("GET /api/case")).json).toMatchObject({ revision: 1 });
  expect(served.logged).toEqual([]);
});

test("what a server leaves that was killed, the next one takes away; files of others stay", async () => {
  const folder = scratchFolder();
  const casePath = await caseOf(folder, smallLines);
  const first = await realServer(casePath);
  const half = send({ origin: first.origin ?? "" }, inHalves(new Uint8Array(12_000_000).fill(0x61)).body, {
    as: serverToken,
  }).catch(() => null);
  await expect.poll(() => uploadsIn(folder)).toHaveLength(1);
  await first.kill();
  await half;
  expect(uploadsIn(folder)).toHaveLength(1);
  const others = join(folder, ".other.clew.1.upload");
  writeFileSync(others, "x");
  const second = await realServer(casePath);
  await expect.poll(() => uploadsIn(folder)).toEqual([".other.clew.1.upload"]);
  await second.kill();
  expect(existsSync(others)).toBe(true);
});
