import { type PatchTally, patchRun } from "./patch-run.ts";

/** One run in so many has more changes than the room of a snapshot holds, and no questions. */
const LONG_EVERY = 10;

/** Runs as many random histories as are asked for, each from a seed of its own, and prints what they came to. False where one differs. */
export function fuzzPatches(seed: number, runs: number): boolean {
  const sum: PatchTally = { patched: 0, relaid: 0, built: 0, asked: 0, refused: 0 };
  for (let run = 0; run < runs; run++) {
    const isLong = run % LONG_EVERY === LONG_EVERY - 1;
    try {
      const tally = patchRun({ seed: seed + run, steps: isLong ? 1500 : 100, questions: isLong ? 0 : 3 });
      for (const what of ["patched", "relaid", "built", "asked", "refused"] as const) sum[what] += tally[what];
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
      return false;
    }
  }
  const { patched, relaid, built, asked, refused } = sum;
  console.log(`seeds ${seed} to ${seed + runs - 1}: patched ${patched} times, laid anew ${relaid}, built ${built}, none differs`);
  console.log(`${asked} questions asked of both, none answered differently; ${refused} changes refused`);
  return true;
}
