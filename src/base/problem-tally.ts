import type { ImportProblem, Outcome } from "./problem.ts";

/** How many problems of a kind came to what, and how many of them, the first, are told with their places. */
export interface ProblemKind {
  readonly kind: string;
  readonly outcome: Outcome;
  readonly count: number;
  readonly told: number;
}

/** The problems of an import: the first of each kind, and how many there are of all. */
export interface ToldProblems {
  /** In the order in which they were found. */
  readonly problems: readonly ImportProblem[];
  /** All, in the order of the first of each. */
  readonly kinds: readonly ProblemKind[];
  /** How many problems came to what, all of them. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

/** Of a kind and outcome this many are told: a file may have a problem in each of ten million rows. */
export const mostTold = 1_000;

/** Gathers problems in bounded memory: every one is counted. */
export class ProblemTally {
  readonly #told: ImportProblem[] = [];
  readonly #kinds = new Map<string, { kind: string; outcome: Outcome; count: number; told: number }>();

  add(problem: ImportProblem): void {
    const found = this.#kindOf(problem);
    found.count++;
    if (found.told === mostTold) return;
    found.told++;
    this.#told.push(problem);
  }

  /** Those of another, behind the ones that are there. */
  addAll(other: ProblemTally): void {
    for (const problem of other.#told) this.add(problem);
    for (const kind of other.#kinds.values()) this.#kindOf(kind).count += kind.count - kind.told;
  }

  told(): ToldProblems {
    const outcomes = { kept: 0, repaired: 0, merged: 0, dropped: 0 };
    const kinds = [...this.#kinds.values()];
    for (const { outcome, count } of kinds) outcomes[outcome] += count;
    return { problems: [...this.#told], kinds: kinds.map((each) => ({ ...each })), outcomes };
  }

  #kindOf({ kind, outcome }: Pick<ImportProblem, "kind" | "outcome">) {
    const key = `${outcome} ${kind}`;
    let found = this.#kinds.get(key);
    if (found === undefined) {
      found = { kind, outcome, count: 0, told: 0 };
      this.#kinds.set(key, found);
    }
    return found;
  }
}
