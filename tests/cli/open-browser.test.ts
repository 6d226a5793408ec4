import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launcher, workplace } from "./run-clew.ts";

const { path, put } = workplace();
const seen = path("seen");
const browser = put("browser.sh", `#!/bin/sh\nprintf '%s' "$1" > '${seen}'\n`);
const running: ChildProcess[] = [];

/** No desktop's own choice of a browser comes before `BROWSER`. */
const noDesktop = Object.fromEntries(
  ["XDG_DATA_DIRS", "XDG_DATA_HOME", "XDG_CONFIG_DIRS", "XDG_CONFIG_HOME", "XDG_CURRENT_DESKTOP"].map((name) => [
    name,
    path("none"),
  ]),
);

beforeAll(() => chmodSync(browser, 0o755));
afterAll(() => {
  for (const program of running) program.kill("SIGTERM");
});

/** Starts `clew open` as on a desktop whose browser is a script of ours; gives the link it printed. */
async function open(...args: readonly string[]): Promise<string> {
  const { CI: _, WAYLAND_DISPLAY: __, ...env } = process.env;
  const program = spawn(process.execPath, [launcher, "open", path("case.clew"), "--port", "0", ...args], {
    env: { ...env, ...noDesktop, DISPLAY: ":99", BROWSER: browser },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(program);
  let said = "";
  for await (const chunk of program.stdout) {
    said += chunk;
    const [link] = /http:\S+/.exec(said) ?? [];
    if (link !== undefined && said.includes(`${link}\n`)) return link;
  }
  throw new Error(`wanted a link, got ${said}`);
}

test.runIf(process.platform === "linux")(
  "--no-open prints the link and opens no browser; without it the browser gets the link",
  async () => {
    await open("--no-open");
    await new Promise((done) => setTimeout(done, 1500));
    expect(existsSync(seen)).toBe(false);
    running.pop()?.kill("SIGTERM");
    await new Promise((done) => setTimeout(done, 300));
    const link = await open();
    await expect.poll(() => existsSync(seen) && readFileSync(seen, "utf8"), { timeout: 10_000 }).toBe(link);
  },
);
