import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { BadInput } from "../../../src/base/problem.ts";
import { type AskableCase, ask, askableCase } from "../../../src/case/ask.ts";
import type { OfferedSnapshot, SnapshotExchange } from "../../../src/case/snapshot-exchange.ts";
import { redo, undo, undoable } from "../../../src/case/undo.ts";
import type { Question } from "../../../src/query/question.ts";
import type { Ask, QuestionOf } from "../../../src/query/run.ts";
import type { CaseStore } from "../../../src/store/case-store.ts";
import { BatchPacker } from "../../../src/store/record-batch.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open-sqlite-store.ts";
import { variantNames, variants } from "../../query/random-questions.ts";
import { author } from "../../store/records.ts";
import { alone } from "./alone.ts";
import { graphForm } from "./graph-form.ts";
import { type Dice, diceOf, firstChanges, randomChanges, randomImport } from "./random-changes.ts";

export interface PatchRun {
  readonly seed: number;
  /** Changes that are tried. */
  readonly steps: number;
  /** Questions after each. */
  readonly questions: number;
}

/** What a run came to: how often a snapshot was patched, laid anew and built, and how many questions were asked. */
export interface PatchTally {
  patched: number;
  relaid: number;
  built: number;
  asked: number;
  refused: number;
}

/** One of the threads that share snapshots. */
interface Reader {
  known: AskableCase | null;
  /** What its snapshot said when it was brought up to date. */
  form: unknown;
}

const READERS = 3;

/**
 * Changes a case at random. After each change one of several readers, which share snapshots as threads do, is brought up to date, and compared
 * with a reader that builds its own: all that the snapshots say, and the answers to random questions. The others must say what they
 * said before. Throws where they differ, with the step.
 */
export function patchRun({ seed, steps, questions }: PatchRun): PatchTally {
  const folder = mkdtempSync(join(tmpdir(), "clew-patches-"));
  const store = openSqliteStore(join(folder, "case.clew"), { mode: "create" });
  const dice = diceOf(seed);
  const tally: PatchTally = { patched: 0, relaid: 0, built: 0, asked: 0, refused: 0 };
  const offers: OfferedSnapshot[] = [];
  let builds = 0;
  const read = store.graphColumns.bind(store);
  store.graphColumns = (kind) => {
    builds++;
    return read(kind);
  };
  const readers: Reader[] = Array.from({ length: READERS }, () => ({ known: null, form: null }));
  try {
    store.apply(firstChanges(dice), author);
    for (let step = 0; step < steps; step++) {
      const done = change(store, dice, step);
      if (done === null) {
        tally.refused++;
        continue;
      }
      const reader = dice.of(readers);
      const [before, built] = [offers.length, builds];
      const known = askableCase(store, reader.known, { cancelled: undefined, exchange: exchangeOf(offers) });
      if (offers.length === before) tally.patched++;
      else if (builds > built) tally.built++;
      else tally.relaid++;
      const fresh = askableCase(store, null, { cancelled: undefined, exchange: undefined });
      reader.known = known;
      reader.form = graphForm(known.graph);
      const where = `seed ${seed}, step ${step} (${done})`;
      assertSame(`${where}: the snapshot`, reader.form, graphForm(fresh.graph));
      for (const other of readers)
        if (other.known !== null) assertSame(`${where}: another's snapshot`, graphForm(other.known.graph), other.form);
      for (let n = 0; n < questions; n++) {
        const question = randomQuestion(store, dice);
        assertSame(`${where}: ${JSON.stringify(question)}`, answerOf(known, question), answerOf(fresh, question));
        tally.asked++;
      }
    }
    return tally;
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The highest revision offered counts, as between threads. */
function exchangeOf(offers: OfferedSnapshot[]): SnapshotExchange {
  const newest = () => offers.at(-1) ?? null;
  return { latest: newest, newest, offer: (offered) => void offers.push(structuredClone(offered)), ...alone };
}

/** What was done; null where the case refused it. */
function change(store: CaseStore, dice: Dice, step: number): string | null {
  try {
    const kind = dice.below(40);
    // The first entry stays: without it nothing more would fit.
    if (kind < 5) return (undoable(store)?.seq ?? 1) === 1 ? null : `undo of ${undo(store, author).label}`;
    if (kind < 7) return `redo of ${redo(store, author).label}`;
    if (kind === 7 && dice.below(4) === 0) return redaction(store, dice);
    if (kind > 7 && kind < 12) return bulkImport(store, dice, step);
    const changes = randomChanges(store, dice, step);
    if (changes.length === 0) return null;
    store.apply(changes, author);
    return JSON.stringify(changes).slice(0, 400);
  } catch (error) {
    if (error instanceof BadInput) return null;
    throw error;
  }
}

/** Its claims stand in the history as a run. */
function bulkImport(store: CaseStore, dice: Dice, step: number): string | null {
  const { entities, source, claims } = randomImport(store, dice, step);
  const packer = new BatchPacker();
  packer.other({ kind: "source", source });
  for (const entity of entities) packer.entity(entity);
  for (const claim of claims) packer.claim(claim);
  const bulk = store.bulkImport();
  try {
    const ids = { space: null, claims: "written", written: (id: string) => id } as const;
    bulk.beginFile({ file: "bulk", source, ids, strict: false });
    bulk.take(packer.flush());
    bulk.endFile();
    bulk.finish(author, () => {});
    return `import of ${JSON.stringify({ entities, source, claims }).slice(0, 400)}`;
  } finally {
    bulk.abandon();
  }
}

function redaction(store: CaseStore, dice: Dice): string | null {
  const claims = [...store.allClaims()].map(({ id }) => id);
  if (claims.length === 0) return null;
  store.redact({ entities: [], sources: [], claims: [dice.of(claims)] }, author, "carry-out");
  return "redaction";
}

function randomQuestion(store: CaseStore, dice: Dice): Question {
  const variant = variants[dice.of(variantNames)];
  const [asked] = fc.sample(fc.noBias(variant), { seed: dice.below(2 ** 31), numRuns: 1 });
  const { question } = asked!;
  const claims = [...store.claims()].map(({ id }) => id);
  if (question.notClaims.length === 0 || claims.length === 0) return { ...question, notClaims: [] };
  return { ...question, notClaims: question.notClaims.map(() => dice.of(claims)) };
}

/** Looks at a clock that goes on with each: a search that is cut short is so at the same place, since it does the same work. */
const MOST_LOOKS = 100;

/** Less what time it took; what is refused, by its message. */
function answerOf(known: AskableCase, question: Question): unknown {
  let looks = 0;
  const budget = { clock: () => looks++ };
  try {
    const { elapsedMs: _, ...answer } = ask<Ask>({ ...known, budget }, { ...question, budgetMs: MOST_LOOKS } as QuestionOf<Ask>);
    return answer;
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
}

function assertSame(what: string, got: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(got, wanted)) throw new Error(`${what}\n${firstDifference(got, wanted, "")}`);
}

function firstDifference(got: unknown, wanted: unknown, path: string): string {
  if (typeof got === "object" && typeof wanted === "object" && got !== null && wanted !== null) {
    const keys = new Set([...Object.keys(got), ...Object.keys(wanted)]);
    for (const key of keys) {
      const [a, b] = [Reflect.get(got, key), Reflect.get(wanted, key)];
      if (!isDeepStrictEqual(a, b)) return firstDifference(a, b, `${path}.${key}`);
    }
  }
  return `${path}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`;
}
