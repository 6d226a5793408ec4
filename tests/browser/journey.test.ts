import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedPage, openPage } from "./browser.ts";
import { readGexf } from "./read-gexf.ts";
import { clew, type ServedCase, serveCase } from "./served-case.ts";

/** The main job, as an investigator does it: open, search, ask, read the words, take the answer away. */
describe("the journey, in a real browser", () => {
  let served: ServedCase;
  let opened: OpenedPage;

  beforeAll(async () => {
    served = await serveCase();
    opened = await openPage(served.url, { width: 1440, height: 900 });
  });
  afterAll(async () => {
    await opened?.close();
    await served?.stop();
  });

  test("the link's code leaves the address bar and the case settles on the canvas", async () => {
    const { page } = opened;
    await page.getByRole("region", { name: "Graph canvas" }).waitFor();
    expect(page.url()).not.toContain("code=");
    await page.locator('[data-layout="settled"]').waitFor({ timeout: 60_000 });
  });

  test("search finds an entity by an alias without accents and shows its links by relation", async () => {
    const { page } = opened;
    await page.getByRole("combobox", { name: "Search entities" }).fill("islamic state khorasan");
    await page
      .getByRole("option", { name: /ISIS-K/ })
      .first()
      .click();
    const inspector = page.getByRole("region", { name: "Inspector" });
    await expect.poll(() => inspector.textContent()).toMatch(/perpetrated/i);
    expect(await inspector.textContent()).toMatch(/affiliate of/i);
  });

  test("the path names its contested hop with both sides", async () => {
    const { page } = opened;
    await page.getByRole("tab", { name: "Paths" }).click();
    await choose(opened, "From", "ISIS-K");
    await choose(opened, "To", "Ukraine");
    await page.getByRole("button", { name: "Find paths" }).click();
    const paths = page.getByRole("list", { name: "Paths" });
    await expect.poll(() => paths.textContent()).toMatch(/as strong as its weakest: contested/i);
    const words = await paths.textContent();
    expect(words).toMatch(/Vladimir Putin/);
    expect(words).toMatch(/Ukraine/);
    expect(words).toMatch(/denie/i);
  });

  test("the exported path parses and holds exactly the entities and links that were shown", async () => {
    const answer = JSON.parse(clew(["path", served.path, "ISIS-K", "Ukraine", "--json"]).stdout);
    const { page } = opened;
    await page.getByRole("button", { name: "Export", exact: true }).first().click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("radio", { name: /path/i }).first().check({ force: true });
    await dialog.getByRole("radio", { name: /GEXF/ }).first().check({ force: true });
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: /^(export|download)/i }).click();
    const graph = readGexf(readFileSync(await (await download).path(), "utf8"));
    const entities = new Set<string>(
      answer.paths.flatMap((path: { entities: { id: string }[] }) => path.entities.map(({ id }) => id)),
    );
    expect(new Set(graph.nodes)).toEqual(entities);
    const links = answer.paths.flatMap((path: { steps: { links: { id: string }[] }[] }) =>
      path.steps.flatMap((step) => step.links),
    );
    expect(graph.edges.length).toBe(new Set(links.map((link: { id: string }) => link.id)).size);
  });

  test("nothing was asked of another machine, and no policy was broken", () => {
    expect(opened.strayRequests).toEqual([]);
    expect(opened.faults).toEqual([]);
  });
});

async function choose({ page }: OpenedPage, box: "From" | "To", name: string): Promise<void> {
  await page.getByRole("combobox", { name: box }).fill(name);
  await page
    .getByRole("option", { name: new RegExp(name) })
    .first()
    .click();
}
