import { expect, test } from "vitest";
import { epochDay } from "../../src/base/epoch-day.ts";
import { ALWAYS_AFTER, ALWAYS_BEFORE } from "../../src/graph/snapshot.ts";
import { graphOf } from "../query/graph-of.ts";
import { filterOf, type LooseConditions } from "./filter-of.ts";

function dayInWords(day: number): string {
  if (day === ALWAYS_BEFORE || day === ALWAYS_AFTER) return "..";
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** The windows of a drawing's first link, as "2014-01-01/2014-12-31 …". */
function windows(drawing: string, asked: LooseConditions = {}): string {
  const { count, first, last } = filterOf(graphOf(drawing).graph, asked).windowsOf(0);
  return Array.from({ length: count }, (_, at) => `${dayInWords(first[at]!)}/${dayInWords(last[at]!)}`).join(" ");
}

test("R35: from the first to the last day that it may mean, in order, joined where they touch", () => {
  expect(windows("a>b(s[2014])")).toBe("2014-01-01/2014-12-31");
  expect(windows("a>b(s[2018],s[2014-03/2014-05],s[2016])")).toBe(
    "2014-03-01/2014-05-31 2016-01-01/2016-12-31 2018-01-01/2018-12-31",
  );
  expect(windows("a>b(s[2015],s[2014],s[2014-06/2015-02])")).toBe("2014-01-01/2015-12-31");
  expect(windows("a>b(s[2014-01-01],s[2014-01-03])")).toBe("2014-01-01/2014-01-01 2014-01-03/2014-01-03");
  expect(windows("a>b(s[~2014-03-05])")).toBe("2014-03-04/2014-03-06");
  expect(windows("a>b(s[2014/..])")).toBe("2014-01-01/..");
});

test("R35: with `certain` the days that it must mean, and none of an approximate or uncertain date", () => {
  expect(windows("a>b(s[2014/2016])", { certain: true })).toBe("2014-12-31/2016-01-01");
  expect(windows("a>b(s[2014])", { certain: true })).toBe("");
  expect(windows("a>b(s[2014-03-05],s[~2014-03-07],s[2014-03-09?])", { certain: true })).toBe("2014-03-05/2014-03-05");
});

test("R35: a claim without a date has all days, or with `undated: out` none; all are cut to what is asked", () => {
  expect(windows("a>b(s,s[2014])")).toBe("../..");
  expect(windows("a>b(s,s[2014])", { undated: "out" })).toBe("2014-01-01/2014-12-31");
  expect(windows("a>b(s)", { during: "2014/2015" })).toBe("2014-01-01/2015-12-31");
  expect(windows("a>b(s[2014/2018])", { during: "2015/..", at: "2016" })).toBe("2016-01-01/2016-12-31");
  expect(windows("a>b(s[2014/2018])", { during: "2015", at: "2016" })).toBe("");
});

test("R35: of the claims that remain, those that assert or allege; of a link only denied its denials", () => {
  expect(windows("a>b(s1[2014],s2![2015],s3?[2016])")).toBe("2014-01-01/2014-12-31 2016-01-01/2016-12-31");
  expect(windows("a>b(s1[2014],s2![2015])", { notSources: ["s1"], includeDenied: true })).toBe("2015-01-01/2015-12-31");
  expect(windows("a>b(s1[2014],s2[2015])", { notSources: ["s1"] })).toBe("2015-01-01/2015-12-31");
});

test.each([9, 40, 999])("R35: %i windows come in order, whatever order their claims have", (count) => {
  const years = Array.from({ length: count }, (_, at) => 1000 + 2 * ((at * 17) % count));
  const { graph } = graphOf(`a>b(${years.map((year) => `s[${year}]`).join(",")})`);
  const windows = filterOf(graph, {}).windowsOf(0);
  const inOrder = years.toSorted();
  expect([...windows.first.subarray(0, windows.count)]).toEqual(inOrder.map((year) => epochDay(year, 1, 1)));
  expect([...windows.last.subarray(0, windows.count)]).toEqual(inOrder.map((year) => epochDay(year, 12, 31)));
});
