import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeWorkbook, textRow } from "../formats/xlsx/make-workbook.ts";
import { type OpenedPage, openPage } from "./browser.ts";
import { type ServedCase, serveCase } from "./served-case.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** Violations that axe finds on the page as it stands, one line each. */
async function violations({ page }: OpenedPage): Promise<string[]> {
  await page.evaluate(await (await import("node:fs/promises")).readFile(axePath, "utf8"));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const result = await axe.run();
    return result.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

describe.each(["light", "dark"] as const)("accessibility, %s", (colorScheme) => {
  let served: ServedCase;
  let opened: OpenedPage;

  beforeAll(async () => {
    served = await serveCase();
    opened = await openPage(served.url, { colorScheme, reducedMotion: "reduce" });
    await opened.page.locator('[data-layout="settled"]').waitFor({ timeout: 60_000 });
  });
  afterAll(async () => {
    await opened?.close();
    await served?.stop();
  });

  /** Asks by address, from a clean page, and waits for the answer. */
  async function ask(address: string): Promise<void> {
    const { page } = opened;
    await page.evaluate(() => {
      location.hash = "";
    });
    await page.getByRole("toolbar", { name: "This answer" }).waitFor({ state: "detached" });
    await page.evaluate((to) => {
      location.hash = to;
    }, address);
    await page.getByRole("toolbar", { name: "This answer" }).waitFor();
    await page.waitForTimeout(300);
  }

  test("the first screen has no violation that axe knows", async () => {
    expect(await violations(opened)).toEqual([]);
  });

  test("nor has an answered path question", async () => {
    const { page } = opened;
    await page.getByRole("combobox", { name: "Search entities" }).fill("ISIS-K → Ukraine");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.getByRole("list", { name: "Paths" }).textContent()).toMatch(/weakest/);
    expect(await violations(opened)).toEqual([]);
  });

  test.each([
    ["a question with conditions", "from=isis-k&to=ukraine&kind=k-shortest&standing=alleged&avoid=tajikistan&said=2024"],
    ["a question that finds nothing", "from=isis-k&to=ukraine&hops=1"],
    ["a neighbourhood", "ask=around&center=russia&hops=2"],
    ["what is in common", "ask=common&among=russia&among=attack-moscow-2024"],
    ["what it rests on", "ask=bearing&from=isis-k&to=ukraine"],
    ["a pattern", "ask=pattern&pattern=*+-perpetrated->+event"],
  ])("nor has %s", async (_, address) => {
    await ask(address);
    expect(await violations(opened)).toEqual([]);
  });

  test("nor has the menu of conditions, nor a condition that is being filled in, nor one that is refused", async () => {
    const { page } = opened;
    await ask("from=isis-k&to=ukraine");
    await page.getByRole("button", { name: "Add a condition" }).click();
    await page.getByRole("searchbox", { name: "Search the conditions" }).waitFor();
    expect(await violations(opened)).toEqual([]);
    await page.keyboard.type("said then");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.matches("[data-chip] input") === true);
    await page.keyboard.type("soon");
    expect(await violations(opened)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.getByText(/No such time/).waitFor();
    expect(await violations(opened)).toEqual([]);
  });

  test("nor has a workbook that is looked at before its import, each of its tables under a name of its own", async () => {
    const { page } = opened;
    const rows = `${textRow(1, "source", "target")}${textRow(2, "Eve", "Mallory")}`;
    const buffer = Buffer.from(makeWorkbook({ sheets: ["One", "Two"].map((name) => ({ name, rows })) }));
    await page.getByLabel("Files to import").setInputFiles({ name: "book.xlsx", mimeType: "", buffer });
    await page.getByRole("region", { name: "Columns and first rows of Two" }).waitFor();
    expect(await violations(opened)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("nor has an export, which shows what its format cannot carry without being scrolled", async () => {
    const { page } = opened;
    await page.getByRole("button", { name: "Export", exact: true }).first().click();
    await page.getByRole("radio", { name: /GEXF/ }).check({ force: true });
    const said = page.getByText("What GEXF cannot carry:");
    await said.waitFor();
    const [box, foot] = [await said.boundingBox(), await page.getByRole("button", { name: "Download" }).boundingBox()];
    expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThan(foot?.y ?? 0);
    expect(await violations(opened)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  test("nor have the kept questions", async () => {
    await opened.page.getByRole("tab", { name: "Questions" }).click();
    expect(await violations(opened)).toEqual([]);
  });
});
