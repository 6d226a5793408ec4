import { join } from "node:path";
import { openCase } from "../../src/case/open-case.ts";
import { bytes, jsonLines } from "../case/small-case.ts";
import { gridLines, longQuestion } from "../server/long-question.ts";
import { type Outcome, ran } from "./outcome.ts";
import { called, realServer } from "./real-server.ts";
import { inScratch } from "./scratch.ts";

const quick = ["/api/search?q=g1", "/api/entity?id=g3-3", "/api/search?q=g20-20", "/api/entity?id=g11-7"];
/** Turns of both kinds, so that whatever else the machine does falls on both. */
const turns = 6;
/**
 * Quick questions, one after the other, by turns while nothing else is asked and while two questions that take minutes hold both of the
 * threads for such: the p99 at most doubles. Below `floorMs` a machine's own unrest is all that is measured.
 */
export async function longQueries({ asked, floorMs }: { asked: number; floorMs: number }): Promise<Outcome> {
  return inScratch(async (folder) => {
    const path = join(folder, "grid.clew");
    const made = openCase(path, { mode: "create" });
    await made.import([{ name: "grid.clew.jsonl", bytes: bytes(jsonLines(gridLines)) }]);
    made.close();
    const server = await realServer(path);
    const origin = server.origin ?? "";
    try {
      const ask = (count: number) => timesOf(origin, count);
      await ask(asked / 2);
      const [alone, beside]: [number[], number[]] = [[], []];
      let answered = 0;
      for (let turn = 0; turn < turns; turn++) {
        alone.push(...(await ask(asked / turns)));
        const leave = new AbortController();
        const long = [1, 2].map(() => called(origin, "POST /api/path", { body: longQuestion, signal: leave.signal }));
        await new Promise((wait) => setTimeout(wait, 300));
        beside.push(...(await ask(asked / turns)));
        answered += (await Promise.all([...long, leave.abort()])).filter((status) => status === 200).length;
      }
      const [still, busy] = [p99(alone), p99(beside)];
      const broken = busy > 2 * Math.max(still, floorMs) ? [`p99 ${busy} ms beside long questions, ${still} ms alone`] : [];
      if (answered > 0) broken.push("a long question was answered while the quick ones were asked: it was none");
      return ran(
        `${alone.length} quick questions alone: p99 ${still} ms; ${beside.length} beside two long ones: p99 ${busy} ms`,
        broken,
      );
    } finally {
      await server.kill();
    }
  });
}

async function timesOf(origin: string, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; at < count; at++) {
    const started = performance.now();
    const status = await called(origin, `GET ${quick[at % quick.length]}`);
    if (status !== 200) throw new Error(`wanted an answer to ${quick[at % quick.length]}, got ${status}`);
    times.push(performance.now() - started);
  }
  return times;
}

function p99(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length * 0.99)] ?? 0) * 10) / 10;
}
