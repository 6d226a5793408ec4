import { LinkFilter } from "../graph/link-filter.ts";
import type { AroundAnswer } from "./answer.ts";
import { type Dressing, dressEntity, dressHubs, dressPlainLink } from "./dress-parts.ts";
import { foundLink } from "./found-links.ts";
import type { FoundAround } from "./found-networks.ts";
import type { AroundQuestion } from "./question.ts";

/** What was found, with names and words: the JSON of `clew around --json`. */
export function dressAround(question: AroundQuestion, found: FoundAround, dressing: Dressing): AroundAnswer {
  const { snapshot } = dressing.graph;
  const filter = new LinkFilter(dressing.graph, question);
  const linkOf = (link: number) => foundLink(snapshot, filter, { link, from: snapshot.linkFrom[link]! });
  return {
    question,
    complete: found.complete,
    stop: found.stop,
    visited: found.visited,
    elapsedMs: found.elapsedMs,
    skipped: dressHubs(found.skipped, dressing),
    center: question.center,
    hops: question.hops,
    perHop: found.perHop,
    entities: Array.from(found.nodes, (node) => dressEntity(node, dressing)),
    links: Array.from(found.links, (link) => dressPlainLink(linkOf(link), dressing)),
  };
}
