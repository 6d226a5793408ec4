import type { ClaimId, EntityId, RelationId, SourceId } from "../base/ids.ts";
import { stances } from "../claims/claim.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { claimIdsBehind } from "../graph/claim-ids.ts";
import { linkIdAt } from "../graph/link-id-at.ts";
import { idAt } from "../graph/packed-ids.ts";
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
  const id = idAt(graph.names.entities, node) as EntityId;
  const { type, name } = lookup.entity(id);
  return { id, type, name };
}

export function dressHubs(hubs: FoundHubs | null, dressing: Dressing): SkippedHubs | null {
  return hubs && { count: hubs.count, entities: hubs.nodes.map((node) => dressEntity(node, dressing)) };
}

export function dressLink({ link, along, standing, claims }: FoundLink, dressing: Dressing): AnswerLink {
  const { snapshot, names } = dressing.graph;
  const ids = claimIdsBehind(dressing.graph, link);
  return {
    id: linkIdAt(dressing.graph, link),
    relation: names.relations[snapshot.linkRelation[link]!] as RelationId,
    from: idAt(names.entities, snapshot.linkFrom[link]!) as EntityId,
    to: idAt(names.entities, snapshot.linkTo[link]!) as EntityId,
    along,
    standing,
    claims: claims.map((claim) => dressUnder(ids[claim - snapshot.claimStart[link]!]!, claim, dressing)),
  };
}

/** A link that nobody walks: the same less its `along`. */
export function dressPlainLink(found: FoundLink, dressing: Dressing): PlainLink {
  const { along, ...rest } = dressLink(found, dressing);
  return rest;
}

/** A claim and the link that it stands behind. Throws BadInput where the case has other claims behind it than the snapshot. */
export function dressClaim(claim: number, link: number, dressing: Dressing): AnswerClaim {
  const { graph } = dressing;
  return dressUnder(claimIdsBehind(graph, link)[claim - graph.snapshot.claimStart[link]!]!, claim, dressing);
}

function dressUnder(id: ClaimId, claim: number, { graph: { snapshot, names }, lookup }: Dressing): AnswerClaim {
  const speaker = speakerOfClaim(snapshot, claim);
  const { quote, said, during } = lookup.claim(id);
  return {
    id,
    source: names.sources[sourceOfClaim(snapshot, claim)] as SourceId,
    speaker: speaker === NO_NODE ? null : (idAt(names.entities, speaker) as EntityId),
    stance: stances[stanceOfClaim(snapshot, claim)]!,
    quote,
    said,
    during,
  };
}
