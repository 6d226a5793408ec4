import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedPage, openPage } from "./browser.ts";
import { ringsOfPeople } from "./rings-of-people.ts";
import { type ServedCase, serveCase } from "./served-case.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Above what is drawn whole; the full size of it is `npm run trust -- --only "load of the page"`. */
const size = { rings: 60, people: 100 };

describe("a case that is too large to be drawn", () => {
  let folder: string;
  let served: ServedCase;
  let opened: OpenedPage;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "clew-big-"));
    const file = join(folder, "rings.clew.jsonl");
    writeFileSync(file, ringsOfPeople(size));
    served = await serveCase({ file });
    opened = await openPage(served.url, { width: 1280, height: 800, reducedMotion: "reduce" });
    await drawn("40");
  });
  afterAll(async () => {
    await opened?.close();
    await served?.stop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });

  const drawn = (nodes: string) =>
    opened.page.locator(`[data-layout="settled"][data-nodes="${nodes}"]`).waitFor({ timeout: 60_000 });
  const hash = () => new URL(opened.page.url()).hash;
  const search = async (text: string) => {
    await opened.page.getByRole("combobox", { name: "Search entities" }).fill(text);
    await opened.page.keyboard.press("Enter");
  };
  const button = (name: string | RegExp) => opened.page.getByRole("button", { name });
  const flaws = async () => {
    await opened.page.evaluate(axeSource);
    return opened.page.evaluate(async () => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      };
      const { violations } = await axe.run();
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
    });
  };

  test("it opens on its communities, with types, hubs and time; nothing of it is loaded whole", async () => {
    const { page } = opened;
    await page.getByText("The 40 largest of 60 communities").waitFor();
    await page.getByRole("heading", { name: /Entities · 6,000/i }).waitFor();
    expect(await page.getByRole("toolbar", { name: "Stretches of time" }).getByRole("button").count()).toBe(20);
    expect(await button(/^Hub 2 .*links$/).count()).toBe(1);
    expect(hash()).toBe("");
    expect(await flaws()).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await flaws()).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
  }, 120_000);

  test("a search draws a neighbourhood; more of it is added; the address leads back to it", async () => {
    const { page } = opened;
    await search("Hub 2");
    await drawn("60");
    await page.getByText(/^Around Hub 2: 60 of 10[0-9]$/).waitFor();
    await page.getByRole("heading", { name: "Hub 2", exact: true }).waitFor();
    expect(hash()).toBe("#near=r002-000&entity=r002-000");
    await button(/^\d+ more$/).click();
    await page.getByText(/^Around Hub 2: 10\d entities$/).waitFor();
    expect(hash()).toContain("drawn=120");
    expect(await flaws()).toEqual([]);
    await page.reload();
    await page.getByText(/^Around Hub 2: 10\d entities$/).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await drawn("40");
    expect(hash()).toBe("");
  }, 120_000);

  test("a path stands alone, and the way back leads to where one was", async () => {
    const { page } = opened;
    await search("Person 3 no 7 → Person 3 no 50");
    await page.getByText(/^The answer alone, \d entities$/).waitFor();
    expect(Number(await page.locator("[data-layout]").getAttribute("data-nodes"))).toBeLessThan(10);
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await drawn("40");
    await page.keyboard.press("Escape");
  }, 120_000);

  test("by keyboard: a community, a year, a type's list page after page, an entity of it, and the overview again", async () => {
    const { page } = opened;
    await button(/^Hub 2, .* more 100 entities$/)
      .first()
      .focus();
    await page.keyboard.press("Enter");
    await drawn("100");
    expect(hash()).toBe("#community=r002-000");
    await page.keyboard.press("Shift+KeyO");
    await drawn("40");
    await page.getByRole("toolbar", { name: "Stretches of time" }).getByRole("button").first().focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await page.getByText(/^Held in 2001: 60 of /).waitFor();
    await page.keyboard.press("Shift+KeyO");
    await button(/^People 5,940 entities$/).focus();
    await page.keyboard.press("Enter");
    await page.getByText("100 of 5,940 entities").waitFor();
    expect(await flaws()).toEqual([]);
    await button("100 more").focus();
    await page.keyboard.press("Enter");
    await page.getByText("200 of 5,940 entities").waitFor();
    await page.getByRole("list", { name: "Entities, most linked first" }).getByRole("button").nth(150).focus();
    await page.keyboard.press("Enter");
    await page.getByText(/^Around Person /).waitFor();
    await page.keyboard.press("Shift+KeyO");
    await drawn("40");
  }, 120_000);

  test("what is drawn joins the chart, which stays and opens again", async () => {
    const { page } = opened;
    await search("Person 5 no 9");
    await page.getByText(/^Around Person 5 no 9: /).waitFor();
    await button("Add to chart").click();
    await page.getByText(/^\d+ entities added to the chart\.$/).waitFor();
    await page.getByText("saved", { exact: true }).waitFor();
    await page.keyboard.press("Shift+KeyO");
    await button("Open the chart").click();
    await page.getByText(/^The chart: \d+ entities$/).waitFor();
    await page.reload();
    await page.getByText(/^The chart: \d+ entities$/).waitFor();
    expect(hash()).toContain("chart=1");
  }, 120_000);
});
