import { expect, test } from "vitest";
import { gradeOfTags } from "../../../src/formats/misp-galaxy/grade-of-tags.ts";

const tag = (word: string) => `estimative-language:likelihood-probability="${word}"`;

test.each([
  ["almost-certain", 2],
  ["likely", 2],
  ["roughly-even-chance", 3],
  ["unlikely", 4],
  ["almost-no-chance", 5],
  ["constructor", null],
])("%s is graded %s", (word, grade) => {
  expect(gradeOfTags(["tlp:white", tag(word)])).toBe(grade);
});
