import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedPage, openPage } from "./browser.ts";
import { type ServedCase, serveCase } from "./served-case.ts";

/** On a machine that is busy with other tests a page takes its time. */
const soon = { timeout: 30_000 };

/** Two tabs of one browser on one case, and a few more. */
describe("one case in several tabs, in a real browser", () => {
  let served: ServedCase;
  let opened: OpenedPage;
  let first: Page;
  let second: Page;

  const settled = (page: Page) => page.locator('[data-layout="settled"]').first().waitFor({ timeout: 60_000 });
  const tab = async () => {
    const page = await opened.context.newPage();
    await page.goto(served.origin);
    await settled(page);
    return page;
  };
  const asked = async (route: string) => {
    const answer = await fetch(served.origin + route, { headers: { Authorization: `Bearer ${served.token}` } });
    return (await answer.json()) as Record<string, unknown>;
  };
  const inspector = (page: Page) => page.getByRole("region", { name: "Inspector" });
  const banner = (page: Page) => page.getByRole("alert");

  beforeAll(async () => {
    served = await serveCase();
    opened = await openPage(served.url, { width: 1440, height: 900, reducedMotion: "reduce" });
    first = opened.page;
    await settled(first);
    second = await tab();
  });
  afterAll(async () => {
    await opened?.close();
    await served?.stop();
  });

  async function find(page: Page, name: string): Promise<void> {
    await page.getByRole("combobox", { name: "Search entities" }).fill(name);
    await page
      .getByRole("option", { name: new RegExp(name) })
      .first()
      .click();
  }

  async function record(page: Page, id: string, more: object = {}): Promise<number> {
    const claim = { id, subject: "ISIS-K", relation: "funds", object: "Ukraine", stance: "alleges", ...more };
    const [source] = (await asked("/api/case")).sources as { id: string }[];
    const body = JSON.stringify({ claim: { ...claim, source: source?.id } });
    return page.evaluate(async (text) => {
      const answer = await fetch("/api/claims", { method: "POST", headers: { "Content-Type": "application/json" }, body: text });
      return answer.status;
    }, body);
  }

  test("a change in one tab appears in the other, without a reload; what is selected and asked there stays", {
    timeout: 120_000,
  }, async () => {
    await second.evaluate(() => {
      Object.assign(globalThis, { isTheSame: true });
      location.hash = "from=ISIS-K&to=Ukraine&entity=ISIS-K";
    });
    await expect.poll(() => inspector(second).textContent(), soon).toMatch(/3 hops/);
    const marked = await second.evaluate(() => location.hash);
    await second.getByRole("tab", { name: "Entity" }).click();
    await expect.poll(() => inspector(second).textContent(), soon).toMatch(/ISIS-K/);
    expect(await inspector(second).textContent()).not.toMatch(/funds/);
    expect(await record(first, "two-tabs")).toBe(200);
    await expect.poll(() => inspector(second).textContent(), soon).toMatch(/funds/);
    await expect.poll(() => second.getByRole("button", { name: /^Undo: record claim/ }).isEnabled(), soon).toBe(true);
    await expect.poll(() => second.evaluate(() => location.hash), soon).toBe(marked);
    expect(await second.evaluate(() => "isTheSame" in globalThis)).toBe(true);
    await second.getByRole("tab", { name: "Paths" }).click();
    await expect.poll(() => inspector(second).textContent(), soon).toMatch(/1 hop/);
  });

  test("undone by its button in one tab, it is gone in the other", { timeout: 90_000 }, async () => {
    await first.getByRole("button", { name: /^Undo: record claim/ }).click();
    await expect.poll(() => inspector(second).textContent(), soon).not.toMatch(/1 hop\b/);
    await second.getByRole("tab", { name: "Entity" }).click();
    await expect.poll(() => inspector(second).textContent(), soon).not.toMatch(/funds/);
  });

  test("eight tabs hear of a change, and each still asks the server: they share one stream", { timeout: 120_000 }, async () => {
    // Small, since eight canvases are drawn without a graphics card.
    const small = async () => {
      const page = await opened.context.newPage();
      await page.setViewportSize({ width: 1000, height: 300 });
      await page.goto(served.origin);
      return page;
    };
    const more = await Promise.all(Array.from({ length: 6 }, small));
    const all = [first, second, ...more];
    expect(await record(first, "eight-tabs")).toBe(200);
    for (const page of all)
      await expect.poll(() => page.getByRole("button", { name: /^Undo: record claim/ }).count(), soon).toBe(1);
    const search = (page: Page) => page.evaluate(async () => (await fetch("/api/search?q=isis")).status);
    expect(await Promise.all(all.map(search))).toEqual(all.map(() => 200));
    await find(second, "ISIS-K");
    await expect.poll(() => inspector(second).textContent(), soon).toMatch(/funds/);
    // The one that listens is among those that go; another takes over from the revision that it shows.
    for (const page of [first, ...more]) await page.close();
    first = await tab();
    expect(await record(first, "taken-over", { relation: "trained" })).toBe(200);
    await expect.poll(() => inspector(second).textContent(), soon).toMatch(/trained/);
  });

  test("when Clew is killed, the tabs say so; started again, they say how to come back in, and then are current", {
    timeout: 90_000,
  }, async () => {
    await served.kill();
    for (const page of [first, second])
      await expect.poll(() => banner(page).first().textContent(), soon).toMatch(/does not answer/);
    const link = await served.again();
    for (const page of [first, second])
      await expect.poll(() => banner(page).first().textContent(), soon).toMatch(/Open the link that Clew printed/);
    // What a script changed meanwhile.
    const headers = { Authorization: `Bearer ${served.token}`, "Content-Type": "application/json" };
    const undone = await fetch(`${served.origin}/api/undo`, { method: "POST", headers, body: "{}" });
    expect(undone.status).toBe(200);
    const third = await opened.context.newPage();
    await third.goto(link);
    await settled(third);
    for (const page of [first, second]) await expect.poll(() => banner(page).count(), soon).toBe(0);
    await expect.poll(() => inspector(second).textContent(), soon).not.toMatch(/trained/);
    expect(await inspector(second).textContent()).toMatch(/funds/);
    expect(await record(third, "after")).toBe(200);
    for (const page of [first, second])
      await expect.poll(() => page.getByRole("button", { name: /^Undo: record claim/ }).count(), soon).toBe(1);
  });

  test("Clew that is stopped says goodbye, and the tabs say that it was stopped", { timeout: 90_000 }, async () => {
    await served.stop();
    for (const page of [first, second]) await expect.poll(() => banner(page).first().textContent(), soon).toMatch(/was stopped/);
  });
});
