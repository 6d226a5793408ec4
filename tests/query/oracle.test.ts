import { expect, test } from "vitest";
import { disagreement } from "./agreement.ts";
import { keptCase } from "./asked-as-text.ts";
import { checkAnswer } from "./check-answer.ts";
import { keptSeeds } from "./kept-seeds.ts";
import { variantNames } from "./random-questions.ts";
import { Tally } from "./tally.ts";

const seeds = [20240322, 47110];
const tally = new Tally();

for (const variant of variantNames)
  test.each(seeds)(`R1-R46: random questions, ${variant}, have the answer that trying everything has (seed %i)`, (seed) => {
    expect(disagreement(variant, { seed: seed + variantNames.indexOf(variant), runs: 100, tally })).toBeNull();
  });

test("every option was asked of every variant", () => {
  const ofVariants = tally.missing().filter((pair) => variantNames.some((variant) => pair.startsWith(`${variant} × `)));
  expect(ofVariants).toEqual([]);
});

test.each(variantNames)("questions of the variant %s are answered, and left without an answer, often enough", (variant) => {
  const { answered, empty } = tally.outcomes(variant);
  expect(answered).toBeGreaterThan(40);
  expect(empty).toBeGreaterThan(10);
});

test.each(keptSeeds.map((kept) => [kept.drawing, kept] as const))("R1-R46: once wrong: %s", (_, kept) => {
  expect(checkAnswer(keptCase(kept))).not.toBe("refused");
});
