import { expect, test } from "vitest";
import { isTellingName, maskNames } from "../../src/base/mask-names.ts";

const cases: readonly (readonly [name: string, text: string, masked: string])[] = [
  ["Al-Ḥōl", "from al hol, AL_HOL and Al-Ḥōl.", "from ██████, ██████ and ██████."],
  ["Ada", "Ada, Adam and Ada's ada", "███, Adam and ███'s ███"],
  ["Straße", "STRASSE", "███████"],
  ["ΟΔΥΣΣΕΥΣ", "ὁ Ὀδυσσεύς", "ὁ ████████"],
  ["王小明", "昨天王小明说", "昨天███说"],
  ["C++", "C and C++", "C and ███"],
  ["🦊 Fox", "the 🦊 fox", "the ██████"],
  ["J. R.", "j r was", "███ was"],
];

for (const [name, text, masked] of cases)
  test(`${name} in ${JSON.stringify(text)}`, () => {
    expect(maskNames([name])(text)).toBe(masked);
    expect(maskNames([name])(text.normalize("NFD"))).toHaveLength(text.normalize("NFD").length);
  });

test("the longer of two names that begin alike is blotted whole", () => {
  expect(maskNames(["Ada", "Ada Löw"])("Ada Löw saw Ada")).toBe("███████ saw ███");
});

test("text without a name is left alone", () => {
  expect(maskNames(["Ada"])("nobody")).toBe("nobody");
  expect(maskNames([" - "])("a - b")).toBe("a - b");
});

test("names that tell something, and those that do not", () => {
  expect(["Ada", "王明", "+7 999 123", "123456", "Jo-1"].map(isTellingName)).toEqual([true, true, true, true, true]);
  expect(["A", "Jo", "12345", "", "--"].map(isTellingName)).toEqual([false, false, false, false, false]);
});
