import assert from "node:assert/strict";
import { noConditions } from "../../src/graph/conditions.ts";
import type { PathAnswer } from "../../src/query/answer.ts";
import { type PathQuestion, pathDefaults } from "../../src/query/question.ts";
import type { DrawnRows } from "./drawing.ts";
import { oracle } from "./oracle.ts";
import { contradictionOf } from "./oracle-sides.ts";
import { hasWalk } from "./oracle-walks.ts";

/**
 * R9: every loosening gives a path of the hops shown; a constraint whose fall alone gives one is among those that are loosened
 * alone; there is none only where the two sides stay apart with everything allowed, and then the answer says that.
 */
export function checkWhy(rows: DrawnRows, question: PathQuestion, { why }: PathAnswer): void {
  assert.ok(why !== null, "why: wanted why there is no path, got null");
  for (const { text, question: looser, hops } of why.loosen) {
    assert.notEqual(text, "");
    assert.equal(contradictionOf(rows, looser), null, `loosening: ${text}`);
    const { paths, packed } = oracle(rows, looser);
    const all = paths.map(({ steps }) => steps.length);
    assert.ok(
      packed === null ? all[0] === hops : all.includes(hops),
      `loosening: ${text}: wanted a path of ${hops} hops, got ${all}`,
    );
  }
  assert.ok(why.cut.length > 0, "cut: wanted a reason");
  const alone = constraintsOf(question).filter(({ without }) => gives(rows, without));
  for (const { fields, whole } of alone) {
    const touched = why.loosen.some(({ question: looser }) =>
      changedFields(question, looser).every((field) => fields.includes(field)),
    );
    assert.ok(
      touched || !whole,
      `loosenings: wanted one of ${fields.join(", ")} alone, got ${why.loosen.map(({ text }) => text).join("; ")}`,
    );
  }
  const open = gives(rows, everythingAllowed(question));
  assert.equal(why.loosen.length > 0, open, "loosenings, when with everything allowed there is or is no path");
  assert.equal(/No chain of links joins/.test(why.cut.join(" ")), !open, "whether the answer says that the sides are apart");
}

interface Constraint {
  readonly fields: readonly (keyof PathQuestion)[];
  readonly without: PathQuestion;
  /** Whether it is one constraint, not one for each entry of its list. */
  readonly whole: boolean;
}

/** Fields that bind on their own; those that say how others bind fall with them. */
const partners: Partial<Record<keyof PathQuestion, readonly (keyof PathQuestion)[]>> = {
  standing: ["includeDenied"],
  timeOrder: ["maxGap"],
  relations: ["families"],
};

const perEntry: ReadonlySet<string> = new Set([
  "notSources",
  "notSpeakers",
  "notRelations",
  "notFamilies",
  "notTypes",
  "notClaims",
  "avoid",
  "via",
]);

const binding = [
  ...Object.keys(noConditions).filter((field) => field !== "includeDenied" && field !== "families"),
  ...["types", "notTypes", "avoid", "maxDegree", "maxHops", "via", "viaOrdered", "sourcesAlong", "timeOrder", "maxGap"],
] as readonly (keyof PathQuestion)[];

/** Each constraint of the question, with the question that lacks it. */
function constraintsOf(question: PathQuestion): Constraint[] {
  return binding.flatMap((field) => {
    const fields = [field, ...(partners[field] ?? [])];
    if (fields.every((one) => isDefault(question, one))) return [];
    const entries = question[field];
    const whole = !perEntry.has(field) || (Array.isArray(entries) && entries.length === 1);
    return { fields, without: dropped(question, fields), whole };
  });
}

function dropped(question: PathQuestion, fields: readonly (keyof PathQuestion)[]): PathQuestion {
  const defaults = { ...pathDefaults, includeDenied: true } as Partial<PathQuestion>;
  return { ...question, ...Object.fromEntries(fields.map((field) => [field, defaults[field]])) };
}

function isDefault(question: PathQuestion, field: keyof PathQuestion): boolean {
  return isSame(question[field], (pathDefaults as Partial<PathQuestion>)[field]);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function changedFields(a: PathQuestion, b: PathQuestion): (keyof PathQuestion)[] {
  return (Object.keys(a) as (keyof PathQuestion)[]).filter((field) => !isSame(a[field], b[field]));
}

function gives(rows: DrawnRows, question: PathQuestion): boolean {
  return contradictionOf(rows, question) === null && hasWalk(rows, question);
}

/** The two sides, and nothing else asked. */
function everythingAllowed(question: PathQuestion): PathQuestion {
  const { from, to, fromTypes, toTypes } = question;
  return { ...pathDefaults, from, to, fromTypes, toTypes, includeDenied: true };
}
