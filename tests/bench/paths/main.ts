import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { dirname } from "node:path";
import { BadInput } from "../../../src/base/problem.ts";
import { disagreements } from "./agreement.ts";
import { goalsOf } from "./goals.ts";
import { type Options, optionsOf, usage } from "./options.ts";
import { printed } from "./print-results.ts";
import type { GraphResults } from "./results.ts";
import { runGraph } from "./run-graph.ts";

/** Exit codes: 0 all engines agree, 1 they do not, 2 a wrong call. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const options = optionsOf(args);
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const machine = `Node ${process.version}, ${availableParallelism()} cores, ${gigabytes(totalmem())} GB`;
  process.stdout.write(`# Paths: ${machine}${options.busy ? ", busy: processor time" : ""}\n\n`);
  const all: GraphResults[] = [];
  let disagreed = false;
  for (const size of options.sizes)
    for (const shape of options.shapes) {
      const results = await runGraph(size, shape, { options, tell });
      const found = disagreements(results.asked);
      disagreed ||= found.some(({ known }) => known === null);
      all.push(results);
      process.stdout.write(`${printed(results, goalsOf(results), found)}\n`);
      save(options, all);
    }
  return disagreed ? 1 : 0;
}

function save({ json }: Options, all: readonly GraphResults[]): void {
  if (json === null) return;
  mkdirSync(dirname(json), { recursive: true });
  writeFileSync(json, JSON.stringify(all));
}

function gigabytes(bytes: number): number {
  return Math.round(bytes / 2 ** 30);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  process.stderr.write(`${error.message}\n\n${usage}\n`);
  process.exitCode = 2;
}
