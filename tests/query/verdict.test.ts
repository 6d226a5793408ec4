import { expect, test } from "vitest";
import { claimId, entityId, entityTypeId, linkId, relationId, sourceId } from "../../src/base/ids.ts";
import type { Standing } from "../../src/claims/standing.ts";
import type { AnswerClaim, AnswerLink } from "../../src/query/answer.ts";
import type { Lookup } from "../../src/query/lookup.ts";
import { predicateOf } from "../../src/query/predicate-of.ts";
import { verdict } from "../../src/query/verdict.ts";
import { graphOf } from "./graph-of.ts";

const lookup: Lookup = {
  entity: (id) => ({ type: entityTypeId("organization"), name: id }),
  relationLabel: (id) => id,
  sourceTitle: (id) => id,
  claim: () => ({ quote: null, said: null, during: null }),
};

/** "who verb" in the voice of a speaker, "who verb itself" in that of a source. */
function claim(text: string): AnswerClaim {
  const [, who = "", stance, itself] = /^(.+) (asserts|alleges|denies)( itself)?$/.exec(text) ?? [];
  return {
    id: claimId(text),
    source: sourceId(itself === undefined ? "Briefing" : who),
    speaker: itself === undefined ? entityId(who) : null,
    stance: stance as AnswerClaim["stance"],
    quote: null,
    said: null,
    during: null,
  };
}

function link(words: readonly [string, string, string], standing: Standing, claims: readonly string[]): AnswerLink {
  const [from, relation, to] = words;
  const ends = { relation: relationId(relation), from: entityId(from), to: entityId(to) };
  return { id: linkId(words.join(">")), ...ends, along: true, standing, claims: claims.map(claim) };
}

test("R8: the verdict names the contested hop with both sides, and puts as fact only what is stated", () => {
  const hops = [
    {
      link: link(["ISIS-K", "perpetrated", "the attack in Moscow"], "corroborated", ["A asserts itself", "B asserts itself"]),
      origins: 2,
      others: 0,
    },
    {
      link: link(["Ukraine", "assisted", "the attack in Moscow"], "contested", ["Vladimir Putin alleges", "Ukraine denies"]),
      origins: 1,
      others: 0,
    },
  ];
  expect(verdict(hops, { weakest: "contested", asked: [] }, lookup)).toBe(
    "2 hops, as strong as its weakest: contested. ISIS-K perpetrated the attack in Moscow (two origins). " +
      "That Ukraine assisted the attack in Moscow is contested: Vladimir Putin alleges it, Ukraine denies it.",
  );
});

test("R8: who says it in which voice: a source states, a speaker says, either alleges or denies", () => {
  const one = (standing: Standing, claims: readonly string[], others = 0) =>
    verdict(
      [{ link: link(["the camp", "houses", "B"], standing, claims), origins: 1, others }],
      { weakest: standing, asked: [] },
      lookup,
    );
  expect(one("stated", ["Report asserts itself"])).toBe("1 hop: stated. The camp houses B (one origin).");
  expect(one("stated", ["Report asserts itself"], 2)).toBe("1 hop: stated. The camp houses B (one origin; two more links).");
  expect(one("alleged", ["Aslan asserts", "Report alleges itself"], 1)).toBe(
    "1 hop: alleged. That the camp houses B is alleged: Aslan says it, “Report” alleges it (one more link).",
  );
  expect(one("contested", ["Report asserts itself", "P denies", "P denies", "Q denies"])).toBe(
    "1 hop: contested. That the camp houses B is contested: “Report” states it, P and Q deny it.",
  );
  expect(one("alleged", ["Briefing A: the camp alleges itself"])).toContain("is alleged: “Briefing A: the camp” alleges it.");
  expect(one("alleged", ["P alleges", "Q alleges", "R alleges", "S alleges", "T alleges"])).toBe(
    "1 hop: alleged. That the camp houses B is alleged: P, Q, R and two others allege it.",
  );
  expect(one("denied", ["P denies"])).toBe("1 hop: denied. That the camp houses B is only denied: P denies it.");
});

test("R8: labels that are no verbs become predicates", () => {
  const [person, group] = [entityTypeId("person"), entityTypeId("group")];
  expect(
    [
      "affiliate of",
      "member of",
      "part of",
      "located in",
      "took place in",
      "warned of",
      "participated in",
      "in tension with",
      "militarily involved in",
      "said of",
      "comes from",
      "WORKS_AT",
      "leads",
      "related to",
    ].map((label) => predicateOf(label, person)),
  ).toEqual([
    "is an affiliate of",
    "is a member of",
    "is part of",
    "is located in",
    "took place in",
    "warned of",
    "participated in",
    "is in tension with",
    "is militarily involved in",
    "said of",
    "comes from",
    "WORKS_AT",
    "leads",
    "is related to",
  ]);
  expect(["national of", "comes from", "holds", "charged", "part of"].map((label) => predicateOf(label, group))).toEqual([
    "are nationals of",
    "come from",
    "hold",
    "charged",
    "are part of",
  ]);
});

test("R8: names of ten thousand characters, of several lines or of half an emoji leave one short sentence", () => {
  const sentence = verdict(
    [
      {
        link: link([`${"x".repeat(10_000)}`, "owns\nit", "a\u0000b\r\nc 😀"], "stated", ["S asserts itself"]),
        origins: 1,
        others: 0,
      },
    ],
    { weakest: "stated", asked: [] },
    lookup,
  );
  expect(sentence).toBe(`1 hop: stated. ${"x".repeat(80)}… owns it a b c 😀 (one origin).`);
  const emoji = verdict(
    [{ link: link(["😀".repeat(500), "owns", "b"], "stated", []), origins: 1, others: 0 }],
    { weakest: "stated", asked: [] },
    lookup,
  );
  expect(emoji.isWellFormed()).toBe(true);
  expect(emoji.length).toBeLessThan(300);
});

test("R8: a hop is read from subject to object, whichever way the path goes", () => {
  const answer = graphOf("a>b:owns").path("b", "a");
  expect(answer.paths[0]?.sentence).toBe("1 hop: stated. A owns B (one origin).");
  expect(answer.paths[0]?.steps[0]?.links[0]).toMatchObject({ from: "a", to: "b", along: false });
});

test("R8: a hop counts as its strongest link, a path as its weakest hop", () => {
  const answer = graphOf("a>b:x(s1?) a>b:y(s1,s2) b>c:z(s1)").path("a", "c");
  expect(answer.paths[0]).toMatchObject({ standing: "stated", origins: 1, hops: 2 });
  expect(graphOf("a>b:x(s1?) a>b:y(s1,s2)").path("a", "b").paths[0]).toMatchObject({ standing: "corroborated", origins: 2 });
});

test("R18: origins are those of what the standing rests on; a denial is none", () => {
  const origins = (claims: string) => graphOf(`a>b(${claims})`).path("a", "b", { includeDenied: true }).paths[0]?.origins;
  expect(origins("s1,s2,s3=s1")).toBe(2);
  expect(origins("s1,s2?@p,s3!")).toBe(1);
  expect(origins("s1?@p,s2@p,s3?=s1")).toBe(2);
  expect(origins("s1!")).toBe(0);
});

test("R2, R8: the words behind a hop are those that the question leaves", () => {
  const answer = graphOf("a>b(s1,s2?@p,s3!)").path("a", "b", { notSources: ["s3"] });
  expect(answer.paths[0]?.steps[0]?.links[0]).toEqual({
    id: "a>r>b",
    relation: "r",
    from: "a",
    to: "b",
    along: true,
    standing: "stated",
    claims: [
      { id: "a>r>b#0", source: "s1", speaker: null, stance: "asserts", quote: "words of a>r>b#0", said: null, during: null },
      { id: "a>r>b#1", source: "s2", speaker: "p", stance: "alleges", quote: "words of a>r>b#1", said: null, during: null },
    ],
  });
});

test("R8, R36: what else the question asks of a path stands in the opening", () => {
  const hops = [{ link: link(["the camp", "houses", "B"], "stated", []), origins: 1, others: 0 }];
  expect(verdict(hops, { weakest: "stated", asked: ["weight 4.5", "arriving on 5 March 2014 at the earliest"] }, lookup)).toBe(
    "1 hop: stated; weight 4.5; arriving on 5 March 2014 at the earliest. The camp houses B (one origin).",
  );
});
