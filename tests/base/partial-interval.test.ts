import fc from "fast-check";
import { expect, test } from "vitest";
import type { PartialDate } from "../../src/base/partial-date.ts";
import { parsePartialDate } from "../../src/base/partial-date.ts";
import type { Overlap, PartialInterval } from "../../src/base/partial-interval.ts";
import { overlaps, parsePartialInterval, wholeOf } from "../../src/base/partial-interval.ts";

const interval = (text: string): PartialInterval => {
  const read = parsePartialInterval(text);
  if (read === undefined) throw new Error(`no interval: ${text}`);
  return read;
};
const date = (text: string) => parsePartialDate(text)!;

test("an interval starts and ends within what its ends say", () => {
  expect(interval("2014/2016-03")).toEqual({ start: date("2014"), end: date("2016-03") });
});

test("a lone date is some stretch within it", () => {
  expect(interval("2014")).toEqual({ start: date("2014"), end: date("2014") });
});

test("an open end is infinite, an unknown one lies anywhere on its side, never in 1970", () => {
  expect(interval("2019/..").end).toMatchObject({ earliest: Infinity, latest: Infinity });
  expect(interval("../2020").start).toMatchObject({ earliest: -Infinity, latest: -Infinity });
  expect(interval("/2006").start).toMatchObject({ earliest: -Infinity, latest: date("2006").latest });
  expect(interval("2006/").end).toMatchObject({ earliest: date("2006").earliest, latest: Infinity });
});

test("ends narrow each other: nothing ends before it starts", () => {
  expect(interval("2016-06/2016").end).toEqual({ ...date("2016"), earliest: date("2016-06").earliest });
  expect(interval("2016/2016-06").start).toEqual({ ...date("2016"), latest: date("2016-06").latest });
});

test.each(["", "/", "2016/2014", "2014/2015/2016", "2014-13/2015", "2014/soon"])("%j is no interval", (text) => {
  expect(parsePartialInterval(text)).toBeUndefined();
});

test.each<[string, string, Overlap]>([
  ["2014-03-05", "2014-03-05", "certainly"],
  ["2014-03-05", "2014-03-06", "no"],
  ["2014-03-05", "2014-03", "possibly"],
  ["2014", "2015", "no"],
  ["2014/2016", "2015", "certainly"],
  ["2014/2016", "2014", "possibly"],
  ["2019/..", "2024-03-24", "certainly"],
  ["2019/..", "2018", "no"],
  ["2019/..", "2019", "possibly"],
  ["2019/", "2024-03-24", "possibly"],
  ["../2020", "1950", "certainly"],
  ["../..", "2014", "certainly"],
  ["~2014", "2015-06", "possibly"],
  ["~2014", "2016-06", "no"],
  ["2014?/2016", "2015", "possibly"],
])("%s and %s share a day: %s", (a, b, expected) => {
  expect(overlaps(interval(a), interval(b))).toBe(expected);
  expect(overlaps(interval(b), interval(a))).toBe(expected);
});

test("a question about 2014 means the whole of it", () => {
  expect(overlaps(interval("2014"), wholeOf(interval("2014")))).toBe("certainly");
  expect(overlaps(interval("2014-03-05"), wholeOf(interval("2014-03")))).toBe("certainly");
});

/** Every start and end that an interval of few days may have. */
function* realizations({ start, end }: PartialInterval): Iterable<readonly [number, number]> {
  for (let from = start.earliest; from <= start.latest; from++) {
    for (let to = Math.max(from, end.earliest); to <= end.latest; to++) yield [from, to];
  }
}

function slowOverlaps(a: PartialInterval, b: PartialInterval): Overlap {
  const met = new Set<boolean>();
  for (const [fromA, toA] of realizations(a)) {
    for (const [fromB, toB] of realizations(b)) met.add(fromA <= toB && fromB <= toA);
  }
  return met.has(true) ? (met.has(false) ? "possibly" : "certainly") : "no";
}

test("overlaps agrees with trying every start and end, also where the ends may cross", () => {
  const few: fc.Arbitrary<PartialDate> = fc
    .tuple(fc.nat(8), fc.nat(3))
    .map(([earliest, more]) => ({ earliest, latest: earliest + more, approximate: false, uncertain: false }));
  const stretch = fc
    .tuple(few, few)
    .filter(([start, end]) => start.earliest <= end.earliest && start.latest <= end.latest)
    .map(([start, end]) => ({ start, end }));
  fc.assert(
    fc.property(stretch, stretch, (a, b) => {
      expect(overlaps(a, b)).toBe(slowOverlaps(a, b));
    }),
    { seed: 2024, numRuns: 2000 },
  );
});
