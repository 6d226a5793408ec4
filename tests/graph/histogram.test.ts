import fc from "fast-check";
import { expect, it } from "vitest";
import { epochDay } from "../../src/base/epoch-day.ts";
import { monthOfDay } from "../../src/base/month-of-day.ts";
import { histogramOf } from "../../src/graph/histogram.ts";
import { ALWAYS_AFTER, ALWAYS_BEFORE } from "../../src/graph/snapshot.ts";

const years = (...spans: readonly (readonly [from: number, to: number, count: number])[]) => ({
  first: spans.map(([from]) => epochDay(from, 1, 1)),
  last: spans.map(([, to]) => epochDay(to, 12, 31)),
  count: spans.map(([, , count]) => count),
});

it("a day lies in the month that begins at or before it", () => {
  fc.assert(
    fc.property(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
      const day = epochDay(year, month, 1);
      expect(monthOfDay(day)).toBe(year * 12 + month - 1);
      expect(monthOfDay(day - 1)).toBe(year * 12 + month - 2);
    }),
    { seed: 3 },
  );
});

it("counts by year, and what lasts in each of its years", () => {
  const found = histogramOf(years([2008, 2012, 5], [2012, 2014, 2]));
  expect(found).toEqual({ step: 12, first: 2008 * 12, counts: [5, 5, 5, 5, 7, 2, 2], before: 0, after: 0 });
});

it("counts by month where all lies within five years", () => {
  const first = [epochDay(2024, 3, 22), epochDay(2024, 5, 1)];
  expect(histogramOf({ first, last: first, count: [3, 1] })).toMatchObject({ step: 1, first: 2024 * 12 + 2, counts: [3, 0, 1] });
});

it("does not let one slip of the pen squeeze all others, and says how many lie outside", () => {
  const found = histogramOf(years([2010, 2010, 600], [2030, 2030, 600], [1, 1, 2], [9998, 9998, 3]));
  expect(found).toMatchObject({ step: 12, first: 2010 * 12, before: 2, after: 3 });
  expect(found?.counts).toHaveLength(21);
});

it("takes an end without bounds for the other end, and passes over what has none", () => {
  const opened = {
    first: [epochDay(2014, 1, 1), ALWAYS_BEFORE, ALWAYS_BEFORE],
    last: [ALWAYS_AFTER, epochDay(2020, 1, 1), ALWAYS_AFTER],
    count: [1, 1, 9],
  };
  expect(histogramOf(opened)).toMatchObject({ first: 2014 * 12, counts: [1, 0, 0, 0, 0, 0, 1] });
  expect(histogramOf({ first: [], last: [], count: [] })).toBeNull();
});

it("has at most 60 stretches, and each thing in each stretch that it touches", () => {
  const some = fc.array(fc.tuple(fc.integer({ min: -3000, max: 3000 }), fc.nat(400), fc.integer({ min: 1, max: 5 })), {
    minLength: 1,
    maxLength: 30,
  });
  fc.assert(
    fc.property(some, (given) => {
      const spans = given.map(([from, length, count]) => [from, from + length, count] as const);
      const found = histogramOf(years(...spans))!;
      expect(found.counts.length).toBeLessThanOrEqual(60);
      found.counts.forEach((count, at) => {
        const [begin, end] = [found.first + at * found.step, found.first + (at + 1) * found.step - 1];
        const touching = spans.filter(([from, to]) => from * 12 <= end && to * 12 + 11 >= begin);
        expect(count).toBe(touching.reduce((sum, [, , each]) => sum + each, 0));
      });
      const all = spans.reduce((sum, [, , count]) => sum + count, 0);
      expect(found.before + found.after).toBeLessThanOrEqual(all);
    }),
    { seed: 8, numRuns: 200 },
  );
});
