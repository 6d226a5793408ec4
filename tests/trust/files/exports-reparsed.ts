import { formats } from "../../../src/formats/list.ts";
import { independentParsers, type Written } from "../../formats/independent-parsers.ts";
import { randomFrom } from "../../formats/random-from.ts";
import { type Outcome, ran } from "../outcome.ts";
import { fuzzedContent } from "./fuzzed-content.ts";

/** Exports of cases that nobody would make, in every format and part by turns, read by parsers that are not ours. */
export async function exportsReparsed({ exports, seed }: { readonly exports: number; readonly seed: number }): Promise<Outcome> {
  const random = randomFrom(seed);
  const ways = formats.flatMap(({ id, writer }) => (writer === null ? [] : writer.parts.map((part) => ({ id, part, writer }))));
  const broken = ways.flatMap(({ id }) =>
    independentParsers[id] === undefined ? [`${id}: wanted a parser that is not ours, got none`] : [],
  );
  for (const [at, { id, part, writer }] of ways.entries()) {
    const count = Math.floor(exports / ways.length) + (at < exports % ways.length ? 1 : 0);
    const written = Array.from({ length: count }, (): Written => {
      const content = fuzzedContent(random);
      return { content, part, text: [...writer.write(content, part)].join("") };
    });
    broken.push(...(await faultsOf(id, part, written)));
  }
  const kinds = new Set(ways.map(({ id }) => id)).size;
  return ran(`${exports} exports in ${kinds} formats, ${ways.length} parts: all well-formed, with what was written`, broken);
}

/** One after the other, so that a fault is told with its text. */
async function faultsOf(id: string, part: string, all: readonly Written[]): Promise<string[]> {
  const faults: string[] = [];
  for (const written of all) {
    const what = await faultIn(id, written);
    if (what !== null) faults.push(`${id} ${part}: ${what}: ${JSON.stringify(written.text.slice(0, 2_000))}`);
  }
  return faults;
}

async function faultIn(id: string, written: Written): Promise<string | null> {
  try {
    const [counts] = (await independentParsers[id]?.([written])) ?? [];
    if (counts === undefined) return null;
    const { found, wanted, foreign } = counts;
    if (foreign.length > 0) return `wanted nothing that runs, got ${JSON.stringify(foreign.slice(0, 3))}`;
    const [some, all] = [JSON.stringify(found), JSON.stringify(wanted)];
    return some === all ? null : `wanted ${all}, got ${some}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
