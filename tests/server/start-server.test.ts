import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import { startServer } from "../../src/server/start-server.ts";
import { scratchFolder, smallLines } from "../case/small-case.ts";
import { builtPage, callServer, caseOf, rawAnswer, serving, token } from "./serving.ts";

const launcher = resolve("src/cli/clew.js");

function opened(
  casePath: string,
  ...more: string[]
): { program: ChildProcess; printed: () => string; ended: Promise<number | null> } {
  const args = [launcher, "open", casePath, "--no-open", "--port", "0", ...more];
  const program = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, CLEW_TOKEN: token },
  });
  let text = "";
  for (const stream of [program.stdout, program.stderr])
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  return { program, printed: () => text, ended: new Promise((done) => program.once("exit", done)) };
}

const linkIn = (text: string) => /http:\/\/127\.0\.0\.1:\d+\/login\?code=\S+/.exec(text)?.[0];

async function link({ printed }: ReturnType<typeof opened>): Promise<string> {
  await expect.poll(() => linkIn(printed()), { timeout: 20_000, interval: 5 }).toBeDefined();
  return linkIn(printed()) ?? "";
}

test("clew open prints its link soon, also while all processors are busy", async () => {
  const casePath = await caseOf(scratchFolder(), smallLines);
  const burn = "const end = Date.now() + 20000; while (Date.now() < end);";
  const busy = Array.from({ length: 2 }, () => spawn(process.execPath, ["-e", burn]));
  try {
    const started = performance.now();
    const clew = opened(casePath);
    await link(clew);
    expect(performance.now() - started).toBeLessThan(3_000);
    clew.program.kill("SIGTERM");
    expect(await clew.ended).toBe(0);
  } finally {
    for (const program of busy) program.kill("SIGKILL");
  }
});

test("a second Clew on a case is told in one line who has it; it exits with 2, the first goes on", async () => {
  const casePath = await caseOf(scratchFolder(), smallLines);
  const first = opened(casePath);
  const { origin } = new URL(await link(first));
  const second = opened(casePath);
  expect(await second.ended).toBe(2);
  expect(second.printed()).toBe(
    `clew: small.clew is open in another Clew (process ${first.program.pid}); close it there, or open it read-only here\n`,
  );
  expect((await callServer(origin, "GET /api/stats")).status).toBe(200);
  first.program.kill("SIGINT");
  expect(await first.ended).toBe(0);
  expect(readdirSync(dirname(casePath))).toEqual(["small.clew"]);
});

test("a case left by a Clew that was killed opens again, with every change that was answered", async () => {
  const casePath = await caseOf(scratchFolder(), smallLines);
  const first = opened(casePath);
  const { origin } = new URL(await link(first));
  const claim = { id: "kept", subject: "ada", relation: "owns", object: "cyr", stance: "asserts", source: "s1" };
  expect((await callServer(origin, "POST /api/claims", { body: { claim } })).status).toBe(200);
  first.program.kill("SIGKILL");
  await first.ended;
  const again = opened(casePath);
  const { json } = await callServer(new URL(await link(again)).origin, "GET /api/link?id=ada%3Eowns%3Ecyr");
  expect(json).toMatchObject({ claims: [{ id: "kept" }] });
  again.program.kill("SIGTERM");
  expect(await again.ended).toBe(0);
});

test("in one program too, the second is refused as a conflict, and may come once the first has closed", async () => {
  const folder = scratchFolder();
  const casePath = await caseOf(folder, smallLines);
  const options = { casePath, port: 0, token, pageFolder: builtPage(folder) };
  const first = await startServer(options);
  const refused = await startServer(options).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(BadInput);
  expect(refused).toMatchObject({
    kind: "conflict",
    message: expect.stringMatching(/^small\.clew is open in another Clew[^\n]*$/),
  });
  await first.close();
  const second = await startServer(options);
  expect((await callServer(new URL(second.url).origin, "GET /api/stats")).status).toBe(200);
  await second.close();
  expect(readdirSync(folder).sort()).toEqual(["page", "small.clew"]);
});

test("a port in use rejects with the system's error, and leaves the case free", async () => {
  const casePath = await caseOf(scratchFolder(), smallLines);
  const taken = createServer();
  const port = await new Promise<number>((give) => {
    taken.listen(0, "127.0.0.1", () => give((taken.address() as { port: number }).port));
  });
  await expect(startServer({ casePath, port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  taken.close();
  const server = await startServer({ casePath, port });
  expect(server.url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${port}/login`));
  await server.close();
});

test("a case that is not there, and a file that is none, are refused in one line and free the port", async () => {
  const folder = scratchFolder();
  for (const casePath of [join(folder, "gone.clew"), resolve("package.json")])
    await expect(startServer({ casePath, port: 0 })).rejects.toThrow(/^[^\n]*(no such file|is no case)[^\n]*$/);
  expect(existsSync(join(folder, "gone.clew"))).toBe(false);
});

test("it is reached on 127.0.0.1 only", async () => {
  const { port } = await serving();
  const others = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const addresses = ["127.0.0.2", "::1", ...others.filter(({ internal }) => !internal).map(({ address }) => address)];
  for (const address of addresses) {
    const host = address.includes(":") ? `[${address}]` : address;
    await expect(fetch(`http://${host}:${port}/api/health`, { signal: AbortSignal.timeout(2_000) }), address).rejects.toThrow();
  }
});

test("closing ends connections that are kept open, and answers no more", async () => {
  const folder = scratchFolder();
  const server = await startServer({ casePath: await caseOf(folder, smallLines), port: 0, token, pageFolder: builtPage(folder) });
  const { origin, port } = new URL(server.url);
  const idle = rawAnswer(Number(port), "").catch(() => "");
  const half = rawAnswer(Number(port), "POST /api/path HTTP/1.1\r\n").catch(() => "");
  expect((await callServer(origin, "GET /api/stats")).status).toBe(200);
  const started = performance.now();
  await server.close();
  await Promise.all([idle, half]);
  expect(performance.now() - started).toBeLessThan(3_000);
  await expect(callServer(origin, "GET /api/health")).rejects.toThrow();
  await server.close();
});

test("a fault is answered without a word about it, logged by its place alone, and the server goes on", async () => {
  const served = await serving({ limits: { quickWorkers: 1 } });
  expect((await served.call("GET /api/search?q=nobody")).status).toBe(200);
  const meddler = new DatabaseSync(served.casePath);
  meddler.exec("DROP TABLE entity");
  meddler.close();
  const answer = await served.call("GET /api/entity?id=Ada");
  expect([answer.status, answer.json]).toEqual([500, { error: "a fault of Clew", candidates: [] }]);
  expect(served.logged).toEqual([expect.stringMatching(/^GET \/api\/entity: Error ERR_SQLITE_ERROR; at [^\n]+$/)]);
  expect(served.logged.join()).not.toMatch(/Ada|no such table/);
  expect((await served.call("GET /api/health")).status).toBe(200);
});

test("a file that is damaged under the server is told in one line, and is no fault of Clew", async () => {
  const served = await serving({ limits: { quickWorkers: 1 } });
  expect((await served.call("GET /api/search?q=nobody")).status).toBe(200);
  const file = readFileSync(served.casePath);
  // All but the first page, which says that it is a case.
  writeFileSync(served.casePath, file.fill(0xa5, 4096));
  const answer = await served.call("GET /api/entity?id=Ada");
  expect(answer.status).toBe(507);
  expect(answer.json).toEqual({ error: expect.stringMatching(/^small\.clew: the file is damaged \([^\n]+\)$/), candidates: [] });
  expect(served.logged.join()).not.toMatch(/Ada/);
  expect((await served.call("GET /api/health")).status).toBe(200);
});
