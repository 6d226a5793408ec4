import { expect, test } from "vitest";
import { editDistance } from "../../src/base/edit-distance.ts";

/** By the definition, without a band: the least over what the last step may have been. */
function naive(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const steps = [naive(a.slice(1), b) + 1, naive(a, b.slice(1)) + 1, naive(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1)];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) steps.push(naive(a.slice(2), b.slice(2)) + 1);
  return Math.min(...steps);
}

const letters = (word: string) => Array.from(word, (letter) => letter.codePointAt(0)!);

test("two thousand pairs of words are as far apart as the definition says, up to the limit", () => {
  let seed = 7;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  const word = () => Array.from({ length: next(6) }, () => "abc"[next(3)]).join("");
  for (let n = 0; n < 2000; n++) {
    const [a, b] = [word(), word()];
    const distance = naive(a, b);
    for (const most of [0, 1, 2, 3])
      expect(editDistance(letters(a), letters(b), most), `${a} ${b}`).toBe(Math.min(distance, most + 1));
  }
});

test("a swap of neighbours is one slip, a letter beyond the basic plane is one letter, and no long word is near another", () => {
  expect(editDistance(letters("gazprom"), letters("gazrpom"), 2)).toBe(1);
  expect(editDistance(letters("𞤀𞤣𞤤𞤢"), letters("𞤀𞤣𞤢"), 2)).toBe(1);
  const long = "x".repeat(65);
  expect(editDistance(letters(long), letters(long), 2)).toBe(3);
  expect(editDistance(letters("x".repeat(64)), letters("x".repeat(63)), 2)).toBe(1);
});
