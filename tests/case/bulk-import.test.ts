import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compareIds, type SourceId } from "../../src/base/ids.ts";
import { BadInput } from "../../src/base/problem.ts";
import { mostTold } from "../../src/base/problem-tally.ts";
import { importFiles, importParts } from "../../src/case/import-files.ts";
import type { FilePart } from "../../src/case/pack-files.ts";
import { undo } from "../../src/case/undo.ts";
import type { Source } from "../../src/claims/source.ts";
import type { CaseStore, SearchHit } from "../../src/store/case-store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { randomFrom } from "../formats/random-from.ts";
import { linksAddedUp } from "../store/random-histories.ts";
import { oneOf, randomFiles } from "./random-files.ts";
import { scratchFolder } from "./small-case.ts";

const folder = scratchFolder();
const author = { by: "tester", at: "2024-04-01T00:00:00.000Z" };
const [held, streamed] = [Number.POSITIVE_INFINITY, 0];

type Step = (store: CaseStore, few: number) => Promise<unknown>;

/** A case with a past, then an import, what an undo makes of it, and the same import again. */
function stepsOf(random: () => number): { before: Step[]; after: Step[] } {
  const files = randomFiles(random);
  const importing = (list = files): Step => {
    const strict = random() < 0.3;
    return (store, few) => importFiles(store, list, { author, strict, few });
  };
  const undoing: Step = async (store) => undo(store, author);
  const withdrawing: Step = async (store) => {
    const [claim] = store.claims();
    if (claim === undefined) return null;
    return store.apply([{ kind: "withdraw-claim", claim: claim.id, reason: "misread" }], { ...author, label: "withdraw" });
  };
  const any = () => oneOf(random, [importing(randomFiles(random)), importing(), withdrawing, undoing]);
  const some = (most: number) => Array.from({ length: Math.floor(random() * (most + 1)) }, any);
  return { before: some(3), after: [importing(), ...some(3), importing()] };
}

async function outcomeOf(step: Step, store: CaseStore, few: number): Promise<unknown> {
  try {
    return await step(store, few);
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
}

function pictureOf(store: CaseStore): unknown {
  return {
    hash: store.hash(),
    history: store.history(),
    links: [...store.links()],
    problems: store.check().filter(({ kind }) => kind !== "dangling-claim" && kind !== "dangling-source"),
    found: ["Ada", "bolt", "a", "x>y"].map((text) => foundBy(store, text)),
  };
}

/** By id: names of one length come in the order in which they were indexed, which is not the same one by one and in bulk. */
function foundBy(store: CaseStore, text: string): SearchHit[] {
  return store.search(text, { limit: 10_000 }).sort((a, b) => compareIds(a.entity.id, b.entity.id));
}

test("an import streamed into the case comes to what it comes to when it is held in memory", async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const { before, after } = stepsOf(randomFrom(seed));
    const [one, two] = [join(folder, "one.clew"), join(folder, "two.clew")];
    const begun = openSqliteStore(one, { mode: "create" });
    for (const step of before) await outcomeOf(step, begun, held);
    begun.close();
    copyFileSync(one, two);
    const [small, bulk] = [one, two].map((path) => openSqliteStore(path, { mode: "write" }));
    for (const [at, step] of after.entries()) {
      const wanted = await outcomeOf(step, small!, held);
      expect(await outcomeOf(step, bulk!, streamed), `seed ${seed}, step ${at}`).toEqual(wanted);
      expect({ seed, at, ...Object(pictureOf(bulk!)) }).toEqual({ seed, at, ...Object(pictureOf(small!)) });
    }
    expect([...bulk!.links()].map(({ id, standing, claims, origins }) => [id, standing, claims, origins])).toEqual(
      linksAddedUp(bulk!),
    );
    for (const store of [small, bulk]) store!.close();
    for (const path of [one, two]) rmSync(path);
  }
}, 120_000);

test("an import with a problem in each of many rows tells the first of them and counts all", async () => {
  const store = openSqliteStore(join(folder, "problems.clew"), { mode: "create" });
  const problem = { file: "a.csv", where: "line 2", kind: "missing-end", message: "wanted two ends, got one" };
  const others = Array.from({ length: 200_000 }, () => ({ kind: "problem", problem, outcome: "dropped" }) as const);
  const batch = { entities: [], claims: [], others, declared: true, records: others.length };
  async function* parts(): AsyncGenerator<FilePart> {
    yield { kind: "file", file: "a.csv", source: { id: "s" as SourceId, title: "a.csv" } as Source };
    yield { kind: "batch", batch };
    yield { kind: "end" };
  }
  const { problems, kinds, outcomes } = await importParts(store, parts(), { author, few: streamed });
  store.close();
  expect(problems.length).toBe(mostTold);
  expect(kinds).toEqual([{ kind: "missing-end", outcome: "dropped", count: others.length, told: mostTold }]);
  expect(outcomes).toEqual({ kept: 0, repaired: 0, merged: 0, dropped: others.length });
});
