import { expect, test } from "vitest";
import { formatPartialDate } from "../../src/base/format-partial-date.ts";

test.each([
  ["2024-03-24", "24 March 2024"],
  ["2024-03", "March 2024"],
  ["2014", "2014"],
  ["~2014", "about 2014"],
  ["2014-03~", "about March 2014"],
  ["2019-03-23?", "perhaps 23 March 2019"],
  ["2014%", "perhaps about 2014"],
  ["201X", "2010s"],
  ["2014-24", "winter 2014"],
  ["-0043-03-15", "15 March 44 BC"],
  ["2019/..", "since 2019"],
  ["../2020-05", "until May 2020"],
  ["2014/2016", "2014 to 2016"],
  ["2006/", "from 2006, end unknown"],
  ["/2006", "until 2006, start unknown"],
])("%s reads as %s", (text, words) => {
  expect(formatPartialDate(text)).toBe(words);
});

test.each(["[2014,2016]", "../..", "last March", "2019-02-29", ""])("%j comes back as it is", (text) => {
  expect(formatPartialDate(text)).toBe(text);
});
