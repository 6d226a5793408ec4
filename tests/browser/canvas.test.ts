import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedPage, openPage } from "./browser.ts";
import { type ServedCase, serveCase } from "./served-case.ts";

interface Place {
  readonly entity: string;
  readonly x: number;
  readonly pinned: boolean;
}

/** How far to the right an entity moved against two others, which stayed; the canvas may save in another unit than it read. */
function shiftOf(id: string, before: readonly Place[], after: readonly Place[]): number {
  const [left, right] = before
    .filter(({ entity }) => entity !== id)
    .sort((a, b) => a.x - b.x || 1)
    .filter((_, at, all) => at === 0 || at === all.length - 1);
  const share = (places: readonly Place[]) => {
    const x = (of: string | undefined) => places.find(({ entity }) => entity === of)?.x ?? Number.NaN;
    return (x(id) - x(left?.entity)) / (x(right?.entity) - x(left?.entity));
  };
  return share(after) - share(before);
}

interface Point {
  readonly x: number;
  readonly y: number;
}

describe("the canvas, in a real browser", () => {
  let served: ServedCase;
  let opened: OpenedPage;

  beforeAll(async () => {
    served = await serveCase();
    opened = await openPage(served.url, { width: 1440, height: 900, reducedMotion: "reduce" });
    await settled();
  });
  afterAll(async () => {
    await opened?.close();
    await served?.stop();
  });

  const settled = () => opened.page.locator('[data-layout="settled"]').waitFor({ timeout: 60_000 });
  const hash = () => new URL(opened.page.url()).hash;
  const chart = async () => {
    const headers = { Authorization: `Bearer ${served.token}` };
    const answer = await fetch(`${served.origin}/api/chart?id=first-view`, { headers });
    return (await answer.json()) as { nodes: Place[] };
  };

  /** Points of the canvas at which the pointer meets something: asked of the page itself, point by point. */
  async function spots(): Promise<Point[]> {
    return opened.page.evaluate(() => {
      const drawing = document.querySelector("[data-layout] [role=application] > div") as HTMLElement;
      const layer = drawing.querySelector("canvas.sigma-mouse") ?? drawing;
      const { left, top, right, bottom } = drawing.getBoundingClientRect();
      const found: { x: number; y: number }[] = [];
      for (let y = top + 10; y < bottom - 60; y += 9) {
        for (let x = left + 10; x < right - 10; x += 9) {
          layer.dispatchEvent(new MouseEvent("mousemove", { clientX: x, clientY: y, bubbles: true }));
          if (drawing.dataset.pointing === "something") found.push({ x, y });
        }
      }
      return found;
    });
  }

  /** A point whose click puts `what` into the address. */
  async function find(what: "entity" | "link"): Promise<{ at: Point; id: string }> {
    const { page } = opened;
    const met = await spots();
    const crowd = (at: Point) => met.filter(({ x, y }) => Math.abs(x - at.x) < 20 && Math.abs(y - at.y) < 20).length;
    const ranked = met.map((at) => ({ at, crowd: crowd(at) })).sort((a, b) => a.crowd - b.crowd);
    // Points lie in crowds on a node, and in file on a line.
    const order = (what === "link" ? ranked : ranked.reverse()).map(({ at }) => at);
    for (const at of order) {
      await page.keyboard.press("Escape");
      await page.mouse.click(at.x, at.y);
      await page.waitForTimeout(350);
      const id = new URLSearchParams(hash().slice(1)).get(what);
      if (id !== null) return { at, id };
    }
    throw new Error(`wanted to meet ${what} at one of ${met.length} points of the canvas`);
  }

  test("a click on a node selects its entity, and a click on nothing leaves it", async () => {
    const { page } = opened;
    const { id } = await find("entity");
    const shown = JSON.parse(JSON.stringify(await chart())).nodes.map(({ entity }: { entity: string }) => entity);
    expect(shown).toContain(id);
    await expect.poll(() => page.getByRole("tab", { name: "Entity", selected: true }).count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(hash).not.toContain("entity=");
  });

  test("a click on a line selects its link, with every claim behind it", async () => {
    const { page } = opened;
    const { id } = await find("link");
    expect(id).toMatch(/^[^>]+>[^>]+>[^>]+$/);
    await expect.poll(() => page.getByRole("region", { name: "Inspector" }).textContent()).toMatch(/Claims/i);
    await page.keyboard.press("Escape");
  });

  test("a node that was dragged stays there, and the place is in the case after a reload", async () => {
    const { page } = opened;
    const { at, id } = await find("entity");
    const before = (await chart()).nodes;
    await page.keyboard.press("Escape");
    await page.waitForTimeout(500);
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    for (const step of [10, 30, 60, 90]) await page.mouse.move(at.x + step, at.y + step / 2);
    await page.mouse.up();
    await expect
      .poll(async () => (await chart()).nodes.find(({ entity }) => entity === id)?.pinned, { timeout: 10_000 })
      .toBe(true);
    const after = (await chart()).nodes;
    expect(shiftOf(id, before, after)).toBeGreaterThan(0);
    await page.reload();
    await settled();
    expect((await chart()).nodes).toEqual(after);
  });

  test("the keyboard alone walks entities and links, and each is read out", async () => {
    const { page } = opened;
    await page.keyboard.press("Escape");
    const voice = page.getByRole("region", { name: "Graph canvas" }).locator("[aria-live]");
    await page.getByRole("application", { name: "Entities and links" }).focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => voice.textContent()).toMatch(/, .+, \d+ links?/);
    const first = await voice.textContent();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await expect.poll(() => voice.textContent()).not.toBe(first);
    await page.keyboard.press("]");
    await expect.poll(() => voice.textContent()).toMatch(/, (corroborated|stated|alleged|contested), 1 of \d+$/);
    await page.keyboard.press("Enter");
    await expect.poll(hash).toContain("link=");
    await page.keyboard.press(" ");
    await page.keyboard.press("Enter");
    await expect.poll(hash).toContain("entity=");
  });

  test("light and dark change without a new layout", async () => {
    const { page } = opened;
    const places = await chart();
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const seen = new Set([await ground()]);
    for (let turn = 0; turn < 3; turn++) {
      await page
        .getByRole("button", { name: /Appearance/ })
        .first()
        .click();
      expect(await page.locator('[data-layout="settled"]').count()).toBe(1);
      seen.add(await ground());
    }
    expect(seen.size).toBe(2);
    expect(await chart()).toEqual(places);
  });

  test("the picture is a PNG of what the canvas shows, with its legend", async () => {
    const { page } = opened;
    await page.getByRole("combobox", { name: "Search entities" }).fill("picture");
    const download = page.waitForEvent("download");
    await page.getByRole("option", { name: /picture of the canvas/i }).click();
    const png = readFileSync(await (await download).path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const box = await page.getByRole("application", { name: "Entities and links" }).boundingBox();
    expect(png.readUInt32BE(16)).toBe(Math.round(box?.width ?? 0));
    expect(png.readUInt32BE(20)).toBeGreaterThan(Math.round(box?.height ?? 0));
    expect(png.length).toBeGreaterThan(20_000);
  });

  test("nothing went wrong on the way", () => {
    expect(opened.faults).toEqual([]);
    expect(opened.strayRequests).toEqual([]);
  });
});
