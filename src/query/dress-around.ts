import type { AroundAnswer } from "./answer.ts";
import { type Dressing, dressEntity, dressPlainLink } from "./dress-parts.ts";
import type { FoundAround } from "./found.ts";
import type { AroundQuestion } from "./question.ts";

/** What was found, with names and words: the JSON of `clew around --json`. */
export function dressAround(question: AroundQuestion, found: FoundAround, dressing: Dressing): AroundAnswer {
  return {
    question,
    skipped: null,
    visited: found.visited,
    elapsedMs: 0,
    center: question.center,
    hops: question.hops,
    complete: found.complete,
    stop: found.stop,
    perHop: found.perHop,
    entities: found.nodes.map((node) => dressEntity(node, dressing)),
    links: found.links.map((link) => dressPlainLink(link, dressing)),
  };
}
