import { claimId, entityId, entityTypeId, judgementId, propertyId, relationId, sourceId } from "../../src/base/ids.ts";
import type { Change } from "../../src/claims/change.ts";
import type { AttributeClaim, LinkClaim } from "../../src/claims/claim.ts";
import type { Entity } from "../../src/claims/entity.ts";
import type { Judgement } from "../../src/claims/judgement.ts";
import type { Source } from "../../src/claims/source.ts";

export const author = { by: "tester", at: "2024-04-01T00:00:00.000Z", label: "test" };

export function entityOf(id: string, more: Partial<Entity> = {}): Entity {
  return { id: entityId(id), type: entityTypeId("person"), name: id, aliases: [], description: "", placeholder: false, ...more };
}

export function sourceOf(id: string, more: Partial<Source> = {}): Source {
  return {
    id: sourceId(id),
    title: id,
    ...{ publisher: null, author: null, url: null, published: null, retrieved: null, text: null, sha256: null },
    ...{ reliability: null, derivedFrom: null },
    ...more,
  };
}

const claimFrame = {
  stance: "asserts" as const,
  origin: { kind: "hand" as const },
  ...{ speaker: null, citation: null, during: null, said: null, about: null, note: "" },
  ...{ credibility: null, relays: null, recordedBy: "tester", recordedAt: author.at },
};

export function linkClaim(id: string, ends: string, more: Partial<LinkClaim> = {}): LinkClaim {
  const [subject = "", relation = "", object = ""] = ends.split(" ");
  return {
    ...claimFrame,
    ...{ id: claimId(id), kind: "link", subject: entityId(subject), relation: relationId(relation), object: entityId(object) },
    ...{ source: sourceId("s1"), attributes: [] },
    ...more,
  };
}

export function attributeClaim(id: string, subject: string, value: AttributeClaim["value"]): AttributeClaim {
  return {
    ...claimFrame,
    ...{
      id: claimId(id),
      kind: "attribute",
      subject: entityId(subject),
      property: propertyId("count"),
      value,
      approximate: false,
    },
    source: sourceId("s1"),
  };
}

export function judgementOf(id: string, a: string, b: string, verdict: Judgement["verdict"] = "same"): Judgement {
  return { id: judgementId(id), a: entityId(a), b: entityId(b), verdict, reason: "", by: "tester", at: author.at };
}

export function putting(...things: readonly (Entity | Source)[]): Change[] {
  return things.map((thing) =>
    "title" in thing ? { kind: "put-source", before: null, after: thing } : { kind: "put-entity", before: null, after: thing },
  );
}

export function recording(...claims: readonly (LinkClaim | AttributeClaim)[]): Change[] {
  return claims.map((claim) => ({ kind: "record-claim", claim }));
}

export const three = putting(entityOf("a"), entityOf("b"), entityOf("c"), sourceOf("s1"), sourceOf("s2"));
