import * as fc from "fast-check";
import { expect, test } from "vitest";
import { overlaps, parsePartialInterval, wholeOf } from "../../src/base/partial-interval.ts";
import { BadInput } from "../../src/base/problem.ts";
import { graphOf } from "../query/graph-of.ts";
import { askedInterval } from "../query/random-drawings.ts";
import { filterOf, type LooseConditions, walked } from "./filter-of.ts";

const dated =
  "a>b:about(s[~2014]) a>b:in(s[2014]) a>b:later(s[2016]) a>b:never(s) a>b:no-date(s[soon]) a>b:perhaps(s[2014?]) a>b:round(s[2013/2015])";

test.each<[LooseConditions, string]>([
  [{ at: "2014-06-01" }, "about in never no-date perhaps round"],
  [{ at: "2014-06-01", certain: true }, "never no-date round"],
  [{ at: "2014-06-01", undated: "out" }, "about in perhaps round"],
  [{ at: "2014-06-01", certain: true, undated: "out" }, "round"],
  [{ during: "2014", certain: true, undated: "out" }, "in round"],
  [{ during: "2016/..", undated: "out" }, "later"],
  [{ during: "../2013", undated: "out" }, "about round"],
  [{ at: "2015-12-31", during: "2016", undated: "out" }, ""],
  [{ at: "2013", during: "2015", undated: "out" }, "about round"],
  [{ said: "2014", undated: "out" }, ""],
  [{ said: "2014" }, "about in later never no-date perhaps round"],
])("R24: of dates known in part, %o leaves %s", (asked, left) => {
  expect(walked(dated, asked)).toBe(left);
});

test("R24: when it held and when it was said are asked apart", () => {
  const drawing = "a>b:x(s[2014]{2019}) a>b:y(s[2019]{2014})";
  expect(walked(drawing, { said: "2019" })).toBe("x");
  expect(walked(drawing, { during: "2019" })).toBe("y");
  expect(walked(drawing, { said: "2019", during: "2019" })).toBe("");
});

test.each([
  [{ at: "soon" }, 'at: wanted a date such as 2014 or 2014-03-05, got "soon"'],
  [{ at: "2014/2015" }, 'at: wanted a date such as 2014 or 2014-03-05, got "2014/2015"'],
  [{ during: "2015/2014" }, 'during: wanted a date or an interval such as 2014/2016, got "2015/2014"'],
  [{ said: "" }, 'said: wanted a date or an interval such as 2014/2016, got ""'],
])("R13: %o is refused in one line", (asked, message) => {
  const { graph } = graphOf("a>b");
  expect(() => filterOf(graph, asked)).toThrow(message);
  expect(() => filterOf(graph, asked)).toThrow(BadInput);
});

test("R24: a span of five numbers overlaps as the interval it was read from, further off than days have numbers, too", () => {
  const year = fc.constantFrom("2012", "2013", "2014-03", "2014-03-05", "2015-06", "-0004", "Y170000002", "Y-170000002");
  const end = fc
    .tuple(fc.constantFrom("", "", "~", "?", "%"), year)
    .map(([mark, text]) => (text.startsWith("Y") ? text : mark + text));
  const held = fc.oneof(
    end,
    fc.tuple(fc.oneof(end, fc.constantFrom("..", "")), fc.oneof(end, fc.constantFrom("..", ""))).map((ends) => ends.join("/")),
  );
  const asked = fc.oneof(askedInterval, held).filter((text) => parsePartialInterval(text) !== undefined);
  fc.assert(
    fc.property(held, asked, (during, text) => {
      const { graph } = graphOf(`a>b(s[${during}])`);
      const interval = parsePartialInterval(during);
      const overlap = interval === undefined ? null : overlaps(interval, wholeOf(parsePartialInterval(text)!));
      const stays = (more: LooseConditions) => filterOf(graph, { during: text, undated: "out", ...more }).admits(0);
      expect([stays({}), stays({ certain: true })]).toEqual([
        overlap === "possibly" || overlap === "certainly",
        overlap === "certainly",
      ]);
    }),
    { seed: 11, numRuns: 800 },
  );
});
