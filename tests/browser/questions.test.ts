import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type OpenedPage, openPage } from "./browser.ts";
import { readGexf } from "./read-gexf.ts";
import { clew, type ServedCase, serveCase } from "./served-case.ts";

const attack = "attack-moscow-2024";

/** Several browsers may share a small machine. */
const patient = { timeout: 30_000 };

/** Every kind of question, asked by its address, and what its answer says. */
const kinds: readonly (readonly [name: string, address: string, says: RegExp])[] = [
  ["shortest", "from=isis-k&to=ukraine", /as strong as its weakest: contested/],
  ["the k shortest", "from=isis-k&to=ukraine&kind=k-shortest&k=3", /3 paths.*2 hops.*3 hops/s],
  ["every path up to", "from=isis-k&to=ukraine&kind=simple&hops=3", /paths.*2 hops.*3 hops/s],
  ["disjoint", "from=isis-k&to=ukraine&kind=disjoint", /2 paths.*2 hops.*3 hops/s],
  ["cheapest", "from=isis-k&to=ukraine&kind=cheapest", /contested; weight 2\./],
  ["earliest", "from=isis-k&to=ukraine&kind=earliest", /2 hops, as strong/],
  ["what connects", "ask=connect&among=isis-k&among=ukraine&among=tajikistan", /3 entities joined by 2 more/],
  ["strongest", "from=isis-k&to=ukraine&kind=strongest", /as strong as its weakest: stated/],
  ["around", "ask=around&center=russia&hops=1", /8 entities one step from Russia/],
  ["in common", `ask=common&among=russia&among=${attack}`, /Russia and Attack in Moscow have 2 entities in common/],
  ["what it rests on", "ask=bearing&from=isis-k&to=ukraine", /rests on.*Briefing A.*Sources/is],
  ["pattern", "ask=pattern&pattern=*+-perpetrated->+event+-took-place-in->+place", /1 match.*ISIS-K.*Attack in Moscow.*Moscow/s],
];

describe("questions, in a real browser", { timeout: 90_000 }, () => {
  let served: ServedCase;
  let opened: OpenedPage;

  beforeAll(async () => {
    served = await serveCase();
    opened = await openPage(served.url, { width: 1440, height: 900, reducedMotion: "reduce" });
    await opened.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await settled();
  });
  afterAll(async () => {
    await opened?.close();
    await served?.stop();
  });
  beforeEach(async () => {
    const clear = opened.page.getByRole("button", { name: "Clear" });
    if ((await clear.count()) > 0) await clear.click();
  });

  const settled = () => opened.page.locator('[data-layout="settled"]').waitFor({ timeout: 60_000 });
  const hash = () => new URL(opened.page.url()).hash.slice(1);
  const panel = () => opened.page.getByRole("region", { name: "Inspector" });
  const says = () => panel().textContent();
  const drawn = () => opened.page.locator("[data-nodes]").last().getAttribute("data-nodes");

  async function ask(address: string, words: RegExp): Promise<void> {
    await opened.page.evaluate((to) => {
      location.hash = to;
    }, address);
    await expect.poll(says, patient).toMatch(words);
  }

  /** The answer as text: what it says, whatever else has come onto the page by then. */
  async function copied(): Promise<string> {
    const { page } = opened;
    await page.evaluate(() => navigator.clipboard.writeText(""));
    await page.getByRole("button", { name: "Copy as text" }).click();
    const text = () => page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(text, patient).not.toBe("");
    return text();
  }

  /** The menu of conditions, searched and chosen from by keyboard. */
  async function add(search: string): Promise<void> {
    const { page } = opened;
    await page.getByRole("button", { name: "Add a condition" }).press("Enter");
    await page.getByRole("searchbox", { name: "Search the conditions" }).waitFor();
    await page.keyboard.type(search);
    await page.getByRole("menuitem").first().waitFor();
    await expect.poll(() => page.getByRole("menuitem").count()).toBeLessThan(8);
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem").first().waitFor({ state: "detached" });
    // The keyboard goes on into the condition.
    await page.waitForFunction(() => document.activeElement?.matches("[data-chip] input") === true);
  }

  test("a condition is added, filled in, asked and dropped by keyboard alone", async () => {
    const { page } = opened;
    await ask("from=isis-k&to=ukraine", /2 hops, as strong/);
    await add("at most so many hops");
    const hops = page.getByRole("textbox", { name: "at most … hops" });
    expect(await hops.evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("1");
    await page.keyboard.press("Enter");
    await expect.poll(says, patient).toMatch(/No path within 1 hop/);
    expect(hash()).toBe("from=isis-k&to=ukraine&hops=1");
    const chip = page.getByRole("button", { name: "at most 1 hop: change" });
    await expect.poll(() => chip.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Delete");
    await expect.poll(() => page.getByRole("button", { name: /at most 1 hop/ }).count()).toBe(0);
    await page.getByRole("button", { name: "Ask again: Allow 2 hops" }).press("Enter");
    await expect.poll(says, patient).toMatch(/as strong as its weakest: contested/);
  });

  test("a condition takes an entity, and the answer goes another way", async () => {
    const { page } = opened;
    await ask("from=isis-k&to=ukraine", /2 hops, as strong/);
    await add("not through this entity");
    await page.keyboard.type("attack in mos");
    await page.getByRole("option", { name: /Attack in Moscow/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "not through …: without Attack in Moscow" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "not through Attack in Moscow: change" }).waitFor();
    await page.getByRole("button", { name: "Find paths" }).click();
    await expect.poll(says, patient).toMatch(/3 hops, as strong as its weakest: stated/);
    expect(hash()).toContain(`avoid=${attack}`);
  });

  test("a date that is none is refused beside its box, and nothing is asked", async () => {
    const { page } = opened;
    await ask("from=isis-k&to=ukraine", /2 hops, as strong/);
    await add("claims said then");
    await page.keyboard.type("2024-02-31");
    await page.keyboard.press("Enter");
    await expect.poll(says, patient).toMatch(/No such time/);
    expect(hash()).toBe("from=isis-k&to=ukraine");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("2024-03");
    await page.keyboard.press("Enter");
    await expect.poll(hash, patient).toBe("from=isis-k&to=ukraine&said=2024-03");
    expect(await says()).not.toMatch(/No such time/);
  });

  test("an end takes a type and several entities", async () => {
    const { page } = opened;
    const from = page.getByRole("combobox", { name: "From" });
    await from.fill("any pers");
    await page.getByRole("option", { name: /any person/ }).click();
    await page.getByRole("button", { name: "From: another one" }).click();
    await page.keyboard.type("Tajikistan");
    await page
      .getByRole("option", { name: /^Tajikistan/ })
      .first()
      .click();
    await page.getByRole("combobox", { name: "To" }).fill("Ukraine");
    await page
      .getByRole("option", { name: /Ukraine/ })
      .first()
      .click();
    await page.getByRole("button", { name: "Find paths" }).click();
    await expect.poll(hash, patient).toBe("from=tajikistan&fromtype=person&to=ukraine");
    await expect.poll(says, patient).toMatch(/1 hop: stated/);
  });

  test.each(kinds)("%s is asked, read, and the same again after a reload", async (_, address, words) => {
    await ask(address, words);
    const asked = hash();
    const answer = await copied();
    await opened.page.reload();
    await settled();
    await expect.poll(says, patient).toMatch(words);
    expect(await copied()).toBe(answer);
    expect(hash()).toBe(asked);
  });

  test("answers are walked with the arrow keys, and Enter opens", async () => {
    const { page } = opened;
    await ask("from=isis-k&to=ukraine&kind=k-shortest&k=3", /2 hops, as strong/);
    const paths = page.getByRole("list", { name: "Paths" }).getByRole("button");
    await paths.first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect.poll(() => paths.nth(2).getAttribute("aria-current")).toBe("true");
    await expect.poll(says, patient).toMatch(/3 hops, as strong as its weakest: stated/);
    await page.keyboard.press("k");
    await expect.poll(() => paths.nth(1).getAttribute("aria-current")).toBe("true");
  });

  test("an answer is copied as text, with its words and its sources", async () => {
    const { page } = opened;
    await ask("from=isis-k&to=ukraine", /2 hops, as strong/);
    const text = await copied();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    expect(text).toMatch(/^Shortest paths from ISIS-K to Ukraine\.\n/);
    expect(text).toMatch(/“The attack was the work of ISIS-K\.” \[1\], in its own voice/);
    expect(text).toMatch(/Ukraine denies/);
    expect(text).toMatch(/\nSources\n\[1\] Briefing A: the attack in Moscow, 24 March 2024\n/);
  });

  test("an answer is isolated on the canvas, and the way back is open", async () => {
    const { page } = opened;
    await ask("from=isis-k&to=ukraine", /2 hops, as strong/);
    const all = await drawn();
    await page.getByRole("button", { name: "Isolate on the canvas" }).click();
    await expect.poll(drawn, patient).toBe("3");
    await page.getByRole("button", { name: "Back", exact: true }).click();
    await expect.poll(drawn, patient).toBe(all);
    await page.keyboard.press("Shift+I");
    await expect.poll(drawn, patient).toBe("3");
    await page.keyboard.press("Escape");
    await expect.poll(drawn, patient).toBe(all);
    expect(hash()).toBe("from=isis-k&to=ukraine");
  });

  test("a question is kept under a name, asked again after a reload, renamed, forgotten, and back", async () => {
    const { page } = opened;
    await ask("from=isis-k&to=ukraine&standing=stated", /3 hops, as strong/);
    await page.keyboard.press("Shift+S");
    const name = page.getByRole("textbox", { name: "Name" });
    expect(await name.inputValue()).toBe("ISIS-K → Ukraine");
    await name.fill("How firmly?");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^How firmly\?/ }).waitFor();
    await page.goto(page.url().replace(/#.*/, ""));
    await page.reload();
    await settled();
    await page.getByRole("tab", { name: "Questions" }).click();
    await page.getByRole("button", { name: /^How firmly\?/ }).click();
    await expect.poll(says, patient).toMatch(/3 hops, as strong as its weakest: stated/);
    expect(hash()).toBe("from=isis-k&to=ukraine&standing=stated");
    const more = (of: string) => page.getByRole("button", { name: `More about ${of}` });
    await more("How firmly?").click();
    await page.getByRole("menuitem", { name: "Rename…" }).click();
    await name.fill("As firmly as that");
    await page.getByRole("button", { name: "Rename", exact: true }).click();
    await more("As firmly as that").click();
    await page.getByRole("menuitem", { name: "Forget" }).click();
    await more("As firmly as that").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await more("As firmly as that").waitFor();
  });

  test("a path leaves with its evidence", async () => {
    await ask("from=isis-k&to=ukraine", /2 hops, as strong/);
    const lines = (await exported("Clew JSON lines")).trim().split("\n");
    const quotes = lines.flatMap((line) => JSON.parse(line).citation?.quote ?? []);
    expect(quotes).toContain("The attack was the work of ISIS-K.");
    expect(quotes).toContain("Kyiv denies any part in the attack.");
    expect(quotes.length).toBeLessThan(10);
  });

  test("a network leaves with the entities and links that were shown", async () => {
    const answer = JSON.parse(clew(["around", served.path, "russia", "--hops", "1", "--json"]).stdout);
    await ask("ask=around&center=russia&hops=1", /8 entities/);
    const graph = readGexf(await exported("GEXF"));
    expect(new Set(graph.nodes)).toEqual(new Set(answer.entities.map(({ id }: { id: string }) => id)));
    expect(graph.edges.length).toBe(answer.links.length);
  });

  async function exported(format: string): Promise<string> {
    const { page } = opened;
    await page.getByRole("button", { name: "Export with evidence" }).click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByRole("radio", { name: /with (the|its) evidence/ }).isChecked()).toBe(true);
    await dialog.getByRole("radio", { name: new RegExp(format) }).check({ force: true });
    const download = page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Download" }).click();
    return readFileSync(await (await download).path(), "utf8");
  }

  test("a question that takes long says so, and is called off", async () => {
    const { page } = opened;
    await page.route("**/api/path", async (route) => {
      await new Promise((later) => setTimeout(later, 20_000));
      await route.abort().catch(() => {});
    });
    await page.evaluate(() => {
      location.hash = "from=isis-k&to=tajikistan";
    });
    await page.getByRole("progressbar", { name: "Time used" }).waitFor();
    await page.getByRole("button", { name: "Cancel" }).click();
    await expect.poll(says, patient).toMatch(/Cancelled before the answer came/);
    expect(await page.getByRole("progressbar").count()).toBe(0);
    await page.unroute("**/api/path");
  });

  test("nothing went wrong on the way", () => {
    expect(opened.faults).toEqual([]);
    expect(opened.strayRequests).toEqual([]);
  });
});
