import type { FoundLoosening, FoundWhy } from "./found.ts";
import { constraintsOf } from "./loosenings.ts";
import type { PathQuestion } from "./question.ts";
import type { Constraint, Tried, Try } from "./try.ts";

/** The first path of a question; or that there is none, or that time ran out, or that the question makes no sense. */
export type Trial = (question: PathQuestion, budgetMs: number) => Tried | "none" | "unknown" | "refused";

/**
 * Why a question has no path. Each constraint is loosened alone, by the least step that gives a path; when
 * none does alone, all are dropped and taken back one by one as far as a path remains. Everything proposed
 * was asked. Uses at most what `spentMs` leaves of the question's budget, in equal shares.
 */
export function explainNoPath(question: PathQuestion, trial: Trial, spentMs: number): FoundWhy {
  const asked = constraintsOf(question);
  const steps = asked.reduce((sum, { tries }) => sum + tries.length, 0);
  const trials = 4 * steps + asked.length + 3;
  const share = Math.max(0, question.budgetMs - spentMs) / trials;
  let unsure = false;
  let senseless = false;
  const ask = (asked: PathQuestion) => {
    const answer = trial(asked, share);
    if (answer === "unknown") unsure = true;
    senseless = answer === "refused";
    return typeof answer === "string" ? null : answer;
  };
  const loosen: FoundLoosening[] = [];
  // What cannot be dropped without a contradiction stays: an entity that is avoided and would otherwise be on both sides.
  const constraints = asked.filter((constraint) => {
    const found = firstThatGives(question, constraint, ask);
    if (found !== null) loosen.push(found);
    return found !== null || !senseless;
  });
  if (loosen.length > 0) return { cut: "constraints", loosen };
  const together = leastTogether(question, constraints, ask);
  if (together !== null) return { cut: "together", loosen: [together] };
  return { cut: unsure ? "unknown" : "apart", loosen: [] };
}

type Ask = (question: PathQuestion) => Tried | null;

function firstThatGives(question: PathQuestion, { tries }: Constraint, ask: Ask): FoundLoosening | null {
  for (const one of tries) {
    const loosening = check([one], question, ask);
    if (loosening !== null) return loosening;
  }
  return null;
}

/** Drops every constraint, takes back each that a path can bear, the last in the list first, and loosens the rest no further than needed. */
function leastTogether(question: PathQuestion, constraints: readonly Constraint[], ask: Ask): FoundLoosening | null {
  const gives = (tries: readonly Try[]) => ask(applied(question, tries)) !== null;
  const drop = ({ tries }: Constraint) => tries.at(-1)!;
  let dropped = constraints;
  if (dropped.length < 2 || !gives(dropped.map(drop))) return null;
  for (const one of constraints.toReversed()) {
    const rest = dropped.filter((other) => other !== one);
    if (gives(rest.map(drop))) dropped = rest;
  }
  const least = dropped.map(drop);
  for (const [at, { tries }] of dropped.entries())
    least[at] = tries.slice(0, -1).find((one) => gives(least.with(at, one))) ?? least[at]!;
  return check(least, question, ask);
}

function applied(question: PathQuestion, tries: readonly Try[]): PathQuestion {
  return tries.reduce((asked, { loosen }) => loosen(asked), question);
}

/** Asks with the tries applied; narrows those that a path shows to be wider than needed, as long as that gives a path, too. */
function check(tries: readonly Try[], question: PathQuestion, ask: Ask): FoundLoosening | null {
  const tried = ask(applied(question, tries));
  if (tried === null) return null;
  const narrowed = tries.map((one) => one.narrow?.(question, tried) ?? one);
  const isNarrower = narrowed.some((one, at) => one !== tries[at]);
  const nearer = isNarrower ? ask(applied(question, narrowed)) : null;
  const [least, found] = nearer === null ? [tries, tried] : [narrowed, nearer];
  return { changes: least.map(({ change }) => change), question: applied(question, least), hops: found.path.steps.length };
}
