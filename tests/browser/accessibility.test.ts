import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
});
