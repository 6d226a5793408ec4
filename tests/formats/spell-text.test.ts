import { expect, test } from "vitest";
import { spellText } from "../../src/formats/spell-text.ts";

test.each([
  ["2009-03-01", "2009-03-10", "2009-03-01/2009-03-10"],
  ["2009-03-01T10:00:00.000+02:00", "", "2009-03-01/.."],
  ["-Infinity", "2009", "../2009"],
  ["2009", "2009", "2009"],
  ["2009/03/01", "2010", "2009-03-01/2010"],
  ["1230768000000", "1.2333024E12", "2009-01-01/2009-01-30"],
])("%s to %s is %s", (start, end, text) => {
  expect(spellText(start, end)).toBe(text);
});

test.each([
  ["", ""],
  ["0", "190"],
  ["2", ""],
  ["2010", "2009"],
  ["2009-13-01", ""],
  ["yesterday", "2009"],
])("%s to %s is no stretch of dates", (start, end) => {
  expect(spellText(start, end)).toBeNull();
});
