/**
 * Every command with an odd text in each place where it takes one, every n-th of them, in the folder that it is started in. Says in a line
 * what was wrong, and at the end how often each exit code came.
 */
import { copyFileSync, writeFileSync, writeSync } from "node:fs";
import type { Command } from "../../../src/cli/command.ts";
import { commands } from "../../../src/cli/commands.ts";
import { main } from "../../../src/cli/main.ts";
import { oddTexts } from "../odd-calls.ts";

const [every = "1"] = process.argv.slice(2);
/** What a program is started with holds neither NUL nor half a character. */
const texts = oddTexts.filter((text) => text.isWellFormed() && !text.includes("\u0000"));
const spoken: string[] = [];
const codes = new Map<number, number>();

for (const stream of [process.stdout, process.stderr])
  stream.write = ((text: string, ...more: unknown[]) => {
    if (stream === process.stderr) spoken.push(String(text));
    for (const done of more) if (typeof done === "function") done();
    return true;
  }) as typeof stream.write;

let turn = 0;
for (const command of commands)
  for (const args of callsOf(command)) {
    if (turn++ % Number(every) !== 0) continue;
    await run([command.name, ...args]);
  }
writeSync(1, `${JSON.stringify({ codes: [...codes] })}\n`);

async function run(args: readonly string[]): Promise<void> {
  copyFileSync("kept.clew", "case.clew");
  writeFileSync("rows.csv", "source,target\nada,cyr\n");
  spoken.length = 0;
  process.exitCode = 0;
  const started = performance.now();
  const code = await main(args);
  codes.set(code, (codes.get(code) ?? 0) + 1);
  const lines = spoken.join("").trimEnd().split("\n");
  const isTold = lines.length === 1 && /^(clew|error): ./.test(lines[0] ?? "");
  const tookMs = performance.now() - started;
  if (code === 3 || (code === 2 && !isTold) || tookMs > 20_000)
    writeSync(
      1,
      `${JSON.stringify({ fault: `code ${code} in ${Math.round(tookMs)} ms for ${args.map((arg) => JSON.stringify(arg.slice(0, 60))).join(" ")}: ${lines.join(" / ").slice(0, 200)}` })}\n`,
    );
}

/** One place of the call is odd, the others are sound. What would serve a case or ends a process is left out. */
function callsOf({ name, arguments: taken, options }: Command): string[][] {
  const sound = taken.filter(({ count }) => count !== "optional").map((argument, at) => soundText(argument.name, at));
  const oddArguments = sound.flatMap((_, at) => texts.map((text) => sound.with(at, text)));
  const oddOptions = options.flatMap(({ name: option, value }) =>
    value === undefined
      ? [[...sound, `--${option}`]]
      : texts.map((text) => [...sound, ...[`--${option}`, text, ...(option === "path" ? ["cyr"] : [])]]),
  );
  const calls = [sound, sound.slice(0, -1), [...sound, "one-too-many"], ...oddArguments, ...oddOptions];
  return name === "open" ? calls.map((call) => ["not-there/case.clew", ...call.slice(1), "--port", "99999"]) : calls;
}

function soundText(name: string, at: number): string {
  if (name === "CASE") return "case.clew";
  if (name === "FILE") return at === 0 ? "case.clew" : "rows.csv";
  return ["ada", "ada", "cyr"][at] ?? "bolt";
}
