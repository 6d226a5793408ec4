import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedPage, openPage } from "./browser.ts";
import { type ServedCase, serveCase } from "./served-case.ts";

const names = [
  "__proto__",
  "constructor",
  "toString",
  "🧶🕸️",
  "<img src=x onerror=alert(1)>",
  "'); DROP TABLE entity; --",
  "..",
  "a/b?c=d&e#f",
  `${"long name ".repeat(999)}end of it`,
];

/** Every name linked to the next, in a ring. */
const edgeList = [
  "source,target,type",
  ...names.map((name, i) => [name, names[(i + 1) % names.length], "knows"].map(cell).join(",")),
].join("\n");

function cell(text: string | undefined): string {
  return `"${(text ?? "").replaceAll('"', '""')}"`;
}

describe("names from other people's files, in a real browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "clew-names-"));
  let served: ServedCase;
  let opened: OpenedPage;

  beforeAll(async () => {
    const file = join(folder, "names.csv");
    writeFileSync(file, edgeList);
    served = await serveCase({ file });
    opened = await openPage(served.url);
    await opened.page.locator('[data-layout="settled"]').waitFor({ timeout: 60_000 });
  });
  afterAll(async () => {
    await opened?.close();
    await served?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test("all of them are on the canvas, each once", async () => {
    await expect.poll(() => opened.page.locator("[data-nodes]").getAttribute("data-nodes")).toBe(String(names.length));
    await expect.poll(() => opened.page.locator("[data-edges]").getAttribute("data-edges")).toBe(String(names.length));
  });

  test.each(names)("%s is found, and the inspector names it and both its links", async (name) => {
    const { page } = opened;
    const box = page.getByRole("combobox", { name: "Search entities" });
    await box.fill(name.slice(0, 60));
    await page
      .getByRole("option")
      .filter({ hasText: name.slice(0, 40) })
      .first()
      .click();
    const inspector = page.getByRole("region", { name: "Inspector" });
    await expect.poll(() => inspector.textContent()).toContain(name.slice(0, 40).trim());
    const at = names.indexOf(name);
    const neighbour = names[(at + 1) % names.length] ?? "";
    await expect.poll(() => inspector.textContent()).toContain(neighbour.slice(0, 40).trim());
  });

  test("none of them ran as a script, or changed the page's own objects", async () => {
    expect(opened.faults).toEqual([]);
    expect(opened.strayRequests).toEqual([]);
    expect(await opened.page.evaluate(() => Object.keys(Object.prototype).length)).toBe(0);
  });
});
