import { expect, test } from "vitest";
import { timeAlong } from "../../src/query/time-along.ts";
import { graphOf, walks } from "./graph-of.ts";

const anyGap = Number.POSITIVE_INFINITY;

test("R35: the first day is all that matters while the gap is free", () => {
  const time = timeAlong({ timeOrder: "forward", maxGap: anyGap });
  const first = time.after(time.start, [10, 20, 40, 50])!;
  expect(time.arrival(first)).toBe(10);
  expect(time.arrival(time.after(first, [0, 5, 30, 35])!)).toBe(30);
  expect(time.after(first, [0, 9])).toBeNull();
});

test("R35: with a gap the days that a hop can have fall apart", () => {
  const time = timeAlong({ timeOrder: "forward", maxGap: 5 });
  const first = time.after(time.start, [10, 20, 40, 50])!;
  expect(time.after(first, [22, 60])).toEqual([22, 25, 40, 55]);
  expect(time.after(first, [26, 39])).toBeNull();
  expect(time.after([10, 20, 24, 30], [0, 100])).toEqual([10, 35]);
});

test("R35: backward in time is the same, counted the other way round", () => {
  const time = timeAlong({ timeOrder: "backward", maxGap: anyGap });
  const first = time.after(time.start, [10, 20, 40, 50])!;
  expect(time.arrival(first)).toBe(50);
  expect(time.arrival(time.after(first, [0, 5, 30, 60])!)).toBe(50);
  expect(time.arrival(time.after(first, [0, 5, 30, 35])!)).toBe(35);
  expect(time.after(first, [51, 60])).toBeNull();
});

test("R35: reaching an entity early matters: the shorter way to it comes too late", () => {
  const { path } = graphOf("a>m(s[2020]) a>x(s[2010]) x>m(s[2011]) m>z(s[2015])");
  expect(walks(path("a", "z"))).toEqual(["a m z"]);
  const answer = path("a", "z", { timeOrder: "forward" });
  expect(walks(answer)).toEqual(["a x m z"]);
  expect(answer.paths[0]).toMatchObject({ arrival: "2015-01-01" });
  expect(walks(path("z", "a", { timeOrder: "backward" }))).toEqual(["z m x a"]);
});

test("R35: a claim's own window counts, not the span of all: two claims of a hop are two windows", () => {
  const { path } = graphOf("a>b(s[2012]) b>c(s[2010],s[2014])");
  expect(path("a", "c", { timeOrder: "forward" }).paths[0]?.arrival).toBe("2014-01-01");
  expect(path("a", "c", { timeOrder: "backward" }).paths[0]?.arrival).toBe("2010-12-31");
});

test("R35: with a gap, leaving later may be what it takes", () => {
  const { path } = graphOf("a>b(s[2010/2014]) b>c(s[2014-02])");
  expect(path("a", "c", { timeOrder: "forward", maxGap: 30 }).count).toBe(1);
  const apart = graphOf("a>b(s[2010]) b>c(s[2014-02])");
  expect(apart.path("a", "c", { timeOrder: "forward" }).count).toBe(1);
  expect(apart.path("a", "c", { timeOrder: "forward", maxGap: 365 })).toMatchObject({ count: 0, stop: "exhausted" });
});

test("R36: what no date bounds has no day of arrival", () => {
  const { path } = graphOf("a>b b>c c>d(s[2014])");
  expect(path("a", "c", { timeOrder: "forward" }).paths[0]?.arrival).toBeNull();
  expect(path("a", "c", { timeOrder: "forward", undated: "out" }).count).toBe(0);
  expect(path("a", "d", { timeOrder: "backward" }).paths[0]?.arrival).toBe("2014-12-31");
  expect(path("a", "d").paths[0]?.arrival).toBeNull();
});

test("R13: a gap without an order in time is refused", () => {
  expect(() => graphOf("a>b").path("a", "b", { maxGap: 3 })).toThrow(
    "path: wanted a time order with a gap of at most 3 days, got none",
  );
});
