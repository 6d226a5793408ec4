import { BadInput } from "../../../src/base/problem.ts";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import type { Format, ReadRecord } from "../../../src/formats/format.ts";
import { formats } from "../../../src/formats/list.ts";
import { piecesOf } from "../../case/files/pieces-of.ts";
import { randomFrom } from "../../formats/random-from.ts";
import { sampleOf } from "../../formats/samples.ts";
import { type SeedFile, seedsOf } from "../../formats/seeds-of.ts";
import { type Outcome, ran } from "../outcome.ts";

/** What a cut may go through: a link and its ends. */
const atTheCut = 3;

const author = { by: "tester", at: "2024-03-25T10:00:00Z" };

/**
 * Whole files cut anywhere. A format that says where it ends is never taken for complete; of one that does not (a table, lines of JSON)
 * nothing comes that the whole file does not give, but for what the cut went through.
 */
export async function cutFiles({ cuts, seed }: { readonly cuts: number; readonly seed: number }): Promise<Outcome> {
  const broken: string[] = [];
  const random = randomFrom(seed);
  let done = 0;
  let openEnded = 0;
  const seeds = formats
    .filter((format) => format.reader !== null || format.bytesReader !== undefined)
    .map((format) => ({ format, files: seedsOf(format, seed) }));
  for (let turn = 0; done < cuts; turn++) {
    const { format, files } = seeds[turn % seeds.length]!;
    const file = files[Math.floor(random() * files.length)]!;
    const whole = await recordsOf(format, file);
    if (whole === null) continue;
    const length = 1 + Math.floor(random() * (lengthOf(file) - 1));
    const part = await recordsOf(format, { ...file, bytes: file.bytes.subarray(0, length) });
    done++;
    const isUnnoticed = part?.every(({ kind }) => kind !== "problem") === true;
    if (sampleOf(format.id).openEnded === true) {
      openEnded++;
      const strange = isUnnoticed ? strangeIn(part, whole, format) : 0;
      if (strange > atTheCut)
        broken.push(`${format.id}, ${file.name} cut at ${length}: ${strange} records that the whole does not give`);
    } else if (isUnnoticed)
      broken.push(`${format.id}, ${file.name}: cut at ${length} of ${file.bytes.length} it is taken for complete`);
  }
  return ran(`${done} files cut, ${openEnded} of them of formats that do not say where they end`, broken);
}

/** A table without a heading is understood by its values: by fewer of them perhaps otherwise, and then nothing but their number is compared. */
function strangeIn(part: readonly ReadRecord[], whole: readonly ReadRecord[], { id }: Format): number {
  if (id === "csv") return part.length - whole.length;
  const known = new Set(whole.map(keyOf));
  return part.filter((record) => !known.has(keyOf(record))).length;
}

/** Without the space at its end. */
function lengthOf({ bytes }: SeedFile): number {
  let length = bytes.length;
  while (length > 2 && bytes[length - 1]! <= 0x20) length--;
  return length;
}

function keyOf(record: ReadRecord): string {
  if (record.kind === "entity") return `entity ${record.entity.id}`;
  if (record.kind !== "claim") return record.kind;
  const { claim } = record;
  return claim.kind === "link" ? `${claim.subject} ${claim.relation} ${claim.object}` : `${claim.subject} ${claim.property}`;
}

/** Null where the file is refused. */
async function recordsOf({ id }: Format, file: SeedFile): Promise<ReadRecord[] | null> {
  try {
    const records: ReadRecord[] = [];
    for await (const piece of piecesOf(file, { ontology: builtInOntology, author, format: id })) records.push(...piece);
    return records;
  } catch (error) {
    if (error instanceof BadInput) return null;
    throw error;
  }
}
