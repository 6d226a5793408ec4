import type { EntityId } from "../base/ids.ts";
import { compareIds } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { Claim } from "../claims/claim.ts";
import type { Entity } from "../claims/entity.ts";
import type { CaseStore } from "../store/case-store.ts";
import { claimView, isAttributeClaim, isLinkClaim, namedEntity } from "./claim-view.ts";
import { linkGroups, linksAtOnce } from "./link-groups.ts";
import { linkLines } from "./link-line.ts";
import type { EntityView } from "./views.ts";

/**
 * What a case says about an entity and those merged into it; of more than `limit` links each group begins, and of more than `limit`
 * claims that mention it the first by order of recording.
 */
export function showEntity(store: CaseStore, entity: Entity, limit = linksAtOnce): EntityView {
  if (!Number.isSafeInteger(limit) || limit < 1) throw new BadInput(`limit: wanted a whole number from 1, got ${limit}`);
  const group = new Set(store.mergedInto(entity.id)).add(entity.id);
  const attributes = store.attributesOf(entity.id).filter(isAttributeClaim);
  const { groups, claims } = linkGroups(store, entity.id, limit);
  const mentions = mentionsOf(store, entity.id, limit);
  return {
    entity,
    mergedFrom: [...group].filter((id) => id !== entity.id).map((id) => namedEntity(store, id)),
    attributes: attributes.map((claim) => claimView(store, claim)),
    groups,
    ...mentions,
    judgements: store
      .judgementsOn([...group])
      .map((judgement) => ({ ...judgement, other: namedEntity(store, group.has(judgement.a) ? judgement.b : judgement.a) })),
    sources: tallySources(store, [...attributes, ...claims, ...mentions.mentions.map(({ claim }) => claim)]),
    links: { shown: sumOf(groups, ({ links }) => links.length), total: sumOf(groups, ({ count }) => count) },
  };
}

function sumOf<T>(things: readonly T[], count: (thing: T) => number): number {
  return things.reduce((sum, thing) => sum + count(thing), 0);
}

function mentionsOf(store: CaseStore, id: EntityId, limit: number): Pick<EntityView, "mentions" | "moreMentions"> {
  const claims = store.near.mentions(id, limit + 1);
  const found = claims.slice(0, limit).flatMap((claim) => {
    const link = isLinkClaim(claim) ? store.linkOfClaim(claim.id) : undefined;
    return isLinkClaim(claim) && link !== undefined && link.from !== id && link.to !== id ? [{ claim, link }] : [];
  });
  const { lines } = linkLines(
    store,
    found.map(({ link }) => link),
  );
  const named = (one: Claim["speaker"]) => one !== null && store.representative(one) === id;
  const mentions = found.flatMap(({ claim }, at) => {
    const roles = [named(claim.speaker) ? ("speaker" as const) : null, named(claim.about) ? ("about" as const) : null];
    const view = { link: lines[at]!, claim: claimView(store, claim) };
    return roles.filter((role) => role !== null).map((role) => ({ role, ...view }));
  });
  return { mentions, moreMentions: claims.length > limit };
}

function tallySources(store: CaseStore, claims: readonly Claim[]): EntityView["sources"] {
  const tally = new Map<Claim["source"], number>();
  for (const claim of new Map(claims.map((each) => [each.id, each])).values()) {
    tally.set(claim.source, (tally.get(claim.source) ?? 0) + 1);
  }
  return [...tally]
    .map(([id, count]) => ({ id, title: store.near.sourceHead(id)?.title ?? id, claims: count }))
    .sort((a, b) => b.claims - a.claims || compareIds(a.id, b.id));
}
