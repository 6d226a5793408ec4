import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import type { Change, FoundPath } from "./found.ts";
import type { Plan } from "./plan.ts";
import type { PathQuestion } from "./question.ts";

/** A path that a loosened question gave. */
export interface Tried {
  readonly path: FoundPath;
  readonly graph: NamedSnapshot;
  readonly plan: Plan;
}

/** One way to loosen a constraint. */
export interface Try {
  readonly change: Change;
  /** Changes only what the constraint governs, so that several tries can be applied in any order. */
  readonly loosen: (question: PathQuestion) => PathQuestion;
  /** A lesser change that the path found still seems to bear. */
  readonly narrow?: (question: PathQuestion, tried: Tried) => Try;
}

/** One constraint of a question and the ways to loosen it, the least change first, the last dropping it. */
export interface Constraint {
  readonly tries: readonly Try[];
}

/** A constraint that can only be dropped, if it is asked for. */
export function droppable(isAsked: boolean, change: Change, dropped: Partial<PathQuestion>): Constraint {
  return { tries: isAsked ? [{ change, loosen: (asked) => ({ ...asked, ...dropped }) }] : [] };
}

/** Fields that hold a list of what must not be. */
type Lists = "notRelations" | "notFamilies" | "notSources" | "notSpeakers" | "notClaims" | "notTypes" | "avoid" | "via";

/** A constraint for each entry of a list. */
export function perEntry<E extends string>(list: Lists, entries: readonly E[], changeOf: (entry: E) => Change): Constraint[] {
  const without = (asked: PathQuestion, entry: E) => (asked[list] as readonly string[]).filter((other) => other !== entry);
  return [...new Set(entries)].map((entry) => ({
    tries: [{ change: changeOf(entry), loosen: (asked) => ({ ...asked, [list]: without(asked, entry) }) }],
  }));
}
