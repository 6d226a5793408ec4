import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { formats } from "../../../src/formats/list.ts";
import { type Outcome, ran } from "../outcome.ts";

/** What reading the mutants of one format gave. */
export interface MutantsRead {
  readonly format: string;
  readonly seeds: number;
  readonly read: number;
  readonly refused: number;
  /** Milliseconds. */
  readonly slowest: number;
  /** Bytes in memory at most, of the whole process. */
  readonly peak: number;
  readonly broken: readonly string[];
}

export interface Malformed {
  /** For each reader. */
  readonly mutants: number;
  readonly seed: number;
  /** Formats that one process reads. */
  readonly together: number;
}

const mostBytes = 512 * 1024 ** 2;
/** A process that needs more than this ends; one that could take more would leave what thousands of mutants have left behind lying about. */
const heap = "--max-old-space-size=256";
const child = fileURLToPath(new URL("../child/read-mutants.ts", import.meta.url));

/** Damaged files of every format that is read: a report, or a refusal that names the file; never slow, never much memory. */
export async function malformed({ mutants, seed, together }: Malformed): Promise<Outcome> {
  const ids = formats.filter((format) => format.reader !== null || format.bytesReader !== undefined).map(({ id }) => id);
  const results: MutantsRead[] = [];
  for (let at = 0; at < ids.length; at += together)
    results.push(...(await readApart(ids.slice(at, at + together), mutants, seed)));
  const sum = (of: (result: MutantsRead) => number) => results.reduce((total, result) => total + of(result), 0);
  const most = (of: (result: MutantsRead) => number) => Math.max(...results.map(of));
  const figure =
    `${results.length} readers, ${sum(({ read, refused, broken }) => read + refused + broken.length)} mutants of ` +
    `${sum(({ seeds }) => seeds)} files: ${sum(({ read }) => read)} read, ${sum(({ refused }) => refused)} refused; the slowest ` +
    `${Math.round(most(({ slowest }) => slowest))} ms, memory at most ${Math.round(most(({ peak }) => peak) / 1024 ** 2)} MB`;
  const heavy = results.filter(({ peak }) => peak > mostBytes).map(({ format, peak }) => `${format}: ${peak} bytes in memory`);
  return ran(figure, [...results.flatMap(({ broken }) => broken), ...heavy]);
}

async function readApart(ids: readonly string[], mutants: number, seed: number): Promise<MutantsRead[]> {
  const args = [heap, child, String(mutants), String(seed), ...ids];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1024 ** 3 });
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as MutantsRead);
}
