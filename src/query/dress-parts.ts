import type { ClaimId, EntityId, LinkId, RelationId, SourceId } from "../base/ids.ts";
import { stances } from "../claims/claim.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { NO_NODE, sourceOfClaim, speakerOfClaim, stanceOfClaim } from "../graph/snapshot.ts";
import type { AnswerClaim, AnswerEntity, AnswerLink, PlainLink, SkippedHubs } from "./answer.ts";
import type { FoundHubs, FoundLink } from "./found.ts";
import type { Lookup } from "./lookup.ts";

/** What an answer in indices is dressed with. */
export interface Dressing {
  /** The one that was asked. */
  readonly graph: NamedSnapshot;
  readonly lookup: Lookup;
}

export function dressEntity(node: number, { graph, lookup }: Dressing): AnswerEntity {
  const id = graph.names.entities[node] as EntityId;
  const { type, name } = lookup.entity(id);
  return { id, type, name };
}

export function dressHubs(hubs: FoundHubs | null, dressing: Dressing): SkippedHubs | null {
  return hubs && { count: hubs.count, entities: hubs.nodes.map((node) => dressEntity(node, dressing)) };
}

export function dressLink({ link, along, standing, claims }: FoundLink, dressing: Dressing): AnswerLink {
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

/** A link that nobody walks: the same less its `along`. */
export function dressPlainLink(found: FoundLink, dressing: Dressing): PlainLink {
  const { along, ...rest } = dressLink(found, dressing);
  return rest;
}

export function dressClaim(claim: number, { graph: { snapshot, names }, lookup }: Dressing): AnswerClaim {
  const id = names.claims[claim] as ClaimId;
  const speaker = speakerOfClaim(snapshot, claim);
  const { quote, said, during } = lookup.claim(id);
  return {
    id,
    source: names.sources[sourceOfClaim(snapshot, claim)] as SourceId,
    speaker: speaker === NO_NODE ? null : (names.entities[speaker] as EntityId),
    stance: stances[stanceOfClaim(snapshot, claim)]!,
    quote,
    said,
    during,
  };
}
