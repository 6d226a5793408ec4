import { expect, test } from "vitest";
import type { PathQuestion } from "../../src/query/question.ts";
import type { Loose } from "./graph-of.ts";
import { arrivalOf, type Span } from "./oracle-time.ts";
import { rulesOn } from "./rules-on.ts";

/** Each path with its arrival. */
function arrivals(drawing: string, more: Loose<PathQuestion>): (string | null)[][] {
  return rulesOn(drawing)
    .told("a", "z", more)
    .map(({ entities, arrival }) => [entities.join(" "), arrival]);
}

const forward = { timeOrder: "forward" } as const;
const backward = { timeOrder: "backward" } as const;

test("R35: days never go back along the path; a day may serve two hops", () => {
  expect(arrivals("a>b(s[2014]) b>z(s[2015])", forward)).toEqual([["a b z", "2015-01-01"]]);
  expect(arrivals("a>b(s[2015]) b>z(s[2014])", forward)).toEqual([]);
  expect(arrivals("a>b(s[2015]) b>z(s[2014])", backward)).toEqual([["a b z", "2014-12-31"]]);
  expect(arrivals("a>b(s[2014-03-05]) b>z(s[2014-03-05])", forward)).toEqual([["a b z", "2014-03-05"]]);
  expect(arrivals("a>b(s[2014-06-01]) b>z(s[2014])", forward)).toEqual([["a b z", "2014-06-01"]]);
});

test("R35: a longer way that comes earlier lets the path go on", () => {
  expect(arrivals("a>b(s[2016]) a>c(s[2013]) c>b(s[2014]) b>z(s[2015])", forward)).toEqual([["a c b z", "2015-01-01"]]);
});

test("R35: a hop has the windows of all its links, and of no claim that denies", () => {
  expect(arrivals("a>b(s[2016]) a>b:q(s[2013]) b>z(s[2014])", forward)).toEqual([["a b z", "2014-01-01"]]);
  expect(arrivals("a>b(s1[2016],s2![2013]) b>z(s[2014])", forward)).toEqual([]);
  expect(arrivals("a>b(s2![2013]) b>z(s[2014])", { ...forward, includeDenied: true })).toEqual([["a b z", "2014-01-01"]]);
});

test("R35: a gap is counted in days, and the days between are chosen to keep it", () => {
  const drawing = "a>b(s[2014-03-01/2014-03-10]) b>z(s[2014-03-12])";
  expect(arrivals(drawing, { ...forward, maxGap: 2 })).toEqual([["a b z", "2014-03-12"]]);
  expect(arrivals(drawing, { ...forward, maxGap: 1 })).toEqual([]);
  const three = "a>b(s[2014-03-01]) b>c(s[2014-03]) c>z(s[2014-03-20])";
  expect(arrivals(three, { ...forward, maxGap: 10 })).toEqual([["a b c z", "2014-03-20"]]);
  expect(arrivals(three, { ...forward, maxGap: 9 })).toEqual([]);
});

test("R35: with certain only days that it must have held; an approximate date has none, without it it is wider", () => {
  const sure = { ...forward, certain: true };
  expect(arrivals("a>b(s[2014/2016]) b>z(s[2015-06-01])", sure)).toEqual([["a b z", "2015-06-01"]]);
  expect(arrivals("a>b(s[2014/2016]) b>z(s[2014-06-01])", forward)).toEqual([["a b z", "2014-06-01"]]);
  expect(arrivals("a>b(s[2014/2016]) b>z(s[2014-06-01])", sure)).toEqual([]);
  expect(arrivals("a>b(s[2014]) b>z(s)", sure)).toEqual([]);
  expect(arrivals("a>b(s[2014?]) b>z(s)", sure)).toEqual([]);
  expect(arrivals("a>b(s[~2014]) b>z(s[2013-06-01])", forward)).toEqual([["a b z", "2013-06-01"]]);
});

test("R35: undated claims have all days, or none; windows are cut to the time asked about", () => {
  expect(arrivals("a>b(s) b>z(s[2015])", forward)).toEqual([["a b z", "2015-01-01"]]);
  expect(arrivals("a>b(s) b>z(s)", forward)).toEqual([["a b z", null]]);
  expect(arrivals("a>b(s) b>z(s[2015])", { ...forward, undated: "out" })).toEqual([]);
  expect(arrivals("a>b(s) b>z(s)", { ...forward, during: "2014/2015" })).toEqual([["a b z", "2014-01-01"]]);
  expect(arrivals("a>b(s[2014/..]) b>z(s[2010/2013])", { ...forward, during: "2012/2014" })).toEqual([]);
  expect(arrivals("a>b(s[2014]) b>z(s[2014/..])", { ...forward, at: "2014-05-05" })).toEqual([["a b z", "2014-05-05"]]);
  expect(arrivals("a>z(s[2014/2016])", { ...forward, at: "2014-05-05", during: "2016" })).toEqual([]);
});

test("R36: the earliest arrival, then the fewest hops", () => {
  const drawing = "a>z(s[2016]) a>b(s[2013]) b>z(s[2014]) a>c(s[2013]) c>d(s[2013]) d>z(s[2014])";
  expect(arrivals(drawing, { kind: "earliest" })).toEqual([["a b z", "2014-01-01"]]);
  expect(arrivals(drawing, { kind: "earliest", via: ["d"] })).toEqual([["a c d z", "2014-01-01"]]);
  expect(arrivals(drawing, { kind: "earliest", maxHops: 1 })).toEqual([["a z", "2016-01-01"]]);
  expect(arrivals(`${drawing} a>e e>z`, { kind: "earliest" })).toEqual([["a e z", null]]);
  expect(arrivals("a>b(s[2014-03-10]) b>z(s[2014])", { kind: "earliest", maxGap: 300 })).toEqual([["a b z", "2014-03-10"]]);
  expect(arrivals(drawing, { kind: "simple", timeOrder: "backward" })).toEqual([["a z", "2016-12-31"]]);
});

test("R36, R37: earliest takes the source on which the path arrives first, though another makes it stronger", () => {
  const drawing = "a>b(s1?[2013],s2[2014]) b>z(s1?[2013],s2[2014])";
  const told = (more: Loose<PathQuestion>) => rulesOn(drawing).told("a", "z", { sourcesAlong: "same", ...more });
  expect(told({ kind: "earliest" }).map(({ source, arrival }) => [source, arrival])).toEqual([["s1", "2013-01-01"]]);
  expect(told(forward).map(({ source, arrival }) => [source, arrival])).toEqual([["s2", "2014-01-01"]]);
});

test("R35: what is carried along the windows is what choosing every window and day finds", () => {
  const days = [0, 1, 2, 3, 4, 5];
  const spans: Span[] = days.flatMap((first) => days.slice(first).map((last) => ({ first, last })));
  const within = (windows: readonly Span[], day: number) => windows.some(({ first, last }) => first <= day && day <= last);
  for (const gap of [null, 0, 1, 2])
    for (const [at, one] of spans.entries()) {
      const hops = [
        [one, spans[(at * 7 + 3) % spans.length]!],
        [spans[(at * 5 + 1) % spans.length]!],
        [spans[(at * 11 + 2) % spans.length]!],
      ];
      const follows = (a: number, b: number) => a <= b && b - a <= (gap ?? 99);
      const last = days.filter((z) =>
        days.some((y) =>
          days.some((x) => within(hops[0]!, x) && within(hops[1]!, y) && within(hops[2]!, z) && follows(x, y) && follows(y, z)),
        ),
      );
      expect(arrivalOf(hops, "forward", gap)).toBe(last[0]);
      const mirrored = hops.map((windows) => windows.map(({ first, last: end }) => ({ first: -end, last: -first })));
      expect(arrivalOf(mirrored, "backward", gap)).toBe(last[0] === undefined ? undefined : -last[0]);
    }
});
