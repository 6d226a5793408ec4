import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const launcher = resolve("src/cli/clew.js");

/** A copy of the first case (or of a JSON-lines text) in a folder of its own, served by the real program. */
export interface ServedCase {
  readonly folder: string;
  readonly path: string;
  /** The single-use link that the program printed. */
  readonly url: string;
  readonly origin: string;
  readonly token: string;
  /** Ends the program as `kill -9` does. */
  kill(): Promise<void>;
  /** Starts it again on the same port; gives the new link. */
  again(): Promise<string>;
  stop(): Promise<void>;
}

export interface ServeOptions {
  /** A file to import; the first case when left out; null for an empty case. */
  readonly file?: string | null;
}

export function clew(
  args: readonly string[],
  options: { cwd?: string } = {},
): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [launcher, ...args], { encoding: "utf8", maxBuffer: 1 << 28, ...options });
}

export async function serveCase(options: ServeOptions = {}): Promise<ServedCase> {
  const folder = mkdtempSync(join(tmpdir(), "clew-case-"));
  const path = join(folder, "case.clew");
  const file = options.file === undefined ? resolve("data/moscow-2024.clew.jsonl") : options.file;
  if (file !== null) {
    const imported = clew(["import", path, file]);
    if (imported.status !== 0) throw new Error(`import of ${file} failed: ${imported.stderr}`);
  }
  let { program, url } = await started(path, "0");
  const origin = new URL(url).origin;
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    if (program.exitCode !== null || program.signalCode !== null) return;
    const ended = new Promise((done) => program.once("exit", done));
    program.kill(signal);
    await ended;
  };
  return {
    ...{ folder, path, url, origin, token },
    kill: () => end("SIGKILL"),
    again: async () => {
      ({ program, url } = await started(path, new URL(origin).port));
      return url;
    },
    stop: async () => {
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const token = "test-token-0123456789abcdef";

async function started(path: string, port: string): Promise<{ readonly program: ChildProcess; readonly url: string }> {
  const program = spawn(process.execPath, [launcher, "open", path, "--no-open", "--port", port, "--token", token], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { program, url: await printedLink(program) };
}

function printedLink(program: ChildProcess): Promise<string> {
  return new Promise((give, fail) => {
    let printed = "";
    const take = (chunk: Buffer) => {
      printed += chunk.toString();
      const link = /http:\/\/127\.0\.0\.1:\d+\/login\?code=\S+/.exec(printed);
      if (link !== null) give(link[0]);
    };
    program.stdout?.on("data", take);
    program.stderr?.on("data", take);
    program.once("exit", (code) => fail(new Error(`clew open ended with ${code}: ${printed}`)));
  });
}
