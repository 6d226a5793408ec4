import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OpenedPage, openPage } from "./browser.ts";
import { clew, type ServedCase, serveCase } from "./served-case.ts";

/** As a colleague sends it: semicolons, day-first dates, two documents in a cell, a header with slips, letters of Windows-1252. */
const table = [
  "Sorce;Targt;Relaton;Datum;Source URLs;Anteil",
  "Ada Löw;Hafen GmbH;owns;24.3.2019;https://register.example/1 https://zeitung.example/a;51",
  "Bo Chen;Hafen GmbH;owns;1.4.2020;https://register.example/1;49",
  "Hafen GmbH;Lager AG;owns;31.12.2021;https://register.example/2;100",
  "Ada Löw;Bo Chen;knows;13.5.2018;https://zeitung.example/a https://zeitung.example/b;",
];
const latin = Buffer.from(`${table.join("\r\n")}\r\n`, "latin1");

/** Pictures for whoever asks for them: `CLEW_PICTURES=FOLDER`. */
const pictures = process.env.CLEW_PICTURES;

describe("a colleague's table, from drop to graph", () => {
  let served: ServedCase;
  let opened: OpenedPage;

  beforeAll(async () => {
    served = await serveCase({ file: null });
    opened = await openPage(served.url, { width: 1280, height: 800, reducedMotion: "reduce" });
    await opened.page.getByRole("button", { name: "Import" }).first().waitFor();
  });
  afterAll(async () => {
    await opened?.close();
    await served?.stop();
  });

  const dialog = () => opened.page.getByRole("dialog");
  const picture = async (name: string) => {
    if (pictures === undefined) return;
    mkdirSync(pictures, { recursive: true });
    await opened.page.screenshot({ path: join(pictures, `${name}.png`) });
  };

  test("what is dropped is looked at: what it is taken for, each column, what it would give", async () => {
    await drop(opened, [{ name: "beteiligungen.csv", bytes: latin }]);
    await dialog()
      .getByText(/each row is a link/)
      .waitFor();
    await picture("look");
    const text = (await dialog().textContent()) ?? "";
    expect(text).toMatch(/Gives 4 entities, 4 links, 6 claims from 5 sources/);
    expect(text).toContain("Ada Löw");
    const uses = await dialog().getByRole("region", { name: "Columns and first rows" }).getByRole("button").allTextContents();
    expect(uses.filter((use) => !use.includes("type"))).toEqual([
      ...["From, by name", "To, by name", "Relation", "When", "Source, its address", "Attribute, number"],
    ]);
    expect(clew(["stats", served.path, "--json"]).stdout).toMatch(/"entities":\s*0/);
  });

  test("a column that is put right changes what would come, and can be put back", async () => {
    await chooseUse(opened, "Anteil", "Left out");
    await expect
      .poll(() =>
        dialog()
          .getAttribute("aria-busy")
          .catch(() => null),
      )
      .not.toBe("true");
    await chooseUse(opened, "Anteil", "Attribute, number");
    await dialog()
      .getByText(/Gives 4 entities/)
      .waitFor();
  });

  test("it is imported with a report that can be kept", async () => {
    await dialog().getByRole("button", { name: "Import", exact: true }).click();
    await dialog().getByRole("heading", { name: "Imported beteiligungen.csv" }).waitFor();
    await picture("report");
    const download = opened.page.waitForEvent("download");
    await dialog().getByRole("button", { name: "Save the report" }).click();
    const report = JSON.parse(readFileSync(await (await download).path(), "utf8"));
    expect(report).toMatchObject({ files: ["beteiligungen.csv"], entities: { added: 4 }, claims: { added: 6 } });
    await dialog().getByRole("button", { name: "Done" }).click();
    await opened.page.locator('[data-layout="settled"][data-nodes="4"]').waitFor();
    await picture("graph");
  });

  test("a link has both documents behind it, and its date is the day that was meant", () => {
    const shown = JSON.parse(clew(["path", served.path, "Ada Löw", "Hafen GmbH", "--json"]).stdout);
    const claims = shown.paths[0].steps[0].links[0].claims as {
      source: { url: string | null };
      claim?: { during: string };
      during?: string;
    }[];
    expect(claims).toHaveLength(2);
    expect(JSON.stringify(shown)).toContain("2019-03-24");
    expect(JSON.stringify(shown)).toContain("https://zeitung.example/a");
  });

  test("all of it can be taken back where it was reported", async () => {
    await drop(opened, [{ name: "beteiligungen.csv", bytes: Buffer.from("source;target\nEve;Hafen GmbH\n") }]);
    await dialog()
      .getByText(/each row is a link/)
      .waitFor();
    await dialog().getByRole("button", { name: "Import", exact: true }).click();
    await dialog().getByRole("button", { name: "Undo the import" }).click();
    await dialog().getByText("All of it is out of the case again.").waitFor();
    expect(clew(["stats", served.path, "--json"]).stdout).toMatch(/"entities":\s*4/);
    await dialog().getByRole("button", { name: "Done" }).click();
  });

  test("one of several that cannot be read is named, and can be left out", async () => {
    const other = { name: "notes.xyz", bytes: Buffer.from("\u0000\u0001 nothing of the kind") };
    await drop(opened, [{ name: "more.csv", bytes: Buffer.from("source,target\nEve,Mallory\n") }, other]);
    await dialog().getByText("notes.xyz cannot be read: leave it out to import the rest.").waitFor();
    expect(await dialog().getByRole("button", { name: "Import", exact: true }).isDisabled()).toBe(true);
    await dialog().getByRole("tab", { name: /notes/ }).click();
    await dialog().getByRole("button", { name: "Leave it out" }).click();
    await dialog().getByRole("heading", { name: "Import more.csv" }).waitFor();
    await dialog()
      .getByText(/Gives 2 entities, 1 link/)
      .waitFor();
    expect(await dialog().getByRole("button", { name: "Import", exact: true }).isDisabled()).toBe(false);
    await keepsTheKeyboard(opened);
    await opened.page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
  });

  test("a format that is not seen can be said", async () => {
    await drop(opened, [{ name: "ties.dat", bytes: Buffer.from("Eve knows Mallory\n") }]);
    await dialog().getByRole("alert").waitFor();
    await opened.page.getByRole("button", { name: "Read it as" }).click();
    await opened.page.getByRole("option", { name: "SIF", exact: true }).click();
    await opened.page.getByRole("listbox").waitFor({ state: "detached" });
    await dialog()
      .getByText(/Gives 2 entities, 1 link/)
      .waitFor();
    await keepsTheKeyboard(opened);
    await opened.page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
  });

  test("what cannot be read says so in one line, and nothing is imported", async () => {
    await drop(opened, [{ name: "notes.xyz", bytes: Buffer.from("\u0000\u0001\u0002 nothing of the kind") }]);
    await dialog().getByRole("alert").waitFor();
    expect(await dialog().getByRole("button", { name: "Import", exact: true }).isDisabled()).toBe(true);
    await picture("refused");
    await opened.page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
  });
});

/** As a hand drops it: onto the window, wherever. */
async function drop({ page }: OpenedPage, files: readonly Dropped[]): Promise<void> {
  await page.evaluate(
    (files) => {
      const data = new DataTransfer();
      for (const { name, bytes } of files) data.items.add(new File([new Uint8Array(bytes)], name));
      window.dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true, bubbles: true }));
    },
    files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  );
}

/** What was pressed last has gone; the keyboard is in the dialog all the same, where Escape and Tab belong to it. */
async function keepsTheKeyboard({ page }: OpenedPage): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null)).toBe(true);
}

interface Dropped {
  readonly name: string;
  readonly bytes: Buffer;
}

async function chooseUse({ page }: OpenedPage, column: string, use: string): Promise<void> {
  await page.getByRole("button", { name: `What ${column} is` }).click();
  await page.getByRole("option", { name: use, exact: true }).click();
}
