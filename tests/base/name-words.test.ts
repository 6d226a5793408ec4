import { expect, test } from "vitest";
import { foldText } from "../../src/base/fold-text.ts";
import { nameWords } from "../../src/base/name-words.ts";

test("letters and digits of any script make words, punctuation parts them, a sign stands alone", () => {
  const words = (text: string) => nameWords(foldText(text));
  expect(words("O'Brien & Sons, Ltd.")).toEqual(["o", "brien", "sons", "ltd"]);
  expect(words("«Газпром» — ОАО")).toEqual(["газпром", "оао"]);
  expect(words("北京市公安局")).toEqual(["北京市公安局"]);
  expect(words("มหาวิทยาลัย")).toHaveLength(1);
  expect(words("𞤀𞤣𞤤𞤢𞤥 x")).toHaveLength(2);
  expect(words("🧶yarn€5")).toEqual(["🧶", "yarn", "€", "5"]);
  expect(words("+49 (30) 123-45")).toEqual(["49", "30", "123", "45"]);
  expect(words("ΘΕΟΔΟΣ Θεοδόσιος")).toEqual(["θεοδοσ", "θεοδοσιοσ"]);
  expect(words("* -")).toEqual([]);
});
