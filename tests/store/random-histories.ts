import fc from "fast-check";
import { claimId, entityId, judgementId, sourceId } from "../../src/base/ids.ts";
import type { Change } from "../../src/claims/change.ts";
import type { LinkClaim } from "../../src/claims/claim.ts";
import { linkOfClaim } from "../../src/claims/link.ts";
import { countClaims } from "../../src/claims/origin.ts";
import type { Source } from "../../src/claims/source.ts";
import { standingOf } from "../../src/claims/standing.ts";
import type { CaseStore } from "../../src/store/case-store.ts";
import { judgementOf, linkClaim, recording, sourceOf } from "./records.ts";

const anyEntity = fc.constantFrom(..."abcd".split(""));
const anyStep = {
  claim: fc.record({
    ends: fc.tuple(anyEntity, fc.constantFrom("funds", "relative-of"), anyEntity),
    stance: fc.constantFrom("asserts" as const, "alleges" as const, "denies" as const),
    speaker: fc.option(anyEntity),
    source: fc.constantFrom("s1", "s2", "s3"),
    relays: fc.option(fc.nat({ max: 24 })),
  }),
};

/** A change, given the number that its own ids carry. */
export const step: fc.Arbitrary<(n: number) => Change[]> = fc.oneof(
  {
    weight: 6,
    arbitrary: anyStep.claim.map(({ ends, stance, speaker, source, relays }) => (n: number) => {
      const to = relays === null || relays === n ? null : claimId(`c${relays}`);
      const by = speaker === null ? null : entityId(speaker);
      return recording(linkClaim(`c${n}`, ends.join(" "), { stance, speaker: by, source: sourceId(source), relays: to }));
    }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(anyEntity, anyEntity).map(([a, b]) => (n: number): Change[] => [
      { kind: "record-judgement", judgement: judgementOf(`j${n}`, a, b, a === b ? "different" : "same") },
    ]),
  },
  {
    weight: 2,
    arbitrary: fc
      .nat({ max: 24 })
      .map((of) => (): Change[] => [{ kind: "withdraw-claim", claim: claimId(`c${of}`), reason: "r" }]),
  },
  {
    weight: 1,
    arbitrary: fc
      .nat({ max: 24 })
      .map((of) => (): Change[] => [{ kind: "restore-claim", claim: claimId(`c${of}`), reason: "r" }]),
  },
  {
    weight: 1,
    arbitrary: fc
      .nat({ max: 24 })
      .map((of) => (): Change[] => [{ kind: "withdraw-judgement", judgement: judgementId(`j${of}`), reason: "r" }]),
  },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom("s1", "s2")
      .map((from) => (): Change[] => [
        { kind: "put-source", before: sourceOf("s3"), after: sourceOf("s3", { derivedFrom: sourceId(from) }) },
      ]),
  },
);

/** Links from nothing but the claims in force, the slow way. */
export function linksAddedUp(store: CaseStore): unknown[] {
  const groups = new Map<string, LinkClaim[]>();
  for (const claim of store.claims()) {
    if (claim.kind !== "link") continue;
    const named = { ...claim, subject: store.representative(claim.subject), object: store.representative(claim.object) };
    const { id } = linkOfClaim(named, store.ontology());
    groups.set(id, [...(groups.get(id) ?? []), claim]);
  }
  const trail = { claim: (id: LinkClaim["id"]) => store.claim(id), source: (id: Source["id"]) => store.source(id) };
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, claims]) => {
      const counts = countClaims(claims, trail);
      return [id, standingOf(counts), claims.length, counts.ownVoiceOrigins];
    });
}
