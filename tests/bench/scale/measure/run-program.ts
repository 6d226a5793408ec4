import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export interface Ran {
  /** From starting it until it ended. */
  readonly ms: number;
  /** Most memory that its processes had, summed. */
  readonly peak: number;
  readonly output: string;
}

const preloaded = new URL("write-peak.ts", import.meta.url).href;
export const launcher: string = resolve("src/cli/clew.js");

/** Runs a program of Node's in a process of its own. Throws when it fails. */
export async function runProgram(args: readonly string[]): Promise<Ran> {
  const peaks = mkdtempSync(join(tmpdir(), "clew-peaks-"));
  try {
    const started = performance.now();
    const child = spawn(process.execPath, [`--import=${preloaded}`, ...args], {
      stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, CLEW_PEAKS: peaks, NODE_NO_WARNINGS: "1" },
    });
    const pieces: Buffer[] = [];
    child.stdout.on("data", (piece: Buffer) => pieces.push(piece));
    const [code] = await once(child, "close");
    const ms = performance.now() - started;
    if (code !== 0) throw new Error(`${args.slice(0, 3).join(" ")} ended with ${code}`);
    const peak = readdirSync(peaks).reduce((sum, file) => sum + Number(readFileSync(join(peaks, file), "utf8")), 0);
    return { ms, peak, output: Buffer.concat(pieces).toString("utf8") };
  } finally {
    rmSync(peaks, { recursive: true });
  }
}
