import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openCase } from "../../src/case/open-case.ts";
import type { LinkList } from "../../src/case/views.ts";
import { startServer } from "../../src/server/start-server.ts";
import { fieldsOfText, hostileLines } from "../browser/hostile-case.ts";
import { launchPage } from "../browser/launch-page.ts";
import { payloads } from "../browser/payloads.ts";
import { bytes, jsonLines } from "../case/small-case.ts";
import { randomFrom } from "../formats/random-from.ts";
import { type Outcome, ran } from "./outcome.ts";
import { inScratch } from "./scratch.ts";
import { strangeParts } from "./strange-parts.ts";

const token = "trust-0123456789abcdef";

/** The way through the page: what was looked at, and what went wrong there. */
interface Walk {
  readonly page: Page;
  readonly folder: string;
  readonly links: readonly string[];
  readonly views: Set<string>;
  readonly broken: string[];
}

/**
 * A case with every payload in every text of every kind of record, walked through in a real browser: every panel, every kind of answer,
 * every dialog, then buttons at random. `every`: each n-th entity, link and source is opened.
 */
export async function hostileTexts({ every, presses, seed }: { every: number; presses: number; seed: number }): Promise<Outcome> {
  const lines = hostileLines(payloads);
  const { fields, without } = fieldsOfText(lines, payloads);
  const broken = without.map((field) => `no payload stands in ${field}`);
  let figure = "";
  await inScratch(async (folder) => {
    const casePath = join(folder, "hostile.clew");
    const made = openCase(casePath, { mode: "create", by: payloads[0]! });
    const { problems } = await made.import([{ name: payloads[8]!, bytes: bytes(jsonLines(lines)) }]);
    made.close();
    broken.push(...problems.map(({ message }) => `the case could not be made: ${message}`));
    const logged: string[] = [];
    const server = await startServer({ casePath, port: 0, token, by: payloads[1]!, log: (line) => logged.push(line) });
    const links = await linksOf(new URL(server.url).origin);
    const opened = await launchPage(server.url, { width: 1440, height: 900, reducedMotion: "reduce" });
    const walk: Walk = { page: opened.page, folder, links, views: new Set(), broken };
    try {
      await walkPanels(walk);
      await walkRecords(walk, every);
      await walkAnswers(walk);
      await walkDialogs(walk);
      await walkChanges(walk);
      await pressAnything(walk, { presses, random: randomFrom(seed) });
    } finally {
      await opened.close();
      await server.close();
    }
    broken.push(...opened.faults, ...opened.strayRequests.map((address) => `asked ${address}`));
    broken.push(...logged.map((line) => `logged: ${line}`));
    const kinds = new Map<string, number>();
    for (const fault of opened.faults) kinds.set(fault.split(":", 1)[0]!, (kinds.get(fault.split(":", 1)[0]!) ?? 0) + 1);
    const of = (kind: string) => kinds.get(kind) ?? 0;
    figure = `${payloads.length} payloads in ${fields} fields, ${walk.views.size} views walked, ${presses} buttons pressed: ${of("dialog")} dialogs, ${of("policy")} breaches of the policy, ${of("error") + of("console")} errors, ${opened.strayRequests.length} requests elsewhere`;
  });
  return ran(figure, broken);
}

async function linksOf(origin: string): Promise<string[]> {
  const answer = await fetch(`${origin}/api/links`, { headers: { Authorization: `Bearer ${token}` } });
  return ((await answer.json()) as LinkList).links.map(({ link }) => link.id);
}

/** Goes to a view and looks around there. A way that is shut is a fault too: a walk that stands still finds nothing. */
async function view({ page, views, broken }: Walk, name: string, go: () => Promise<unknown>): Promise<void> {
  try {
    await go();
  } catch (error) {
    broken.push(`${name}: ${String(error).split("\n", 1)[0]}`);
  }
  views.add(name);
  const { strange, shown } = await page.evaluate(strangeParts, payloads);
  if (shown === 0) broken.push(`${name}: wanted a payload in sight, got none`);
  broken.push(...strange.map((part) => `${name}: ${part}`));
}

function goTo(page: Page, pairs: Readonly<Record<string, string>>): Promise<void> {
  return page.evaluate((to) => {
    location.hash = to;
  }, new URLSearchParams(pairs).toString());
}

/** Other work may share the machine. */
const patient = { timeout: 30_000 };

async function walkPanels(walk: Walk): Promise<void> {
  const { page } = walk;
  await view(walk, "canvas", () => page.locator('[data-layout="settled"]').waitFor({ timeout: 60_000 }));
  await view(walk, "canvas by keyboard", async () => {
    await page.getByRole("application", { name: "Entities and links" }).focus();
    for (const key of ["ArrowUp", "ArrowLeft", "]", "Enter", "Escape"]) await page.keyboard.press(key);
  });
  await view(walk, "canvas by pointer", async () => {
    for (let x = 400; x < 1000; x += 25) await page.mouse.move(x, 300 + (x % 200));
  });
  for (const tab of ["Sources", "Questions", "List", "Case"])
    await view(walk, `panel ${tab}`, async () => {
      await page.getByRole("tab", { name: tab, exact: true }).click();
      const panel = page.getByRole("region", { name: "Case", exact: true });
      await panel.hover();
      for (let turn = 0; turn < 5; turn++) await page.mouse.wheel(0, 600);
    });
}

async function walkRecords(walk: Walk, every: number): Promise<void> {
  const { page, links } = walk;
  const inspector = page.getByRole("region", { name: "Inspector" });
  for (const [at, payload] of payloads.entries()) {
    if (at % every !== 0) continue;
    await view(walk, `entity ${at}`, async () => {
      await goTo(page, { entity: payload });
      await shows(page, "#inspector h2", payload);
    });
    await view(walk, `link ${at}`, async () => {
      await goTo(page, { link: links[at]! });
      await inspector.getByText("withdrawn claim").click(patient);
    });
    await view(walk, `source ${at}`, async () => {
      await inspector.locator("mark").first().click(patient);
      await page.getByRole("dialog", { name: "Source text" }).locator("mark").first().waitFor(patient);
      await page.getByRole("button", { name: "Next claim" }).click();
    });
    await page.keyboard.press("Escape");
  }
}

function shows(page: Page, selector: string, text: string): Promise<unknown> {
  const isThere = ([at, wanted]: readonly [string, string]) =>
    [...document.querySelectorAll(at)].some(({ textContent }) => textContent.includes(wanted));
  return page.waitForFunction(isThere, [selector, text] as const, patient);
}

async function walkAnswers(walk: Walk): Promise<void> {
  const { page } = walk;
  const [a, b, c] = [payloads[0]!, payloads[2]!, payloads[4]!];
  const tools = page.getByRole("toolbar", { name: "This answer" });
  const questions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    path: { from: a, to: b, avoid: c },
    "paths of every kind": { from: a, to: b, kind: "k-shortest", k: "3" },
    "no path": { from: a, to: b, relation: a },
    "no path within": { from: a, to: payloads[40]!, hops: "1" },
    around: { ask: "around", center: a, hops: "2" },
    common: { ask: "common", among: a },
    connect: { ask: "connect", among: a },
    bearing: { ask: "bearing", from: a, to: b },
    pattern: { ask: "pattern", pattern: "* -> * -> *" },
    "a pattern that is none": { ask: "pattern", pattern: a },
    "nobody of that name": { from: `nobody ${a}`, to: b },
  };
  for (const [name, pairs] of Object.entries(questions))
    await view(walk, `answer: ${name}`, async () => {
      await goTo(page, {});
      await tools.waitFor({ state: "detached", ...patient });
      const more = name === "common" || name === "connect" ? `&among=${encodeURIComponent(b)}` : "";
      const hash = new URLSearchParams(pairs).toString() + more;
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
      const refused = page.locator("#inspector [role=alert]");
      await tools.or(refused).first().waitFor(patient);
    });
  await view(walk, "answer: isolated", async () => {
    await goTo(page, { from: a, to: b });
    await tools.getByRole("button", { name: "Isolate on the canvas" }).click(patient);
    await tools.getByRole("button", { name: "Back to the whole canvas" }).click(patient);
  });
  await view(walk, "answer: conditions", async () => {
    await page.getByRole("button", { name: "Add a condition" }).press("Enter");
    await page.getByRole("searchbox", { name: "Search the conditions" }).waitFor(patient);
    await page.keyboard.type("source");
    await page.keyboard.press("Enter");
    await page.keyboard.type("<");
    await page.keyboard.press("Escape");
  });
}

async function walkDialogs(walk: Walk): Promise<void> {
  const { page, folder } = walk;
  const dialog = page.getByRole("dialog");
  const closed = async () => {
    for (let turn = 0; turn < 60 && (await dialog.count()) > 0; turn++) {
      await page.keyboard.press("Escape");
      await page.waitForTimeout(500);
    }
  };
  const byCommand = async (words: string, label: RegExp) => {
    await page.getByRole("combobox", { name: "Search entities" }).fill(words);
    await page.getByRole("option", { name: label }).click(patient);
    await dialog.waitFor(patient);
  };
  await page.keyboard.press("Escape");
  await view(walk, "dialog export", async () => {
    await byCommand("export", /^Export(?! the)/);
    for (const choice of await dialog.getByRole("radio").all()) await choice.check({ force: true }).catch(() => undefined);
  });
  await closed();
  await view(walk, "dialog claim", async () => {
    await byCommand("claim", /Add a claim/);
    for (const box of await dialog.getByRole("combobox").all()) {
      await box.fill(payloads[3]!.slice(0, 8));
      await page.getByRole("option").first().click(patient);
    }
    for (const choice of [/Relation$/, /Source$/]) {
      await dialog.getByRole("button", { name: choice }).click(patient);
      await page.getByRole("option").nth(3).click(patient);
    }
    for (const label of [/Its words/, /In what/]) await dialog.getByRole("textbox", { name: label }).fill(payloads[5]!);
    await dialog.getByRole("button", { name: "Record" }).click(patient);
    await dialog.getByRole("alert").waitFor(patient);
  });
  await closed();
  await view(walk, "dialog shortcuts", () => byCommand("keyboard", /Keyboard shortcuts/));
  await closed();
  await view(walk, "dialog save question", async () => {
    await goTo(page, { from: payloads[0]!, to: payloads[2]! });
    await page.getByRole("button", { name: "Save question" }).click(patient);
    await dialog.getByRole("textbox", { name: "Name" }).fill(payloads[6]!);
  });
  await closed();
  await view(walk, "dialog import", async () => {
    const names = payloads.filter((name) => !/[/\0]/.test(name)).slice(0, 20);
    const files = names.map((name) => join(folder, name));
    const faults = payloads.map((payload) => JSON.stringify({ kind: payload, claim: payload, id: payload })).join("\n");
    for (const file of files) writeFileSync(file, `{"clew":1}\n${faults}\n${payloads.join("\n")}`);
    writeFileSync(join(folder, `${names[0]}.csv`), `source,target,type\n${payloads.map((p) => JSON.stringify(p)).join(",x\n")}`);
    await page.getByLabel("Files to import").setInputFiles([...files, join(folder, `${names[0]}.csv`)]);
    const toImport = dialog.getByRole("button", { name: "Import", exact: true });
    await toImport.and(page.locator(":enabled")).waitFor({ timeout: 60_000 });
    await dialog.getByRole("tab").last().click(patient);
    await toImport.click(patient);
    await dialog.getByRole("heading", { name: /^Imported/ }).waitFor({ timeout: 60_000 });
  });
  await closed();
}

async function walkChanges(walk: Walk): Promise<void> {
  const { page, links } = walk;
  const inspector = page.getByRole("region", { name: "Inspector" });
  const dialog = page.getByRole("dialog");
  const messages = page.getByRole("region", { name: "Messages" });
  await view(walk, "dialog judge", async () => {
    await goTo(page, { entity: payloads[1]! });
    await shows(page, "#inspector h2", payloads[1]!);
    await inspector
      .getByRole("button", { name: /^More about/ })
      .first()
      .click(patient);
    await page.getByRole("menuitem", { name: /Same as/ }).click(patient);
    await dialog.getByRole("combobox").fill(payloads[3]!.slice(0, 10));
    await page.getByRole("option").first().click(patient);
    await dialog.getByRole("textbox", { name: "Why" }).fill(payloads[7]!);
    await dialog.getByRole("button", { name: "Record" }).click();
    await dialog.waitFor({ state: "detached", ...patient });
  });
  await view(walk, "dialog reason", async () => {
    await goTo(page, { link: links[1]! });
    await inspector.getByRole("button", { name: "What to do with this claim" }).first().click(patient);
    await page.getByRole("menuitem", { name: /^Withdraw/ }).click(patient);
    await dialog.getByRole("textbox", { name: "Why" }).fill(payloads[9]!, patient);
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await dialog.waitFor({ state: "detached", ...patient });
  });
  for (const name of ["Undo", "Redo", "Undo", "Undo"])
    await view(walk, `message: ${name}`, async () => {
      const button = page.getByRole("button", { name: new RegExp(`^${name}: `) });
      await button.hover(patient);
      await button.click(patient);
      await messages
        .getByText(name === "Undo" ? /^Undone/ : /^Done again/)
        .first()
        .waitFor(patient);
    });
  for (const at of [0, 12, 71, 106])
    await view(walk, `search ${at}`, async () => {
      const box = page.getByRole("combobox", { name: "Search entities" });
      await box.fill(payloads[at]!);
      await page.getByRole("option").first().waitFor(patient);
      await box.fill(`qqqq${payloads[at]!.replaceAll(/[^<>/=]/g, "")}`);
      await page.getByText("No entity has that name.").waitFor(patient);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Escape");
    });
  await view(walk, "small screen", async () => {
    await page.setViewportSize({ width: 700, height: 800 });
    await page.waitForTimeout(300);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
}

/** Presses buttons, tabs, choices and rows as they come. */
async function pressAnything(walk: Walk, { presses, random }: { presses: number; random: () => number }): Promise<void> {
  const { page } = walk;
  const pressed =
    "button:visible, [role=tab]:visible, [role=option]:visible, [role=menuitem]:visible, [role=row]:visible, summary:visible";
  for (let turn = 0; turn < presses; turn++) {
    const all = page.locator(pressed);
    const number = await all.count();
    if (number === 0) continue;
    const one = all.nth(Math.floor(random() * number));
    await one.click({ timeout: 1_000, force: true, noWaitAfter: true }).catch(() => undefined);
    if (turn % 5 === 0) await view(walk, "buttons at random", async () => undefined);
    if (turn % 7 === 0) await page.keyboard.press("Escape");
  }
}
