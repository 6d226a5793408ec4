import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ClaimId, EntityId, SourceId } from "../../src/base/ids.ts";
import { claimId, entityId, sourceId } from "../../src/base/ids.ts";
import type { Stance } from "../../src/claims/claim.ts";
import { stances } from "../../src/claims/claim.ts";
import type { OriginTrail } from "../../src/claims/origin.ts";
import { countClaims } from "../../src/claims/origin.ts";
import { isAtLeast, standingOf, standings } from "../../src/claims/standing.ts";

interface Said {
  readonly id: ClaimId;
  readonly stance: Stance;
  readonly speaker: EntityId | null;
  readonly source: SourceId;
  readonly relays: ClaimId | null;
}

let made = 0;

/** `said("asserts in A")`, `said("Putin alleges in A")`, `said("asserts in B", { relays: other })`. */
function said(words: string, { relays = null }: { relays?: Said | null } = {}): Said {
  const [, speaker, stance, source] = /^(?:(\S+) )?(asserts|alleges|denies) in (\S+)$/.exec(words) ?? [];
  if (stance === undefined || source === undefined) throw new Error(`not understood: ${words}`);
  return {
    id: claimId(`c${++made}`),
    stance: stance as Stance,
    speaker: speaker === undefined ? null : entityId(speaker),
    source: sourceId(source),
    relays: relays?.id ?? null,
  };
}

/** `derived`: which source repeats which, "B from A". */
function standing(claims: readonly Said[], derived: readonly string[] = []) {
  return standingOf(countClaims(claims, trailOf(claims, derived)));
}

function trailOf(claims: readonly Said[], derived: readonly string[]): OriginTrail {
  const parents = new Map(derived.map((text) => text.split(" from ") as [string, string]));
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return {
    claim: (id) => byId.get(id),
    source: (id) => ({ derivedFrom: parents.has(id) ? sourceId(parents.get(id)!) : null }),
  };
}

describe("corroborated: asserted in their own voice by two or more independent origins, and nobody denies", () => {
  test("two sources that do not repeat one another", () => {
    expect(standing([said("asserts in A"), said("asserts in B")])).toBe("corroborated");
  });

  test("an allegation beside them takes nothing away", () => {
    expect(standing([said("asserts in A"), said("asserts in B"), said("Putin alleges in C")])).toBe("corroborated");
  });

  test("one source twice is one origin", () => {
    expect(standing([said("asserts in A"), said("asserts in A")])).toBe("stated");
  });

  test("a source derived from the other is no second origin", () => {
    expect(standing([said("asserts in A"), said("asserts in B")], ["B from A"])).toBe("stated");
  });

  test("two sources derived from a third, which is not in the case's claims, are one origin", () => {
    expect(standing([said("asserts in A"), said("asserts in B")], ["A from Wire", "B from Wire"])).toBe("stated");
  });

  test("a claim that relays another is an echo of it", () => {
    const first = said("asserts in A");
    expect(standing([first, said("asserts in B", { relays: first })])).toBe("stated");
  });

  test("an echo and somebody else are two origins", () => {
    const first = said("asserts in A");
    expect(standing([first, said("asserts in B", { relays: first }), said("asserts in C")])).toBe("corroborated");
  });

  test("words put into a speaker's mouth are no second origin", () => {
    expect(standing([said("asserts in A"), said("Putin asserts in B")])).toBe("stated");
  });
});

describe("stated: asserted by one origin in its own voice, and nobody denies", () => {
  test("one source", () => {
    expect(standing([said("asserts in A")])).toBe("stated");
  });

  test("an allegation beside it takes nothing away", () => {
    expect(standing([said("asserts in A"), said("alleges in B")])).toBe("stated");
  });
});

describe("alleged: only alleged, or asserted only through a speaker, and nobody denies", () => {
  test("alleged by a speaker", () => {
    expect(standing([said("Putin alleges in A")])).toBe("alleged");
  });

  test("alleged by a source that names nobody", () => {
    expect(standing([said("alleges in A")])).toBe("alleged");
  });

  test("asserted only through speakers, in however many sources", () => {
    expect(standing([said("Putin asserts in A"), said("Aslan asserts in B"), said("Putin alleges in C")])).toBe("alleged");
  });
});

describe("contested: somebody asserts or alleges, somebody else denies", () => {
  test("alleged and denied", () => {
    expect(standing([said("Putin alleges in A"), said("Ukraine denies in A")])).toBe("contested");
  });

  test("asserted by two origins and denied by one speaker", () => {
    expect(standing([said("asserts in A"), said("asserts in B"), said("Ukraine denies in C")])).toBe("contested");
  });

  test("denied by a source in its own voice", () => {
    expect(standing([said("Putin alleges in A"), said("denies in B")])).toBe("contested");
  });
});

describe("denied: only denials", () => {
  test("one, or several", () => {
    expect(standing([said("Ukraine denies in A")])).toBe("denied");
    expect(standing([said("Ukraine denies in A"), said("denies in B")])).toBe("denied");
  });
});

test("no claims, no standing: there is no link", () => {
  expect(standing([])).toBeNull();
});

test("the five standings are one scale, strongest first", () => {
  expect(standings).toEqual(["corroborated", "stated", "alleged", "contested", "denied"]);
  for (const [rank, standing] of standings.entries()) {
    for (const [other, least] of standings.entries()) expect(isAtLeast(standing, least)).toBe(rank <= other);
  }
});

const anyClaims = fc
  .array(
    fc.record({
      stance: fc.constantFrom(...stances),
      speaker: fc.option(fc.constantFrom("Putin", "Ukraine")),
      source: fc.constantFrom("A", "B", "C", "__proto__"),
      relays: fc.option(fc.nat(7)),
    }),
    { maxLength: 8 },
  )
  .map((drafts) =>
    drafts.map(
      (draft, at): Said => ({
        id: claimId(`p${at}`),
        stance: draft.stance,
        speaker: draft.speaker === null ? null : entityId(draft.speaker),
        source: sourceId(draft.source),
        relays: draft.relays === null || draft.relays >= drafts.length ? null : claimId(`p${draft.relays}`),
      }),
    ),
  );
const anyDerived = fc.subarray(["B from A", "C from B", "A from C", "__proto__ from A"]);

test("the order of the claims does not matter", () => {
  const shuffled = anyClaims.chain((claims) =>
    fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
  );
  fc.assert(
    fc.property(shuffled, anyDerived, ([claims, other], derived) => {
      expect(countClaims(other, trailOf(claims, derived))).toEqual(countClaims(claims, trailOf(claims, derived)));
    }),
    { seed: 2024, numRuns: 500 },
  );
});

test("removing a claim and adding it again changes nothing", () => {
  fc.assert(
    fc.property(anyClaims, fc.nat(), anyDerived, (claims, pick, derived) => {
      fc.pre(claims.length > 0);
      const taken = claims[pick % claims.length]!;
      const trail = trailOf(claims, derived);
      const without = claims.filter((claim) => claim !== taken);
      expect(standingOf(countClaims([...without, taken], trail))).toBe(standingOf(countClaims(claims, trail)));
    }),
    { seed: 2024, numRuns: 500 },
  );
});

test("a denial never strengthens a link, and an assertion never makes one vanish", () => {
  fc.assert(
    fc.property(anyClaims, anyDerived, (claims, derived) => {
      const before = standing(claims, derived);
      const denied = standing([...claims, said("Ukraine denies in A")], derived)!;
      if (before !== null) expect(isAtLeast(before, denied)).toBe(true);
      expect(standing([...claims, said("asserts in A")], derived)).not.toBeNull();
    }),
    { seed: 2024, numRuns: 500 },
  );
});
