import { callValues } from "../programs/call-values.ts";
import type { Outcome } from "./outcome.ts";
import { type Row, rows } from "./rows.ts";
import { type FileResult, runTestFiles } from "./run-test-files.ts";

/**
 * `npm run trust [-- --only NAME]`: runs what holds each promise, prints promise, test and figure. Exit code 1 when one is broken; a row
 * that cannot run here says why.
 */
const usage = "npm run trust [-- --only NAME]: every promise, or those whose names hold NAME, run in full (docs/trust.md)";
const { values, positionals } = callValues({ name: "trust", usage, options: { only: { type: "string", default: "" } } });
if (positionals.length > 0) {
  console.error(`trust: wanted --only NAME or nothing, got ${positionals.join(" ")}`);
  process.exit(2);
}
const chosen = rows.filter(({ name }) => name.includes(values.only));
if (chosen.length === 0) {
  console.error(
    `trust: wanted the name of a row after --only, got ${values.only}; the rows: ${rows.map(({ name }) => name).join(", ")}`,
  );
  process.exit(2);
}

interface Line {
  readonly row: Row;
  readonly figure: string;
  readonly broken: readonly string[];
}

const results = runTestFiles([...new Set(chosen.flatMap(({ tests }) => tests))]);
const lines: Line[] = [];
for (const row of chosen) {
  const line = await hold(row, results);
  lines.push(line);
  print(line);
}
const broken = lines.filter((line) => line.broken.length > 0).length;
console.log(`\n${lines.length} promises, ${lines.length - broken} hold, ${broken} broken`);
process.exitCode = broken === 0 ? 0 : 1;

async function hold(row: Row, files: ReadonlyMap<string, FileResult>): Promise<Line> {
  const started = performance.now();
  const outcome = row.fault === null ? null : await outcomeOf(row.fault.full);
  const seconds = Math.round((performance.now() - started) / 1000);
  const found = row.tests.map((file) => ({ file, ...(files.get(file) ?? { passed: 0, failed: ["it was not run"] }) }));
  const passed = found.reduce((sum, file) => sum + file.passed, 0);
  const figures = [
    outcome === null ? null : outcome.skipped === null ? `${outcome.figure} (${seconds} s)` : `not run here: ${outcome.skipped}`,
    row.tests.length === 0 ? null : `${passed} tests`,
  ];
  const failed = found.flatMap(({ file, failed }) => failed.map((name) => `${file}: ${name}`));
  return { row, figure: figures.filter((figure) => figure !== null).join("; "), broken: [...(outcome?.broken ?? []), ...failed] };
}

/** A fault whose run throws is one that broke its promise. */
async function outcomeOf(run: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await run();
  } catch (error) {
    return { figure: "-", broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)], skipped: null };
  }
}

function print({ row, figure, broken }: Line): void {
  const { about, name, promise, fault, tests, lacks } = row;
  const by = [...(fault === null ? [] : ["tests/trust"]), ...tests].join(", ");
  console.log(`${broken.length === 0 ? "holds " : "BROKEN"}  ${about}: ${name}`);
  console.log(`        ${promise}`);
  console.log(`        by ${by}`);
  console.log(`        ${figure}${lacks === null ? "" : `; lacking: ${lacks}`}`);
  for (const fault of broken.slice(0, 10)) console.log(`        - ${fault}`);
  if (broken.length > 10) console.log(`        - and ${broken.length - 10} more`);
}
