import { alongLoosenings } from "./loosen-along.ts";
import { claimLoosenings } from "./loosen-claims.ts";
import { insideLoosenings } from "./loosen-inside.ts";
import { linkLoosenings } from "./loosen-links.ts";
import type { PathQuestion } from "./question.ts";
import type { Constraint } from "./try.ts";

/** The constraints of a question in the order in which loosenings are proposed. */
export function constraintsOf(question: PathQuestion): Constraint[] {
  const all = [
    ...linkLoosenings(question),
    ...claimLoosenings(question),
    ...insideLoosenings(question),
    ...alongLoosenings(question),
  ];
  return all.filter(({ tries }) => tries.length > 0);
}
