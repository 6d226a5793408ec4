import { BadInput } from "../base/problem.ts";
import type { Stance } from "../claims/claim.ts";
import { stances } from "../claims/claim.ts";
import type { CaseStore } from "../store/case-store.ts";
import { claimView, isLinkClaim } from "./claim-view.ts";
import { findEntity } from "./find-entity.ts";
import { knownRelation, knownStanding } from "./known-names.ts";
import { linkLines } from "./link-line.ts";
import { oneOf } from "./one-of.ts";
import type { LinkList } from "./views.ts";

/** Which links to list; what is left out does not constrain. */
export interface LinkFilter {
  readonly relations?: readonly string[];
  /** Exactly this standing. */
  readonly standing?: string;
  /** At least one claim in force with this stance. */
  readonly stance?: string;
  /** Starts or ends at this entity, by id or name. */
  readonly of?: string;
  /** Links at most, default 1,000. */
  readonly limit?: number;
}

/** Links with the claims behind them, in order of id. Throws BadInput for what the case does not know. */
export function listLinks(store: CaseStore, filter: LinkFilter): LinkList {
  const limit = filter.limit ?? 1000;
  if (!Number.isSafeInteger(limit) || limit < 1) throw new BadInput(`limit: wanted a whole number from 1, got ${limit}`);
  const relations = [...new Set((filter.relations ?? []).map((relation) => knownRelation(store, relation)))];
  const wanted = {
    relations: relations.length === 0 ? null : relations,
    standing: filter.standing === undefined ? null : knownStanding(filter.standing),
    stance: filter.stance === undefined ? null : oneOf<Stance>("stance", filter.stance, stances),
    of: filter.of === undefined ? null : findEntity(store, filter.of).id,
  };
  const { count, links } = store.near.select(wanted, limit);
  const lines = new Map(linkLines(store, links).lines.map((line) => [line.id, line]));
  const claims = store.near.claimsOfLinks(links.map(({ id }) => id));
  return {
    count,
    complete: count <= limit,
    links: links.map(({ id }) => ({
      link: lines.get(id)!,
      claims: (claims.get(id) ?? []).filter(isLinkClaim).map((claim) => claimView(store, claim)),
    })),
  };
}
