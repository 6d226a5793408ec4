import { join } from "node:path";
import { expect, test } from "vitest";
import { entityId } from "../../src/base/ids.ts";
import type { ImportFile } from "../../src/case/files/import-file.ts";
import { findEntity } from "../../src/case/find-entity.ts";
import { IdPlacer } from "../../src/case/id-placer.ts";
import { importFiles } from "../../src/case/import-files.ts";
import { undo } from "../../src/case/undo.ts";
import type { ImportReport } from "../../src/case/views.ts";
import type { CaseStore } from "../../src/store/case-store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { bytes, jsonLines, scratchFolder } from "./small-case.ts";

const folder = scratchFolder();
const author = { by: "tester", at: "2024-04-01T00:00:00.000Z" };
let made = 0;

const file = (name: string, text: string): ImportFile => ({ name, bytes: bytes(text) });
const people = file("people.csv", "id,name,type\n1,Ada,person\n2,Bo,person\n");
const owns = file("owns.csv", "source,target,type\n1,2,owns\n");
const firms = file("firms.csv", "id,name,type\n1,Bolt,organization\n3,Cog,organization\n");

/** The same on both ways into the case: held in memory, and streamed. */
function onBothWays(title: string, run: (store: CaseStore, take: Take) => Promise<void>): void {
  for (const few of [Number.POSITIVE_INFINITY, 0])
    test(`${title} (${few === 0 ? "streamed" : "held"})`, async () => {
      const store = openSqliteStore(join(folder, `${made++}.clew`), { mode: "create" });
      try {
        await run(store, (files, options = {}) => importFiles(store, files, { author, few, ...options }));
        expect(store.check().filter(({ kind }) => kind !== "dangling-claim" && kind !== "dangling-source")).toEqual([]);
      } finally {
        store.close();
      }
    });
}

type Take = (files: readonly ImportFile[], options?: { ids?: string; strict?: boolean }) => ReturnType<typeof importFiles>;

function apartIn({ problems }: ImportReport): ImportReport["problems"] {
  return problems.filter(({ kind }) => kind === "ids-apart");
}

function namesById(store: CaseStore): Record<string, string> {
  return Object.fromEntries([...store.entities()].map(({ id, name }) => [id.replace(/-[0-9a-f]{12}/, "-…"), name]));
}

onBothWays("node 1 of two unrelated files stays two entities; of files of one call it is one", async (store, take) => {
  expect(apartIn(await take([people, owns]))).toEqual([]);
  const report = await take([firms]);
  expect(report.entities).toEqual({ added: 2, matched: 0 });
  expect(apartIn(report)).toMatchObject([{ file: "firms.csv", outcome: "kept" }]);
  expect(namesById(store)).toEqual({ "1": "Ada", "2": "Bo", "3": "Cog", "1@firms-…": "Bolt" });
  expect([...store.links()].map(({ from, to }) => [from, to])).toEqual([["1", "2"]]);
});

onBothWays("the same files again find what they gave, together, alone, and after what came between", async (store, take) => {
  await take([owns, people]);
  await take([firms]);
  const before = store.hash().records;
  for (const files of [[owns, people], [people], [owns], [firms], [people, owns]]) {
    const report = await take(files);
    expect(report.entities.added + report.claims.added + report.sources.added).toBe(0);
    expect(apartIn(report)).toEqual([]);
  }
  expect(store.hash().records).toBe(before);
});

onBothWays("a name puts imports into one space, world into that of ids which mean the same everywhere", async (store, take) => {
  await take([people], { ids: "register" });
  await take([firms]);
  const report = await take([owns], { ids: "register" });
  expect(report.entities).toEqual({ added: 0, matched: 2 });
  expect(namesById(store)).toEqual({ "1": "Ada", "2": "Bo", "3": "Cog", "1@firms-…": "Bolt" });
  await take([file("x.clew.jsonl", jsonLines([{ clew: 1 }, { kind: "entity", id: "q9", type: "person", name: "Dot" }]))]);
  expect((await take([file("q.csv", "source,target\nq9,q8\n")], { ids: "world" })).entities).toMatchObject({
    added: 1,
    matched: 1,
  });
});

onBothWays(
  "an end that no file declares is not another file's: a placeholder of its own space, or nothing when strict",
  async (store, take) => {
    await take([people]);
    const other = file("other.csv", "id,name,type\n9,Dan,person\n");
    const links = file("links.csv", "source,target,type\n9,1,owns\n");
    await take([other, links]);
    const apart = [...store.entities()].find(({ id }) => id.startsWith("1@other-"));
    expect(apart).toMatchObject({ name: "1", written: "1", space: apart?.id.slice(2) });
    expect([...store.links()].map(({ from, to }) => [from, to])).toEqual([["9", apart?.id]]);
  },
);

onBothWays("what was undone comes in again, also under other ids", async (store, take) => {
  await take([people]);
  await take([owns]);
  undo(store, author);
  const report = await take([owns], { ids: store.entity(entityId("1"))!.space! });
  expect(report).toMatchObject({ claims: { added: 1 }, outcomes: { dropped: 0 } });
  expect([...store.links()].map(({ from, to }) => [from, to])).toEqual([["1", "2"]]);
});

onBothWays(
  "an id as it is written finds its entity; where two spaces have it, who types it is offered both",
  async (store, take) => {
    await take([people]);
    await take([firms]);
    const bolt = [...store.entities()].find(({ name }) => name === "Bolt")!;
    expect(findEntity(store, "3", "typed").name).toBe("Cog");
    expect(findEntity(store, "1").name).toBe("Ada");
    expect(() => findEntity(store, "1", "typed")).toThrow(
      /names 2: person:"Ada" \(id "1@people-[0-9a-f]{12}"\), organization:"Bolt"/,
    );
    expect(findEntity(store, bolt.id, "typed")).toEqual(bolt);
    expect(findEntity(store, `1@${store.entity(entityId("1"))!.space}`, "typed").name).toBe("Ada");
    const search = store.search("1", { limit: 5 });
    expect(search.map(({ entity }) => entity.name)).toContain("Bolt");
  },
);

onBothWays("ids that are made to look like others stay what they are", async (store, take) => {
  const odd = file("odd.csv", "id,name,type\n1,One,thing\n1@s,Two,thing\n1@s@s,Three,thing\n__proto__,Four,thing\n");
  await take([people]);
  await take([odd], { ids: "s" });
  await take([file("more.csv", "id,name,type\n1@s,Five,thing\n__proto__,Six,thing\n")], { ids: "t" });
  const names = [...store.entities()].map(({ name }) => name).sort();
  expect(names).toEqual(["Ada", "Bo", "Five", "Four", "One", "Six", "Three", "Two"]);
  expect((await take([odd], { ids: "s" })).entities).toEqual({ added: 0, matched: 4 });
});

onBothWays("lines of JSON have the ids of the case, and who comes with them means the same", async (store, take) => {
  const lines = file("a.clew.jsonl", jsonLines([{ clew: 1 }, { kind: "entity", id: "1", type: "person", name: "Ada" }]));
  for (const files of [
    [lines, owns],
    [owns, lines],
  ]) {
    const report = await take(files);
    expect(apartIn(report)).toEqual([]);
  }
  expect(findEntity(store, "1", "typed").name).toBe("Ada");
  expect([...store.entities()]).toHaveLength(2);
});

test("an id is looked up once, and not at all in an empty case", () => {
  const store = openSqliteStore(join(folder, `${made++}.clew`), { mode: "create" });
  const placer = new IdPlacer(store, ["a", "case", "a"]);
  expect([placer.isPlain, placer.place("x", "a")]).toEqual([true, "x"]);
  expect(new IdPlacer(store, ["a", "world"]).isPlain).toBe(false);
  const two = new IdPlacer(store, ["a", "world"]);
  expect([two.place("x", "a"), two.place("x", "world"), two.place("x", "a")]).toEqual(["x", "x@world", "x"]);
  expect(two.takeNewlyApart()).toEqual(["x"]);
  store.close();
});

test.each(["a@b", "", " a", "a\nb", "\ud800"])("%j is no name of a space", async (ids) => {
  const store = openSqliteStore(join(folder, `${made++}.clew`), { mode: "create" });
  await expect(importFiles(store, [people], { author, ids })).rejects.toThrow(
    /^ids: wanted a name of 1 to 100 characters without @/,
  );
  store.close();
});
