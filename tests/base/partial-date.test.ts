import fc from "fast-check";
import { expect, test } from "vitest";
import { daysInMonth, epochDay } from "../../src/base/epoch-day.ts";
import { parsePartialDate } from "../../src/base/partial-date.ts";

const days = (earliest: string, latest = earliest) => ({
  earliest: Date.parse(earliest) / 86_400_000,
  latest: Date.parse(latest) / 86_400_000,
});
const plain = { approximate: false, uncertain: false };

test.each([
  ["2014", "2014-01-01", "2014-12-31"],
  ["2014-02", "2014-02-01", "2014-02-28"],
  ["2016-02", "2016-02-01", "2016-02-29"],
  ["2014-03-05", "2014-03-05", "2014-03-05"],
  ["1560-12-25", "1560-12-25", "1560-12-25"],
  ["0050", "0050-01-01", "0050-12-31"],
  ["-0004", "-000004-01-01", "-000004-12-31"],
])("%s reaches from its first to its last day", (text, earliest, latest) => {
  expect(parsePartialDate(text)).toEqual({ ...days(earliest, latest), ...plain });
});

test.each([
  ["~2014", true, false],
  ["2014~", true, false],
  ["2014-03-23?", false, true],
  ["2014%", true, true],
  ["2014-~03", true, false],
])("%s says how loose it is", (text, approximate, uncertain) => {
  expect(parsePartialDate(text)).toMatchObject({ approximate, uncertain });
});

test.each([
  ["201X", "2010-01-01", "2019-12-31"],
  ["2014-XX", "2014-01-01", "2014-12-31"],
  ["[2014,2016]", "2014-01-01", "2016-12-31"],
  ["2014-03-05T23:59:59Z", "2014-03-05", "2014-03-05"],
])("%s, of the notation's upper levels, reaches from its first to its last day", (text, earliest, latest) => {
  expect(parsePartialDate(text)).toEqual({ ...days(earliest, latest), ...plain });
});

test("a season may be any day of its year: the hemispheres have it in other months", () => {
  expect(parsePartialDate("2014-21")).toEqual(parsePartialDate("2014"));
});

test.each([
  ["a day that February lacks", "2019-02-29"],
  ["a day that February lacks, marked", "2019-02-~29"],
  ["a thirteenth month", "2014-13"],
  ["a month nought", "2014-00"],
  ["a day in a season", "2014-21-05"],
  ["a date without hyphens, which the library takes for milliseconds", "20140305"],
  ["an open interval, which the library dates to 1970", "/2006"],
  ["an interval", "2014/2016"],
  ["a year that no calendar of ours reaches", "Y-17E7"],
  ["two marks", "~2014~"],
  ["the year minus nought", "-0000"],
  ["words", "last March"],
  ["nothing", ""],
  ["a text of ten thousand characters", "2014-".repeat(2000)],
])("%s is no partial date", (_, text) => {
  expect(parsePartialDate(text)).toBeUndefined();
});

test("epoch days agree with the calendar of the machine", () => {
  const anyDay = fc.date({ min: new Date("0000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(anyDay, (date) => {
      const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
      expect(epochDay(year, month, date.getUTCDate())).toBe(Math.floor(date.getTime() / 86_400_000));
      expect(epochDay(year, month, daysInMonth(year, month)) + 1).toBe(
        month === 12 ? epochDay(year + 1, 1, 1) : epochDay(year, month + 1, 1),
      );
    }),
    { seed: 2024 },
  );
});

test("whatever the text, there is an answer, and earliest never follows latest", () => {
  const near = fc.stringMatching(/^[-~?%\dXY./[\],TZ:]{0,24}$/);
  fc.assert(
    fc.property(fc.oneof(near, fc.string()), (text) => {
      const date = parsePartialDate(text);
      if (date !== undefined) expect(date.earliest).toBeLessThanOrEqual(date.latest);
    }),
    { seed: 2024, numRuns: 500 },
  );
});
