import { isAtLeast, type Standing } from "../../claims/standing.ts";
import type { Answer, PathAnswer } from "../../query/answer.ts";
import type { Asked } from "./asked.ts";
import { asPaths } from "./by-ask.ts";
import type { Offer } from "./page-state.ts";

/** A question that took longer is not asked again for the sake of an offer. */
const quickMs = 1500;

/**
 * Asks the same again without the weakest links, then on stated links alone if that still leaves weaker ones. Nothing where
 * there are no paths, or nothing weak in the first. `ask` gives null for a question that was refused or called off.
 */
export async function weakerLeftOut(
  answer: Answer,
  ask: (question: Asked) => Promise<PathAnswer | null>,
): Promise<readonly Offer[]> {
  const paths = asPaths(answer);
  const weakest = paths?.paths[0]?.standing;
  if (paths === null || weakest === undefined || paths.elapsedMs > quickMs) return [];
  const offers: Offer[] = [];
  for (const least of stepsAbove(weakest)) {
    const found = await ask({ ...paths.question, standing: least });
    if (found === null) return offers;
    const [path = null] = found.paths;
    offers.push({ label: offerLabel(weakest, least), question: found.question, path });
    if (path === null || isAtLeast(path.standing, "stated")) return offers;
  }
  return offers;
}

/** The "at least" levels worth asking for above a path's weakest hop: next to it, then `stated`. */
function stepsAbove(weakest: Standing): readonly Standing[] {
  if (weakest === "denied") return ["contested", "stated"];
  if (weakest === "contested") return ["alleged", "stated"];
  return weakest === "alleged" ? ["stated"] : [];
}

function offerLabel(weakest: Standing, least: Standing): string {
  if (least === "contested" || least === "alleged") return `Without ${weakest} links`;
  return weakest === "alleged" ? "Without alleged links" : "On stated links alone";
}
