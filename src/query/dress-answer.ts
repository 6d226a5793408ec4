import type { ClaimId, EntityId, LinkId, RelationId, SourceId } from "../base/ids.ts";
import { stances } from "../claims/claim.ts";
import { standingRank } from "../claims/standing.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { NO_NODE } from "../graph/snapshot.ts";
import type { AnswerClaim, AnswerEntity, AnswerLink, AnswerPath, AroundAnswer, PathAnswer } from "./answer.ts";
import type { FoundAround, FoundLink, FoundPath, FoundPaths } from "./found.ts";
import type { Lookup } from "./lookup.ts";
import type { AroundQuestion, PathQuestion } from "./question.ts";
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
    skipped: null,
    visited: found.visited,
    elapsedMs: found.elapsedMs,
    why: found.why === null ? null : whyInWords(question, found.why, lookup),
    paths: found.paths.map((path) => dressPath(path, { graph, lookup })),
  };
}

/** Likewise for a neighbourhood. */
export function dressAround(question: AroundQuestion, found: FoundAround, { graph, lookup }: Dressing): AroundAnswer {
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
    entities: found.nodes.map((node) => dressEntity(node, { graph, lookup })),
    links: found.links.map((link) => {
      const { along, ...rest } = dressLink(link, { graph, lookup });
      return rest;
    }),
  };
}

export interface Dressing {
  /** The one that was asked. */
  readonly graph: NamedSnapshot;
  readonly lookup: Lookup;
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

function dressEntity(node: number, { graph, lookup }: Dressing): AnswerEntity {
  const id = graph.names.entities[node] as EntityId;
  const { type, name } = lookup.entity(id);
  return { id, type, name };
}

function dressLink({ link, along, standing, claims }: FoundLink, dressing: Dressing): AnswerLink {
  const { snapshot, names } = dressing.graph;
  return {
    id: names.links[link] as LinkId,
    relation: names.relations[snapshot.linkRelation[link]!] as RelationId,
    from: names.entities[snapshot.linkFrom[link]!] as EntityId,
    to: names.entities[snapshot.linkTo[link]!] as EntityId,
    along,
    standing,
    claims: claims.map((claim) => dressClaim(claim, dressing)),
  };
}

function dressClaim(claim: number, { graph: { snapshot, names }, lookup }: Dressing): AnswerClaim {
  const id = names.claims[claim] as ClaimId;
  const speaker = snapshot.claimSpeaker[claim]!;
  const { quote, said, during } = lookup.claim(id);
  return {
    id,
    source: names.sources[snapshot.claimSource[claim]!] as SourceId,
    speaker: speaker === NO_NODE ? null : (names.entities[speaker] as EntityId),
    stance: stances[snapshot.claimStance[claim]!]!,
    quote,
    said,
    during,
  };
}
