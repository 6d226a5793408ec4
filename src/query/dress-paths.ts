import { standingRank } from "../claims/standing.ts";
import type { AnswerPath, PathAnswer } from "./answer.ts";
import { type Dressing, dressEntity, dressHubs, dressLink } from "./dress-parts.ts";
import type { FoundPath, FoundPaths } from "./found.ts";
import type { PathQuestion } from "./question.ts";
import { verdict } from "./verdict.ts";
import { whyInWords } from "./why-in-words.ts";

/** What was found, with names, words and verdicts: the JSON of `clew path --json`. */
export function dressPaths(question: PathQuestion, found: FoundPaths, { graph, lookup }: Dressing): PathAnswer {
  return {
    question,
    complete: found.complete,
    stop: found.stop,
    count: found.count,
    linkSequences: found.linkSequences,
    skipped: dressHubs(found.skipped, { graph, lookup }),
    visited: found.visited,
    elapsedMs: found.elapsedMs,
    why: found.why === null ? null : whyInWords(question, found.why, lookup),
    paths: found.paths.map((path) => dressPath(path, { graph, lookup })),
  };
}

function dressPath({ nodes, steps }: FoundPath, dressing: Dressing): AnswerPath {
  const strongest = steps.map((links) => links[0]!);
  const weakest = strongest.reduce((a, b) => (standingRank(b.standing) > standingRank(a.standing) ? b : a));
  const dressed = steps.map((links) => ({ links: links.map((link) => dressLink(link, dressing)) }));
  const hops = dressed.map(({ links }, at) => ({ link: links[0]!, origins: strongest[at]!.origins, others: links.length - 1 }));
  return {
    hops: steps.length,
    weight: null,
    arrival: null,
    source: null,
    standing: weakest.standing,
    origins: Math.min(...strongest.map(({ origins }) => origins)),
    sentence: verdict(hops, weakest.standing, dressing.lookup),
    entities: nodes.map((node) => dressEntity(node, dressing)),
    steps: dressed,
  };
}
