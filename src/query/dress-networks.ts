import { standingRank } from "../claims/standing.ts";
import type { CommonAnswer, PatternAnswer } from "./answer.ts";
import { type Dressing, dressEntity, dressHubs, dressLink, dressPlainLink } from "./dress-parts.ts";
import type { FoundLink } from "./found.ts";
import type { FoundCommon, FoundPattern } from "./found-networks.ts";
import type { CommonQuestion, PatternQuestion } from "./question.ts";

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

/** What was found, with names and words: the JSON of `clew pattern --json`. */
export function dressPattern(question: PatternQuestion, found: FoundPattern, dressing: Dressing): PatternAnswer {
  return {
    question,
    complete: found.complete,
    stop: found.stop,
    visited: found.visited,
    elapsedMs: found.elapsedMs,
    count: found.count,
    matches: found.matches.map(({ nodes, steps }) => ({
      standing: weakest(steps.map((links) => links[0]!)),
      entities: nodes.map((node) => dressEntity(node, dressing)),
      steps: steps.map((links) => ({ links: links.map((link) => dressLink(link, dressing)) })),
    })),
  };
}

function weakest(links: readonly FoundLink[]): FoundLink["standing"] {
  return links.reduce((a, b) => (standingRank(b.standing) > standingRank(a.standing) ? b : a)).standing;
}
