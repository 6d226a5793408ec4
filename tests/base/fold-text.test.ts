import { expect, test } from "vitest";
import { foldText } from "../../src/base/fold-text.ts";

test("accents, case, width, ligatures and blanks do not count, in any script", () => {
  const alike = [
    ["Al-Ḥōl", "al-hol"],
    ["  STRASSE\t1 ", "straße 1"],
    ["ＧＡＺＰＲＯＭ", "gazprom"],
    ["ﬁnance", "finance"],
    ["Łódź", "lodz"],
    ["ЁЛКИН", "елкин"],
    ["Ολυμπίας", "ολυμπιας"],
    ["أحمد", "احمد"],
    ["a\u00A0\u3000b", "a b"],
  ];
  for (const [one, other] of alike) expect(foldText(one!)).toBe(foldText(other!));
});

test("plain text is folded by the same rule as any other", () => {
  for (const text of ["", " ", "A  B ", "a\tb", "O'Brien & Sons", "~"])
    expect(foldText(text)).toBe(foldText(`${text}\u0301`.replace("\u0301", "")));
  expect(foldText("  John  SMITH ")).toBe("john smith");
  expect(foldText("  John  SMITH é ")).toBe("john smith e");
});
