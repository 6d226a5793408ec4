import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCase } from "../../src/case/open-case.ts";
import { bytes, jsonLines, smallLines } from "../case/small-case.ts";
import { type Outcome, ran } from "./outcome.ts";
import { inScratch } from "./scratch.ts";

const calling = fileURLToPath(new URL("child/odd-command-lines.ts", import.meta.url));

interface Told {
  readonly fault?: string;
  readonly codes?: readonly (readonly [code: number, times: number])[];
}

/** Every command with odd texts in each of its places: an answer, or exit code 2 with one line; never a fault of ours, never long. */
export async function oddCommandLines({ every }: { every: number }): Promise<Outcome> {
  return inScratch(async (folder) => {
    const place = join(folder, "a", "b", "c");
    mkdirSync(place, { recursive: true });
    const made = openCase(join(place, "kept.clew"), { mode: "create" });
    await made.import([{ name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines)) }]);
    made.close();
    const child = spawn(process.execPath, [calling, String(every)], { cwd: place, stdio: ["ignore", "pipe", "inherit"] });
    let printed = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      printed += text;
    });
    const [code] = (await once(child, "close")) as [number | null];
    const told = printed
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line === "" ? "{}" : line) as Told);
    const codes = told.flatMap((one) => one.codes ?? []);
    const broken = told.flatMap(({ fault }) => fault ?? []);
    if (codes.length === 0) broken.push(`the calls ended with ${code} before the last of them`);
    const calls = codes.reduce((sum, [, times]) => sum + times, 0);
    return ran(
      `${calls} calls (${codes.map(([exit, times]) => `${times} × ${exit}`).join(", ")}): ${broken.length} faults`,
      broken,
    );
  });
}
