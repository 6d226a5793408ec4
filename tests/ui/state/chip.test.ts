import { describe, expect, test } from "vitest";
import type { FieldName } from "../../../src/query/question-field.ts";
import { questionFields } from "../../../src/query/question-fields.ts";
import { type Chip, chipProblem, newChip, valueOfChip } from "../../../src/ui/state/chip.ts";
import { chipInWords } from "../../../src/ui/state/chip-words.ts";
import { dateProblem } from "../../../src/ui/state/date-problem.ts";
import { heldPicks } from "../../../src/ui/state/held.ts";

const field = (name: FieldName) => questionFields.find((one) => one.name === name)!;
const chip = (name: FieldName, part: Partial<Chip>): Chip => ({ ...newChip(name), ...part });
const picked = (...texts: string[]) => heldPicks(texts.map((text) => ({ is: "entity", id: text.toLowerCase(), text })));

test.each<[FieldName, Partial<Chip>, string]>([
  ["maxHops", { text: "4" }, "at most 4 hops"],
  ["maxHops", { text: "1" }, "at most 1 hop"],
  ["maxHops", { text: "" }, "at most … hops"],
  ["maxDegree", { text: "12000" }, "no hubs over 12,000 links"],
  ["avoid", { held: picked("Russia", "$& Sons") }, "not through Russia, $& Sons"],
  ["direction", { text: "backward" }, "direction from object to subject"],
  ["quoted", {}, "only with a checked quote"],
  ["said", { text: "2024-03/2024-05" }, "said in March 2024 / May 2024"],
  ["maxGap", { text: "4w" }, "at most 4 weeks between steps"],
])("the chip of %s with %o reads %s", (name, part, words) => {
  expect(chipInWords(chip(name, part), field(name))).toBe(words);
});

describe("what a chip asks for", () => {
  test.each<[FieldName, Partial<Chip>, unknown]>([
    ["maxHops", { text: " 4 " }, 4],
    ["maxHops", { text: "-4" }, undefined],
    ["quoted", {}, true],
    ["direction", { text: "sideways" }, undefined],
    ["avoid", { held: { ...picked("A"), typed: { text: " Bee ", id: null } } }, ["a", "Bee"]],
    ["avoid", {}, undefined],
    ["maxGap", { text: "30" }, 30],
    ["maxGap", { text: "4w" }, "4w"],
    ["at", { text: "  " }, undefined],
  ])("%s with %o: %o", (name, part, value) => {
    expect(valueOfChip(chip(name, part), field(name))).toEqual(value);
  });
});

test.each<[FieldName, string, string | null]>([
  ["maxHops", "4", null],
  ["maxHops", "", null],
  ["maxHops", "four", "A whole number from 0."],
  ["credibility", "7", "From 1 to 6."],
  ["k", "20000", "From 1 to 10,000."],
  ["maxGap", "soon", "Days, or 30d, 4w, 6m, 1y."],
  ["maxGap", "6m", null],
])("%s given %o: %o", (name, text, problem) => {
  expect(chipProblem(chip(name, { text }), field(name))).toBe(problem);
});

test.each([
  ["2024-02-29", "date", true],
  ["2023-02-29", "date", false],
  ["2018/2020", "date", false],
  ["2018/2020", "interval", true],
  ["2020/2018", "interval", false],
  ["../2020", "interval", true],
  ["yesterday", "interval", false],
] as const)("%s as a %s: %s", (text, is, will) => {
  expect(dateProblem(text, is) === null).toBe(will);
});
