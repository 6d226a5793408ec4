import { cutText } from "../base/cut-text.ts";
import type { ClaimId, LinkId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { LinkEnds } from "../claims/link.ts";
import type { NamedSnapshot } from "./build-snapshot.ts";
import { linkBetween } from "./link-between.ts";
import { linkIdAt } from "./link-id-at.ts";
import { placeOfId } from "./packed-ids.ts";

/**
 * Where the ids of claims are found: a snapshot holds none. Whoever has the claims answers, of the revision that the snapshot
 * shows.
 */
export interface ClaimIds {
  /** Those of the claims behind a link, in the order of the snapshot. */
  ofLink(link: LinkId): readonly ClaimId[];
  /** Null for a claim that stands behind no link. */
  placeOf(claim: ClaimId): ClaimPlace | null;
}

export interface ClaimPlace {
  readonly link: LinkEnds;
  /** Its place among those of the link. */
  readonly at: number;
}

/** Those of the claims behind a link of the snapshot. Throws BadInput where the case has another number of them. */
export function claimIdsBehind(graph: NamedSnapshot, link: number): readonly ClaimId[] {
  const { claimStart } = graph.snapshot;
  const ids = graph.claimIds.ofLink(linkIdAt(graph, link));
  const wanted = claimStart[link + 1]! - claimStart[link]!;
  if (ids.length === wanted) return ids;
  const what = `wanted ${wanted} claims behind the link ${JSON.stringify(cutText(linkIdAt(graph, link), 80))}, got ${ids.length}`;
  throw new BadInput(`the case is damaged: ${what}; clew check says more`, { kind: "storage" });
}

/** The claim of the snapshot that has the id; -1 where there is none, and for one behind a link from an entity to itself. O(log slots). */
export function claimNamed({ snapshot, names, claimIds }: NamedSnapshot, id: ClaimId): number {
  const place = claimIds.placeOf(id);
  if (place === null) return -1;
  const [from, to] = [placeOfId(names.entities, place.link.from), placeOfId(names.entities, place.link.to)];
  const relation = names.relations.indexOf(place.link.relation);
  if (from === -1 || to === -1 || relation === -1) return -1;
  const link = linkBetween(snapshot, { from, to, relation });
  const claim = link === -1 ? -1 : snapshot.claimStart[link]! + place.at;
  return link !== -1 && claim < snapshot.claimStart[link + 1]! ? claim : -1;
}
