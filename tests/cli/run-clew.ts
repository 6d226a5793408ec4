import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll } from "vitest";

export const launcher = resolve("src/cli/clew.js");

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The real program, in a process of its own. */
export function clew(...args: readonly string[]): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, CI: "1", CLEW_TOKEN: "" },
  });
  return { code: status, out: stdout, err: stderr };
}

/** A folder of its own for the tests of one file, and a way to put files there. */
export function workplace() {
  const folder = mkdtempSync(join(tmpdir(), "clew-cli-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const path = (name: string) => join(folder, name);
  const put = (name: string, text: string) => {
    writeFileSync(path(name), text);
    return path(name);
  };
  return { folder, path, put };
}
