import { expect, test } from "vitest";
import { dayText } from "../../src/base/day-text.ts";
import { epochDay } from "../../src/base/epoch-day.ts";
import { parsePartialDate } from "../../src/base/partial-date.ts";

test("a day is written as the partial date that it is read from", () => {
  expect(dayText(0)).toBe("1970-01-01");
  expect(dayText(epochDay(2024, 2, 29))).toBe("2024-02-29");
  expect(dayText(epochDay(0, 3, 1))).toBe("0000-03-01");
  expect(dayText(epochDay(-44, 3, 15))).toBe("-0044-03-15");
});

test("every day of eight centuries comes back as itself", () => {
  for (let day = epochDay(1599, 12, 31); day <= epochDay(2400, 1, 1); day++)
    if (parsePartialDate(dayText(day))?.earliest !== day) expect(dayText(day)).toBe(day);
  expect(dayText(epochDay(2400, 1, 1))).toBe("2400-01-01");
});
