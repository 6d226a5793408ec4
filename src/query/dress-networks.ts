import { type EntityId, entityId, sourceId } from "../base/ids.ts";
import { standingRank } from "../claims/standing.ts";
import { idAt } from "../graph/packed-ids.ts";
import type { BearingAnswer, CommonAnswer, ConnectAnswer, PatternAnswer } from "./answer.ts";
import { bearingSentence } from "./bearing-sentence.ts";
import { connectSentence } from "./connect-sentence.ts";
import { type Dressing, dressClaim, dressEntity, dressHubs, dressLink, dressPlainLink } from "./dress-parts.ts";
import type { FoundLink } from "./found.ts";
import type { FoundBearing, FoundCommon, FoundConnect, FoundPattern } from "./found-networks.ts";
import type { BearingQuestion, CommonQuestion, ConnectQuestion, PatternQuestion } from "./question.ts";

/** What was found, with names and words: the JSON of `clew connect --json`. */
export function dressConnect(question: ConnectQuestion, found: FoundConnect, dressing: Dressing): ConnectAnswer {
  const ids = (nodes: readonly number[]): EntityId[] => nodes.map((node) => entityId(idAt(dressing.graph.names.entities, node)));
  const network = {
    complete: found.complete,
    fewest: found.fewest,
    added: ids(found.added),
    fragments: found.fragments.map(ids),
    standing: found.standing,
  };
  return {
    question,
    stop: found.stop,
    visited: found.visited,
    elapsedMs: found.elapsedMs,
    skipped: dressHubs(found.skipped, dressing),
    sentence: connectSentence(network),
    ...network,
    entities: found.nodes.map((node) => dressEntity(node, dressing)),
    links: found.links.map((link) => dressPlainLink(link, dressing)),
  };
}

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

/** What was found, with names and words: the JSON of `clew bearing --json`. */
export function dressBearing(question: BearingQuestion, found: FoundBearing, dressing: Dressing): BearingAnswer {
  const { graph, lookup } = dressing;
  const bears = {
    sources: found.sources.map((source) => {
      const id = sourceId(graph.names.sources[source]!);
      return { id, title: lookup.sourceTitle(id) };
    }),
    claims: found.claims.map(({ claim, link }) => ({
      ...dressClaim(claim, link.link, dressing),
      link: dressPlainLink(link, dressing),
    })),
    links: found.links.map((link) => dressPlainLink(link, dressing)),
    entities: found.nodes.map((node) => dressEntity(node, dressing)),
  };
  return {
    question,
    complete: found.complete,
    stop: found.stop,
    visited: found.visited,
    elapsedMs: found.elapsedMs,
    linked: found.linked,
    sentence: bearingSentence({ ...bears, linked: found.linked, complete: found.complete }),
    ...bears,
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
