import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rows } from "./rows.ts";

const run = rows.flatMap(({ name, fault }) => (fault === null ? [] : [{ name, fault }]));

test.each(run)("$name", { timeout: 400_000 }, async ({ name, fault }) => {
  const { broken, skipped } = await fault.small();
  if (skipped !== null) console.log(`${name}: not run here, ${skipped}`);
  expect(broken).toEqual([]);
});

test("the test files that the rows name are there", () => {
  expect(rows.flatMap(({ tests }) => tests).filter((file) => !existsSync(file))).toEqual([]);
});

test("docs/trust.md has a line for every row", () => {
  const page = readFileSync("docs/trust.md", "utf8");
  expect(rows.filter(({ name, promise }) => !page.includes(`| ${name} | ${promise} |`)).map(({ name }) => name)).toEqual([]);
});
