import type { CommonAnswer } from "./answer.ts";
import { type Dressing, dressEntity, dressHubs, dressPlainLink } from "./dress-parts.ts";
import type { FoundCommon } from "./found-networks.ts";
import type { CommonQuestion } from "./question.ts";

/** What was found, with names and words: the JSON of `clew common --json`. */
export function dressCommon(question: CommonQuestion, found: FoundCommon, dressing: Dressing): CommonAnswer {
  return {
    question,
    complete: found.complete,
    stop: found.stop,
    visited: found.visited,
    elapsedMs: found.elapsedMs,
    skipped: dressHubs(found.skipped, dressing),
    count: found.count,
    common: found.common.map(({ node, ties }) => ({
      ...dressEntity(node, dressing),
      reaches: ties.length,
      ties: ties.map((tie) => ({
        entity: dressEntity(tie.node, dressing),
        links: tie.links.map((link) => dressPlainLink(link, dressing)),
      })),
    })),
  };
}
