import type { EntityId } from "../base/ids.ts";
import type { AttributeClaim, Claim, LinkClaim } from "../claims/claim.ts";
import { originOf } from "../claims/origin.ts";
import type { CaseStore, StoredClaim } from "../store/case-store.ts";
import type { ClaimView, NamedEntity } from "./views.ts";

/** A claim with the names that a reader sees: source, speaker, event, and the source whose words it repeats. */
export function claimView<C extends Claim>(store: CaseStore, given: C): ClaimView<C> {
  const { withdrawn: _, ...claim } = given as C & Partial<Pick<StoredClaim, "withdrawn">>;
  const source = store.near.sourceHead(given.source);
  const origin = originOf(given, { claim: (id) => store.claim(id), source: (id) => store.near.sourceHead(id) });
  return {
    ...(claim as unknown as C),
    sourceTitle: source?.title ?? given.source,
    sourcePublished: source?.published ?? null,
    speakerName: given.speaker === null ? null : namedEntity(store, given.speaker).name,
    aboutName: given.about === null ? null : namedEntity(store, given.about).name,
    originTitle: origin === given.source ? null : (store.near.sourceHead(origin)?.title ?? origin),
  };
}

/** Id, type and name; an entity that is not there shows its id. */
export function namedEntity(store: CaseStore, id: EntityId): NamedEntity {
  const entity = store.entity(id);
  return { id, type: entity?.type ?? "thing", name: entity?.name ?? id };
}

export function isLinkClaim<C extends Claim>(claim: C): claim is C & LinkClaim {
  return claim.kind === "link";
}

export function isAttributeClaim<C extends Claim>(claim: C): claim is C & AttributeClaim {
  return claim.kind === "attribute";
}
