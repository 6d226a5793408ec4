import { compareIds, relationId } from "../base/ids.ts";
import type { Claim } from "../claims/claim.ts";
import type { Entity } from "../claims/entity.ts";
import type { Link } from "../claims/link.ts";
import { families, relationOf } from "../claims/ontology.ts";
import type { CaseStore } from "../store/case-store.ts";
import { claimView, isAttributeClaim, isLinkClaim, namedEntity } from "./claim-view.ts";
import { linkLine } from "./link-line.ts";
import type { EntityView, LinkGroup } from "./views.ts";

/** Everything a case says about an entity and those merged into it; of more than `limit` links, or claims that mention it, the first. */
export function showEntity(store: CaseStore, entity: Entity, limit = Number.MAX_SAFE_INTEGER): EntityView {
  const group = new Set(store.mergedInto(entity.id)).add(entity.id);
  const attributes = store.attributesOf(entity.id).filter(isAttributeClaim);
  const links = store.linksOf(entity.id, limit);
  const mentions = mentionsOf(store, entity, limit);
  const claims = [...attributes, ...links.flatMap(({ id }) => store.claimsOfLink(id)), ...mentions.map(({ claim }) => claim)];
  return {
    entity,
    mergedFrom: [...group].filter((id) => id !== entity.id).map((id) => namedEntity(store, id)),
    attributes: attributes.map((claim) => claimView(store, claim)),
    groups: groupsOf(store, entity, links),
    mentions,
    judgements: store
      .judgementsOn([...group])
      .map((judgement) => ({ ...judgement, other: namedEntity(store, group.has(judgement.a) ? judgement.b : judgement.a) })),
    sources: tallySources(store, claims),
    links: { shown: links.length, total: links.length < limit ? links.length : store.countLinksOf(entity.id) },
  };
}

function groupsOf(store: CaseStore, entity: Entity, links: readonly Link[]): LinkGroup[] {
  const ontology = store.ontology();
  const groups = new Map<string, LinkGroup & { links: LinkGroup["links"][number][] }>();
  for (const link of links) {
    const relation = relationOf(ontology, link.relation);
    const side = relation.symmetric || link.from === entity.id ? "out" : "in";
    const key = `${side} ${link.relation}`;
    const label = side === "out" ? relation.label : relation.inverse;
    const group = groups.get(key) ?? { relation: link.relation, side, label, links: [] };
    group.links.push(linkLine(store, link, entity.id));
    groups.set(key, group);
  }
  const order: string[] = [...ontology.relations.keys()];
  const rank = ({ relation }: LinkGroup): number => {
    const at = order.indexOf(relation);
    const family = families.indexOf(relationOf(ontology, relationId(relation)).family);
    return family * 1e6 + (at < 0 ? order.length : at);
  };
  return [...groups.values()].sort(
    (a, b) => rank(a) - rank(b) || compareIds(a.relation, b.relation) || compareIds(b.side, a.side),
  );
}

function mentionsOf(store: CaseStore, entity: Entity, limit: number): EntityView["mentions"] {
  return store.claimsMentioning(entity.id, limit).flatMap((claim) => {
    if (!isLinkClaim(claim)) return [];
    const link = store.linkOfClaim(claim.id);
    if (link === undefined || link.from === entity.id || link.to === entity.id) return [];
    const named = (id: Claim["speaker"]) => id !== null && store.representative(id) === entity.id;
    const roles = [named(claim.speaker) ? ("speaker" as const) : null, named(claim.about) ? ("about" as const) : null];
    const view = { link: linkLine(store, link), claim: claimView(store, claim) };
    return roles.filter((role) => role !== null).map((role) => ({ role, ...view }));
  });
}

function tallySources(store: CaseStore, claims: readonly Claim[]): EntityView["sources"] {
  const tally = new Map<Claim["source"], number>();
  for (const claim of new Map(claims.map((each) => [each.id, each])).values()) {
    tally.set(claim.source, (tally.get(claim.source) ?? 0) + 1);
  }
  return [...tally]
    .map(([id, count]) => ({ id, title: store.source(id)?.title ?? id, claims: count }))
    .sort((a, b) => b.claims - a.claims || compareIds(a.id, b.id));
}
