import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { type Case, openCase } from "../../../../src/case/open-case.ts";
import { examineCase, saveCase } from "../../../../src/store/sqlite/salvage/doctor-case.ts";
import { bytes, jsonLines, newCase, scratchFolder } from "../../../case/small-case.ts";

const folder = scratchFolder();
const pageSize = 4096;
const people = 400;
let made = 0;

/** Big enough that each table has pages of its own, one text over many pages; charts, questions, merges, withdrawals. */
async function bigCase(): Promise<string> {
  const opened = newCase(folder);
  const text = Array.from({ length: people }, (_, n) => `P${n} met P${n + 1}. `).join("");
  await opened.import([
    {
      name: "big.clew.jsonl",
      bytes: bytes(
        jsonLines([
          { clew: 1 },
          { kind: "type", id: "cell", label: "cell", parent: "thing" },
          { kind: "source", id: "s1", title: "Log", text },
          ...Array.from({ length: people + 1 }, (_, n) => ({ kind: "entity", id: `p${n}`, type: "person", name: `P${n}` })),
          ...Array.from({ length: people }, (_, n) => ({
            ...{
              kind: "claim",
              claim: "link",
              id: `c${n}`,
              subject: `p${n}`,
              relation: "met",
              object: `p${n + 1}`,
              stance: "asserts",
            },
            ...{ source: "s1", citation: { quote: `P${n} met P${n + 1}.` } },
          })),
        ]),
      ),
    },
  ]);
  opened.judge({ a: "p1", b: "p2", verdict: "same" });
  opened.withdraw("c7", "wrong");
  opened.saveQuestion({ name: "How?", asked: { ask: "path", from: "p0", to: "p9" } });
  opened.close();
  return join(folder, `${opened.name}.clew`);
}

const undamaged = bigCase();

/** A copy with some pages zeroed, numbers from 1. */
async function damaged(pages: readonly number[]): Promise<string> {
  const path = join(folder, `damaged-${++made}.clew`);
  copyFileSync(await undamaged, path);
  const content = readFileSync(path);
  for (const page of pages) content.fill(0, (page - 1) * pageSize, page * pageSize);
  writeFileSync(path, content);
  return path;
}

async function pagesOf(table: string): Promise<number[]> {
  const db = new DatabaseSync(await undamaged, { readOnly: true });
  const rootOf = db.prepare("SELECT rootpage FROM sqlite_schema WHERE name = ?").get(table);
  db.close();
  return treeFrom(readFileSync(await undamaged), Number(rootOf?.rootpage));
}

/** The page and, where it leads on to others, those. */
function treeFrom(content: Buffer, page: number): number[] {
  const at = (page - 1) * pageSize;
  if (content[at] !== 5 && content[at] !== 2) return [page];
  const cells = Array.from({ length: content.readUInt16BE(at + 3) }, (_, n) => content.readUInt16BE(at + 12 + 2 * n));
  const next = [...cells.map((cell) => content.readUInt32BE(at + cell)), content.readUInt32BE(at + 8)];
  return [page, ...next.flatMap((each) => treeFrom(content, each))];
}

async function save(path: string): Promise<{ report: ReturnType<typeof saveCase>; opened: Case }> {
  const target = join(folder, `saved-${++made}.clew`);
  const report = saveCase(path, target);
  return { report, opened: openCase(target) };
}

test("a sound case is called sound, and what is saved of it is all of it", async () => {
  const path = await undamaged;
  expect(examineCase(path)).toEqual([]);
  const { report, opened } = await save(path);
  const before = openCase(path, { mode: "read" });
  expect(opened.hash()).toEqual(before.hash());
  expect(opened.stats()).toEqual(before.stats());
  expect(report.lost).toEqual({ entities: [], sources: [], texts: [], imported: 0, claims: [], entries: [] });
  expect(opened.undo().label).toBe("save question How?");
  opened.close();
  before.close();
});

for (const table of [
  "entity",
  "claim",
  "source",
  "source_text",
  "judgement",
  "question",
  "withdrawn",
  "ontology",
  "link",
  "name",
])
  test(`without the pages of the table ${table}, the history gives back what was on them`, async () => {
    const path = await damaged(await pagesOf(table));
    expect(examineCase(path).length).toBeGreaterThan(0);
    const { report, opened } = await save(path);
    const before = openCase(await undamaged, { mode: "read" });
    expect(opened.hash()).toEqual(before.hash());
    expect(report.problems).toEqual([]);
    opened.close();
    before.close();
  });

test("without the first page, by which SQLite finds the tables, everything is saved", async () => {
  const path = await damaged([1]);
  expect(examineCase(path)).toMatchObject([{ kind: "integrity", message: expect.stringContaining("is no case") }]);
  const { report, opened } = await save(path);
  expect(report.saved).toMatchObject({ entities: people + 1, claims: people, sources: 1, entries: 4 });
  expect(opened.check()).toEqual([]);
  opened.close();
});

test("what still stands in the log alone is saved, too", async () => {
  const opened = openCase(await damaged([]));
  opened.judge({ a: "p5", b: "p6", verdict: "different", reason: "two people" });
  const path = join(folder, "logged.clew");
  for (const end of ["", "-wal"]) copyFileSync(join(folder, `${opened.name}.clew${end}`), `${path}${end}`);
  const hash = opened.hash();
  opened.close();
  const content = readFileSync(path);
  writeFileSync(path, content.fill(0, 0, pageSize));
  const { opened: saved } = await save(path);
  expect(saved.hash()).toEqual(hash);
  saved.close();
});

test("what neither table nor history has is named as lost, and placeholders stand for it", async () => {
  const history = await pagesOf("history_change");
  const [, firstLeaf = 0] = await pagesOf("entity");
  const { report, opened } = await save(await damaged([...history, firstLeaf]));
  expect(report.lost.entities.length).toBeGreaterThan(5);
  expect(report.saved.entities + report.lost.entities.length).toBe(people + 1);
  expect(report.saved.claims).toBe(people);
  expect(opened.check()).toEqual([]);
  expect(opened.show(report.lost.entities[0] ?? "").entity.placeholder).toBe(true);
  opened.close();
});

test("whichever page is zeroed, what is saved opens and holds together, and loses at most what lay on it", async () => {
  const pages = readFileSync(await undamaged).length / pageSize;
  const step = process.env.CLEW_EVERY_PAGE === undefined ? 17 : 1;
  for (let page = 1; page <= pages; page += step) {
    const { report, opened } = await save(await damaged([page]));
    expect(opened.check(), `page ${page}`).toEqual([]);
    expect(report.saved.claims, `page ${page}`).toBe(people);
    expect(report.saved.entities + report.lost.entities.length, `page ${page}`).toBe(people + 1);
    opened.close();
  }
}, 120_000);

test("a file cut in half, one of noise, and one that is there already", async () => {
  const path = join(folder, "half.clew");
  const content = readFileSync(await undamaged);
  writeFileSync(path, content.subarray(0, content.length / 2));
  const { report, opened } = await save(path);
  expect(report.saved.entities + report.saved.claims).toBeGreaterThan(0);
  opened.close();
  const noise = join(folder, "noise.clew");
  writeFileSync(noise, Buffer.from(content.map((byte, at) => (byte * 31 + at * 7) & 0xff)));
  expect(saveCase(noise, join(folder, "from-noise.clew")).saved.entities).toBe(0);
  expect(() => saveCase(noise, path)).toThrow(/wanted a new name/);
  expect(() => examineCase(join(folder, "nowhere.clew"))).toThrow(/no such file/);
});
