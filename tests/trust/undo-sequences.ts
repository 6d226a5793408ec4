import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { chartId, entityId } from "../../src/base/ids.ts";
import { BadInput } from "../../src/base/problem.ts";
import { Case, openCase } from "../../src/case/open-case.ts";
import type { CaseStore } from "../../src/store/case-store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { bytes, jsonLines, smallLines } from "../case/small-case.ts";
import { randomFrom } from "../formats/random-from.ts";
import { type Outcome, ran } from "./outcome.ts";
import { pictureOf } from "./picture-of.ts";
import { inScratch } from "./scratch.ts";

const longest = 10;
const startLabel = "import small.clew.jsonl";
const ids = ["ada", "bolt", "cyr", "registrar", "bolt-town", "twin"] as const;
const relations = ["owns", "funds", "charged", "knows"] as const;

type Random = () => number;

function oneOf<T>(random: Random, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)];
}

/** What somebody can do to a case. A step that does not fit is refused, and changes nothing. */
const steps: readonly ((opened: Case, random: Random) => unknown)[] = [
  (opened, random) => opened.record(draft(random)),
  (opened, random) => opened.record({ ...draft(random), stance: "alleges", speaker: oneOf(random, ids) ?? "ada" }),
  (opened, random) => {
    const [link] = opened.links({ of: oneOf(random, ids) ?? "ada" }).links;
    const claim = link?.claims[0]?.id;
    return claim !== undefined && opened.withdraw(claim, "misread");
  },
  (opened, random) =>
    opened.judge({
      a: oneOf(random, ids) ?? "",
      b: oneOf(random, ids) ?? "",
      verdict: oneOf(random, ["same", "different"]) ?? "",
    }),
  (opened, random) => {
    const judgement = opened.show(oneOf(random, ids) ?? "ada").judgements[0]?.id;
    return judgement !== undefined && opened.withdrawJudgement(judgement, "not sure");
  },
  (opened, random) => opened.saveQuestion({ name: `Q${Math.floor(random() * 3)}`, asked: { ask: "around", center: "cyr" } }),
  (opened) => opened.forgetQuestion("Q1"),
  (opened, random) => importMore(opened, Math.floor(random() * 4)),
  (opened, random) =>
    opened.putChart({
      id: chartId("main"),
      name: "Main",
      nodes: [{ entity: entityId("ada"), x: random(), y: 0, pinned: true }],
    }),
  (opened) => opened.view().canUndo !== startLabel && opened.undo(),
  (opened) => opened.view().canRedo !== null && opened.redo(),
];

function draft(random: Random) {
  const [subject = "", relation = "", object = ""] = [oneOf(random, ids), oneOf(random, relations), oneOf(random, ids)];
  return { subject, relation, object, stance: "asserts", source: oneOf(random, ["s1", "s2"]) ?? "s1" } as const;
}

/** A new entity, a source that is new or repeats another, an alias for one that is there, a claim. */
function importMore(opened: Case, n: number): Promise<unknown> {
  const lines = [
    { clew: 1, name: "more" },
    { kind: "source", id: `s-${n}`, title: `Source ${n}`, derivedFrom: n % 2 === 0 ? "s1" : undefined },
    { kind: "entity", id: `e-${n}`, type: "person", name: `Entity ${n}` },
    { kind: "entity", id: "cyr", type: "person", name: "Cyr", aliases: [`Cyrus ${n}`] },
    {
      kind: "claim",
      claim: "link",
      id: `i-${n}`,
      subject: `e-${n}`,
      relation: "owns",
      object: "bolt",
      stance: "asserts",
      source: `s-${n}`,
    },
  ];
  return opened.import([{ name: `more-${n}.clew.jsonl`, bytes: bytes(jsonLines(lines)) }]);
}

/**
 * Random sequences of commands on a small case: undoing all gives the start, redoing all the end, compared by a hash of all
 * that a reader sees, and again after the case is closed and opened.
 */
export async function undoSequences({ sequences, seed }: { sequences: number; seed: number }): Promise<Outcome> {
  const broken: string[] = [];
  let taken = 0;
  await inScratch(async (folder) => {
    const base = join(folder, "base.clew");
    const made = openCase(base, { mode: "create" });
    await made.import([{ name: "small.clew.jsonl", bytes: bytes(jsonLines(smallLines)) }]);
    made.close();
    const path = join(folder, "undo.clew");
    for (let sequence = 0; sequence < sequences; sequence++) {
      copyFileSync(base, path);
      const { undone, fault } = await undoAndRedo(path, randomFrom(seed + sequence));
      taken += undone;
      if (fault !== null) broken.push(`seed ${seed + sequence}: ${fault}`);
    }
  }, "memory");
  return ran(`${sequences} sequences, ${taken} steps taken back and brought back, ${broken.length} that differ`, broken);
}

async function undoAndRedo(path: string, random: Random): Promise<{ undone: number; fault: string | null }> {
  let at = opened(path);
  const faults: string[] = [];
  const want = (picture: string, what: string) => {
    if (pictureOf(at.store) !== picture) faults.push(what);
  };
  const start = pictureOf(at.store);
  const length = 1 + Math.floor(random() * longest);
  for (let step = 0; step < length; step++) await attempt(at.case, random);
  while (at.case.view().canRedo !== null) at.case.redo();
  const end = pictureOf(at.store);
  let undone = 0;
  for (; at.case.view().canUndo !== startLabel; undone++) at.case.undo();
  want(start, "undoing all does not give the start");
  at = reopened(at, path);
  want(start, "the start is another after a restart");
  for (let left = undone; left > 0; left--) at.case.redo();
  want(end, "redoing all does not give the end");
  at = reopened(at, path);
  want(end, "the end is another after a restart");
  if (at.case.check().length > 0) faults.push(at.case.check()[0]?.message ?? "");
  at.case.close();
  return { undone, fault: faults[0] ?? null };
}

function opened(path: string): { readonly store: CaseStore; readonly case: Case } {
  const store = openSqliteStore(path, { mode: "write" });
  return { store, case: new Case(store, { by: "tester" }) };
}

function reopened(before: ReturnType<typeof opened>, path: string): ReturnType<typeof opened> {
  before.case.close();
  return opened(path);
}

async function attempt(at: Case, random: Random): Promise<void> {
  try {
    await oneOf(random, steps)?.(at, random);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
  }
}
