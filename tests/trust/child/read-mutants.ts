/**
 * `read-mutants.ts COUNT SEED FORMAT...`: damages files of each format and reads them as an import would. Says what was found as one line
 * of JSON for each format.
 */

import { BadInput } from "../../../src/base/problem.ts";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import type { ReadRecord } from "../../../src/formats/format.ts";
import { formatById } from "../../../src/formats/list.ts";
import { piecesOf } from "../../case/files/pieces-of.ts";
import { mutantsOf } from "../../formats/mutants.ts";
import { randomFrom } from "../../formats/random-from.ts";
import { type SeedFile, seedsOf } from "../../formats/seeds-of.ts";
import type { MutantsRead } from "../files/malformed.ts";

/** One mutant in so many is damaged as bytes, not as text. */
const bytesEvery = 4;
const msPer100KB = 2000;
const author = { by: "tester", at: "2024-03-25T10:00:00Z" };

const [count = "0", seed = "0", ...ids] = process.argv.slice(2);
for (const id of ids) process.stdout.write(`${JSON.stringify(await readMutants(id, Number(count), Number(seed)))}\n`);

async function readMutants(id: string, count: number, seed: number): Promise<MutantsRead> {
  const format = formatById(id);
  const seeds = seedsOf(format, seed);
  const found: { read: number; refused: number; slowest: number; broken: string[] } = {
    read: 0,
    refused: 0,
    slowest: 0,
    broken: [],
  };
  const isText = format.reader !== null;
  for (const [at, each] of seeds.entries()) {
    const share = Math.floor(count / seeds.length) + Number(at < count % seeds.length);
    let nth = 0;
    for (const mutant of damaged(each, { share, seed: seed + at, isText })) {
      const started = performance.now();
      const outcome = await readOne({ name: each.name, bytes: mutant }, id);
      const ms = performance.now() - started;
      found.slowest = Math.max(found.slowest, ms);
      if (outcome === "read") found.read++;
      else if (outcome === "refused") found.refused++;
      else found.broken.push(`${id}, ${each.name}, mutant ${nth}: ${outcome}`);
      if (ms > msPer100KB * Math.max(1, mutant.length / 100_000))
        found.broken.push(`${id}, ${each.name}, mutant ${nth}: ${Math.round(ms)} ms for ${mutant.length} bytes`);
      nth++;
    }
  }
  if (({} as Record<string, unknown>).polluted !== undefined) found.broken.push(`${id}: Object.prototype was changed`);
  return { ...found, format: id, seeds: seeds.length, peak: process.resourceUsage().maxRSS * 1024 };
}

interface Damage {
  readonly share: number;
  readonly seed: number;
  readonly isText: boolean;
}

function* damaged({ bytes }: SeedFile, { share, seed, isText }: Damage): Iterable<Uint8Array> {
  const asBytes = isText ? Math.floor(share / bytesEvery) : share;
  for (const text of mutantsOf(new TextDecoder().decode(bytes), { count: share - asBytes, seed }))
    yield new TextEncoder().encode(text);
  const random = randomFrom(seed);
  const upTo = (limit: number) => Math.floor(random() * limit);
  for (let made = 0; made < asBytes; made++) {
    const mutant = Uint8Array.from(bytes);
    for (let rounds = 1 + upTo(6); rounds > 0; rounds--) mutant[upTo(mutant.length)] = upTo(256);
    yield upTo(4) === 0 ? mutant.subarray(0, upTo(mutant.length)) : mutant;
  }
}

/** `read`, `refused`, or what is wrong. */
async function readOne(file: SeedFile, format: string): Promise<string> {
  try {
    for await (const piece of piecesOf(file, { ontology: builtInOntology, author, format })) {
      const placeless = [...piece].find(lacksPlace);
      if (placeless !== undefined) return `a problem without its place: ${JSON.stringify(placeless)}`;
    }
    return "read";
  } catch (error) {
    if (!(error instanceof BadInput)) return `thrown: ${error instanceof Error ? error.stack : String(error)}`;
    const namesFile = error.message.startsWith(`${file.name}: `) && !error.message.includes("\n");
    return namesFile ? "refused" : `refused without its file: ${error.message}`;
  }
}

function lacksPlace(record: ReadRecord): boolean {
  return record.kind === "problem" && [record.problem.file, record.problem.where, record.problem.message].includes("");
}
