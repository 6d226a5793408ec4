import { expect, test } from "vitest";
import { gradeOfPercent } from "../../src/formats/grade-of-percent.ts";

test.each([
  [100, 1],
  [80, 1],
  [79, 2],
  [50, 3],
  [20, 4],
  [0, 5],
  [-1, null],
  [101, null],
  [Number.NaN, null],
])("a confidence of %s is graded %s", (confidence, grade) => {
  expect(gradeOfPercent(confidence)).toBe(grade);
});
