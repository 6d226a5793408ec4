import { spawn, spawnSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { startServer } from "../../src/server/start-server.ts";
import { scratchFolder, smallLines } from "../case/small-case.ts";
import { callServer, caseOf, rawAnswer, serving, statusOf, token } from "./serving.ts";

const nobody = { headers: {} };

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

test("the printed link works once, sets a cookie that no script reads and no other site sends, and leaves the address bar", async () => {
  const served = await serving();
  expect(served.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/login\?code=[\w-]{43}$/);
  const link = `GET ${pathOf(served.url)}`;
  const first = await served.call(link, nobody);
  expect(first.status).toBe(303);
  expect(first.headers.get("location")).toBe("/");
  const [cookie = "", ...flags] = (first.headers.get("set-cookie") ?? "").split("; ");
  expect(cookie).toMatch(new RegExp(`^clew-${served.port}=[\\w-]{43}$`));
  expect(flags.sort()).toEqual(["HttpOnly", "Path=/", "SameSite=Strict"]);
  expect(cookie).not.toContain(new URL(served.url).searchParams.get("code"));

  const page = await served.call("GET /", { headers: { Cookie: cookie } });
  expect(page.status).toBe(200);
  expect(page.text).toContain("/assets/index-Ab_1.js");
  expect((await served.call("GET /api/case", { headers: { Cookie: `other=1; ${cookie}` } })).status).toBe(200);

  const second = await served.call(link, nobody);
  expect(second.status).toBe(401);
  expect(second.headers.get("set-cookie")).toBeNull();
  const again = await served.call(link, { headers: { Cookie: cookie } });
  expect([again.status, again.headers.get("set-cookie")]).toEqual([303, null]);
});

test.runIf(spawnSync("script", ["--version"]).status === 0)(
  "at a terminal, Enter prints another link, which works as well",
  async () => {
    const path = await caseOf(scratchFolder(), smallLines);
    const command = `${process.execPath} ${resolve("src/cli/clew.js")} open ${path} --no-open --port 0`;
    const program = spawn("script", ["-qec", command, "/dev/null"], { stdio: ["pipe", "pipe", "inherit"] });
    let said = "";
    program.stdout.on("data", (chunk) => {
      said += chunk;
    });
    const links = () => said.match(/http:\/\/\S+/g) ?? [];
    await expect.poll(links, { timeout: 15_000 }).toHaveLength(1);
    await expect.poll(() => said).toContain("Press Enter");
    program.stdin.write("\r");
    await expect.poll(links).toHaveLength(2);
    for (const link of links()) expect((await fetch(link, { redirect: "manual" })).status).toBe(303);
    const ended = new Promise((done) => program.once("exit", done));
    program.stdin.write("\u0003");
    await ended;
  },
);

test("a look at the link's headers does not use it up", async () => {
  const served = await serving();
  expect((await served.call(`HEAD ${pathOf(served.url)}`, nobody)).status).toBe(401);
  expect((await served.call(`GET ${pathOf(served.url)}`, nobody)).status).toBe(303);
});

test("of twenty who follow the link at once, one comes in", async () => {
  const served = await serving();
  const answers = await Promise.all(Array.from({ length: 20 }, () => served.call(`GET ${pathOf(served.url)}`, nobody)));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
});

test("the link is too old after its time, not before", async () => {
  let now = 1_000_000;
  const options = { clock: () => now, limits: { linkMs: 60_000 } };
  const [late, early] = [await serving(options), await serving(options)];
  now += 59_999;
  expect((await early.call(`GET ${pathOf(early.url)}`, nobody)).status).toBe(303);
  now += 1;
  expect((await late.call(`GET ${pathOf(late.url)}`, nobody)).status).toBe(401);
});

test("a wrong code, none, two and one of 10,000 characters open nothing", async () => {
  const served = await serving();
  const { searchParams } = new URL(served.url);
  const code = searchParams.get("code") ?? "";
  for (const query of ["", "?code=", `?code=${code}x`, `?code=${code.slice(1)}`, `?code=${"a".repeat(10_000)}`])
    expect((await served.call(`GET /login${query}`, nobody)).status, query).toBe(401);
  expect((await served.call(`GET /login?code=${code}&code=${code}`, nobody)).status).toBe(400);
  expect((await served.call(`GET ${pathOf(served.url)}`, nobody)).status).toBe(303);
});

test("who has not come in sees how to, and nothing of the case; the page has no script and no inline style", async () => {
  const served = await serving();
  for (const address of ["/", "/assets/index-Ab_1.js", "/mark.svg", "/nothing"]) {
    const { status, text, headers } = await served.call(`GET ${address}`, nobody);
    expect(status, address).toBe(401);
    expect(headers.get("content-type")).toMatch(/^text\/html/);
    expect(text).toContain("clew open");
    expect(text).not.toMatch(/<script|style=|<style|small|Ada/i);
  }
});

test("a session of one server is none of another", async () => {
  const [one, other] = [await serving(), await serving()];
  const come = await one.call(`GET ${pathOf(one.url)}`, nobody);
  const value = /=([^;]+)/.exec(come.headers.get("set-cookie") ?? "")?.[1];
  for (const name of [`clew-${one.port}`, `clew-${other.port}`])
    expect((await other.call("GET /api/case", { headers: { Cookie: `${name}=${value}` } })).status).toBe(401);
});

test("a token that no header can carry is refused in one line", async () => {
  for (const bad of ["", "two words", "né", "line\nbreak"])
    await expect(startServer({ casePath: "none.clew", port: 0, token: bad })).rejects.toThrow(/^token: wanted [^\n]+$/);
});

test("the program prints the code once and the token never, whatever is asked of it", async () => {
  const casePath = await caseOf(scratchFolder(), smallLines);
  const args = [resolve("src/cli/clew.js"), "open", casePath, "--no-open", "--port", "0"];
  const program = spawn(process.execPath, args, {
    env: { ...process.env, CLEW_TOKEN: token },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const take = (chunk: Buffer) => {
    printed += chunk.toString();
  };
  program.stdout.on("data", take);
  program.stderr.on("data", take);
  const ended = new Promise((done) => program.once("exit", done));
  while (!printed.includes("/login?code=")) await new Promise((wait) => setTimeout(wait, 10));
  const link = /http:\S+/.exec(printed)?.[0] ?? "";
  const { origin, port } = new URL(link);
  const asked = [
    `GET ${pathOf(link)}`,
    `GET ${pathOf(link)}`,
    "GET /api/entity?id=Ada",
    "GET /api/entity?id=Nobody",
    "POST /api/path",
  ];
  for (const call of asked) await callServer(origin, call);
  await callServer(origin, "POST /api/claims", { body: { claim: 1 } });
  await callServer(origin, "GET /api/case", { headers: { Authorization: "Bearer wrong-secret" } });
  expect(statusOf(await rawAnswer(Number(port), `GET ${pathOf(link)}\r\n\r\n`))).toBe(403);
  program.kill("SIGTERM");
  expect(await ended).toBe(0);
  const code = new URL(link).searchParams.get("code") ?? "";
  expect(printed.split(code)).toHaveLength(2);
  // The code is random letters, which spell a name now and then.
  const words = printed.replace(code, "");
  for (const secret of [token, "wrong-secret", "Nobody", "Ada"]) expect(words).not.toContain(secret);
  expect(printed.trimEnd().split("\n")).toHaveLength(2);
});
