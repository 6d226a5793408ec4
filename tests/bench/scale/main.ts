import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism, totalmem } from "node:os";
import { dirname } from "node:path";
import { BadInput } from "../../../src/base/problem.ts";
import type { SizeResults } from "./figures.ts";
import { scaleOptionsOf, scaleUsage } from "./options.ts";
import { printedGrowth, printedSize } from "./print-scale.ts";
import { runSize } from "./run-size.ts";

/** Exit codes: 0 all answers are right, 1 some are not, 2 a wrong call. */
async function main(args: readonly string[]): Promise<number> {
  if (args.includes("--help")) {
    process.stdout.write(`${scaleUsage}\n`);
    return 0;
  }
  const options = scaleOptionsOf(args);
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  process.stdout.write(`# Scale: Node ${process.version}, ${availableParallelism()} cores, ${gigabytes} GB\n\n`);
  const all: SizeResults[] = [];
  for (const size of options.sizes) {
    const results = await runSize(size, { options, tell });
    all.push(results);
    process.stdout.write(`${printedSize(results)}\n`);
    if (options.json !== null) {
      mkdirSync(dirname(options.json), { recursive: true });
      writeFileSync(options.json, JSON.stringify(all));
    }
  }
  process.stdout.write(printedGrowth(all));
  return all.some(({ wrong }) => wrong.length > 0) ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  process.stderr.write(`${error.message}\n\n${scaleUsage}\n`);
  process.exitCode = 2;
}
