import { expect, test } from "vitest";
import { dayOfTime, endsOfSpan, spanOf } from "../../src/formats/iso-days.ts";

test.each([
  ["2014", "2014"],
  ["2014-03", "2014-03"],
  ["2014-03-05T10:00:00Z", "2014-03-05"],
  [" 2014-03-05 10:00 ", "2014-03-05"],
  ["2014-02-30", null],
  ["2014-13", null],
  ["20140305", null],
  ["~2014", null],
  ["", null],
])("the day of %j is %j", (text, day) => {
  expect(dayOfTime(text)).toBe(day);
});

test.each([
  ["2014", "2016-03", "2014/2016-03"],
  ["2014", null, "2014/"],
  [null, "2014", "/2014"],
  ["2014", "2014", "2014"],
  ["2016", "2014", null],
  [null, null, null],
])("from %j to %j is %j", (start, end, span) => {
  expect(spanOf(start, end)).toBe(span);
});

test.each([
  [null, null, null],
  ["2014", "2014", "2014"],
  ["2014/..", "2014", null],
  ["/2014-03", null, "2014-03"],
  ["~2014/2016", null, "2016"],
])("the plain ends of %j are %j and %j", (during, start, end) => {
  expect(endsOfSpan(during)).toEqual({ start, end });
});
