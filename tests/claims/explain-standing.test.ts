import fc from "fast-check";
import { expect, test } from "vitest";
import type { ClaimId, SourceId } from "../../src/base/ids.ts";
import { entityId, sourceId } from "../../src/base/ids.ts";
import type { Stance } from "../../src/claims/claim.ts";
import { explainStanding } from "../../src/claims/explain-standing.ts";

const names = { source: (id: string) => `Briefing ${id}`, entity: (id: string) => id.replaceAll("-", " ") };

/** `said("Vladimir-Putin alleges in A")`. */
function said(words: string) {
  const [, speaker, stance, source] = /^(?:(\S+) )?(asserts|alleges|denies) in (\S+)$/.exec(words) ?? [];
  return {
    stance: stance as Stance,
    speaker: speaker === undefined ? null : entityId(speaker),
    source: sourceId(source ?? "?"),
    relays: null as ClaimId | null,
  };
}

function reason(claims: readonly string[], derived: Readonly<Record<string, string>> = {}): string {
  const source = (id: SourceId) => ({ derivedFrom: derived[id] === undefined ? null : sourceId(derived[id]) });
  return explainStanding(claims.map(said), { claim: () => undefined, source }, names);
}

test.each<[string, readonly string[]]>([
  [
    "Corroborated: asserted by two independent origins, Briefing A and Briefing B; nobody denies it.",
    ["asserts in B", "asserts in A"],
  ],
  ["Stated: asserted by Briefing A in its own voice, by no other origin; nobody denies it.", ["asserts in A"]],
  [
    "Alleged: Vladimir Putin alleges it (Briefing A); no source says it in its own voice, and nobody denies it.",
    ["Vladimir-Putin alleges in A"],
  ],
  [
    "Alleged: Murat Aslan asserts it (Briefing A); it is reported as alleged in Briefing B; no source says it in its own voice, and nobody denies it.",
    ["alleges in B", "Murat-Aslan asserts in A"],
  ],
  [
    "Contested: Vladimir Putin alleges it (Briefing A); Ukraine denies it (Briefing A, Briefing B).",
    ["Ukraine denies in B", "Vladimir-Putin alleges in A", "Ukraine denies in A"],
  ],
  ["Contested: Briefing A asserts it; it is denied in Briefing B.", ["asserts in A", "denies in B"]],
  ["Denied: Ukraine denies it (Briefing A); nobody says it.", ["Ukraine denies in A"]],
  ["No claim is left.", []],
])("%s", (sentence, claims) => {
  expect(reason(claims)).toBe(sentence);
});

test("sources that share an origin are named as one", () => {
  expect(reason(["asserts in A", "asserts in B", "asserts in C"], { B: "A" })).toBe(
    "Corroborated: asserted by two independent origins, Briefing A with Briefing B (one origin) and Briefing C; nobody denies it.",
  );
});

test("a source that repeats one without claims here is named after it", () => {
  expect(reason(["asserts in A"], { A: "Wire" })).toBe(
    "Stated: asserted by Briefing A (after Briefing Wire) in its own voice, by no other origin; nobody denies it.",
  );
});

test("many voices are folded, and both sides keep theirs", () => {
  const many = Array.from({ length: 6 }, (_, at) => `P${at} alleges in A`);
  const denials = Array.from({ length: 12 }, (_, at) => `U${String(at).padStart(2, "0")} denies in B`);
  expect(reason([...many, ...denials])).toBe(
    "Contested: P0 alleges it (Briefing A); P1 alleges it (Briefing A); P2 alleges it (Briefing A); 3 more; " +
      "U00 denies it (Briefing B); U01 denies it (Briefing B); U02 denies it (Briefing B); 9 more.",
  );
  expect(reason(Array.from({ length: 13 }, (_, at) => `asserts in ${String.fromCharCode(65 + at)}`))).toBe(
    "Corroborated: asserted by 13 independent origins, Briefing A, Briefing B, Briefing C and 10 more; nobody denies it.",
  );
});

test("a name of ten thousand characters is cut", () => {
  const long = { ...names, entity: () => "🧶".repeat(5000) };
  const trail = { claim: () => undefined, source: () => undefined };
  expect(explainStanding([said("X alleges in A")], trail, long).length).toBeLessThan(250);
});

test("the order of the claims does not matter", () => {
  const all = [
    "asserts in A",
    "asserts in B",
    "P alleges in A",
    "Q asserts in C",
    "alleges in B",
    "U denies in A",
    "denies in C",
  ];
  const lists = fc
    .subarray(all)
    .chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })));
  fc.assert(
    fc.property(lists, ([some, other]) => {
      expect(reason(other)).toBe(reason(some));
    }),
    { seed: 2024 },
  );
});
