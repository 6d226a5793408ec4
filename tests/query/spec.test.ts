import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const spec = readFileSync("src/query/SPEC.md", "utf8");
const rules = [...spec.matchAll(/^- \*\*(R\d+)\b/gm)].map(([, rule]) => rule!);

/** Rules that a text names one by one: those of a range do not count. */
function cited(text: string): string[] {
  return [...text.matchAll(/(?<!\w|R\d+-)R\d+(?!\w|-R)/g)].map(([rule]) => rule);
}

/** Every test and every oracle, as text. */
const tests = readdirSync("tests", { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path) && !/node_modules|spec\.test\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(`tests/${path}`, "utf8") }));

test("each rule has a number of its own", () => {
  expect(rules.length).toBeGreaterThan(40);
  expect(rules.toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)))).toEqual(rules.map((_, at) => `R${at + 1}`));
});

test("the title or a comment of a test cites every rule", () => {
  const known = new Set(tests.filter(({ path }) => /\.test\.tsx?$/.test(path)).flatMap(({ text }) => cited(text)));
  expect(rules.filter((rule) => !known.has(rule))).toEqual([]);
});

test("no test cites a rule that there is not", () => {
  for (const { path, text } of tests)
    expect(
      cited(text).filter((rule) => !rules.includes(rule)),
      path,
    ).toEqual([]);
});
