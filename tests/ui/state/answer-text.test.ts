import { describe, expect, test } from "vitest";
import { claimId, entityId, entityTypeId, relationId, sourceId } from "../../../src/base/ids.ts";
import { linkIdOf } from "../../../src/claims/link.ts";
import type { Standing } from "../../../src/claims/standing.ts";
import type { AnswerClaim, AnswerLink, BearingAnswer, CommonAnswer, PathAnswer } from "../../../src/query/answer.ts";
import { bearingDefaults, commonDefaults, pathDefaults } from "../../../src/query/question.ts";
import { answerAsText } from "../../../src/ui/state/answer-text.ts";
import { answerTitle } from "../../../src/ui/state/answer-title.ts";

const names = {
  entity: (id: string) => id.toUpperCase(),
  source: (id: string) => `Source ${id}`,
  type: (id: string) => id,
  relation: (id: string) => id.replaceAll("-", " "),
  published: (id: string) => (id === "s1" ? "2024-03-24" : null),
};
const asText = (answer: Parameters<typeof answerAsText>[0]) => answerAsText(answer, { asked: "Asked.", names });

const entity = (id: string) => ({ id: entityId(id), type: entityTypeId("person"), name: id.toUpperCase() });

function claim(id: string, part: Partial<AnswerClaim> = {}): AnswerClaim {
  const plain = { speaker: null, stance: "asserts", quote: null, said: null, during: null } as const;
  return { id: claimId(id), source: sourceId("s1"), ...plain, ...part };
}

function link(drawn: string, standing: Standing, claims: readonly AnswerClaim[]): AnswerLink {
  const [from = "", to = ""] = drawn.split(">");
  const ends = { from: entityId(from), to: entityId(to), relation: relationId("member-of") };
  return { id: linkIdOf(ends.from, ends.relation, ends.to), ...ends, along: true, standing, claims };
}

const ended = { complete: true, stop: "exhausted", visited: { entities: 2, links: 1 }, elapsedMs: 0, skipped: null } as const;

const first = link("a>b", "stated", [claim("1", { quote: "A is\n of B.", said: "2024-03" })]);
const second = link("b>c", "contested", [
  claim("2", { source: sourceId("s2"), speaker: entityId("x"), stance: "alleges" }),
  claim("3", { stance: "denies", speaker: entityId("c"), quote: "Not so." }),
]);

const paths: PathAnswer = {
  ...ended,
  question: { ...pathDefaults, from: [entityId("a")], to: [entityId("c")] },
  count: 1,
  linkSequences: 1,
  why: null,
  paths: [
    {
      hops: 2,
      weight: 2.5,
      arrival: null,
      source: null,
      standing: "contested",
      origins: 1,
      sentence: "2 hops, as strong as its weakest: contested.",
      entities: [entity("a"), entity("b"), entity("c")],
      steps: [{ links: [first] }, { links: [second] }],
    },
  ],
};

describe("an answer as text", () => {
  test("a path: the question, the verdict, each hop with its words, and the sources by number", () => {
    expect(asText(paths).split("\n")).toEqual([
      "Asked.",
      "",
      "1. A – B – C",
      "   2 hops, as strong as its weakest: contested.",
      "   A member of B (stated)",
      "     - “A is of B.” [1], in its own voice, said March 2024",
      "   B member of C (contested)",
      "     - without a quote [2], X alleges",
      "     - “Not so.” [1], C denies",
      "",
      "Sources",
      "[1] Source s1, 24 March 2024",
      "[2] Source s2",
      "",
    ]);
  });

  test("no path: which constraint cut it, and what would give one", () => {
    const question = { ...paths.question, maxHops: 1 };
    const why = { cut: ["A path needs 2 hops."], loosen: [{ text: "allow 2 hops", question, hops: 2 }] };
    const text = asText({ ...paths, question, stop: "max-hops", count: 0, paths: [], why });
    expect(text).toMatch(/^Asked\.\nNo path within 1 hop\.\nA path needs 2 hops\.\n- allow 2 hops: 2 hops\n/);
  });

  test("one that is not complete says so, and which hubs it went around", () => {
    const skipped = { count: 1, entities: [entity("hub")] };
    const text = asText({ ...paths, complete: false, stop: "limit", skipped });
    expect(text).toContain("\nStopped at 1 path; there are more.\n1 hub not passed: HUB.\n");
  });

  test("what is in common: each with its ties", () => {
    const common: CommonAnswer = {
      ...ended,
      question: { ...commonDefaults, entities: [entityId("a"), entityId("c")] },
      count: 1,
      common: [
        {
          ...entity("b"),
          reaches: 2,
          ties: [
            { entity: entity("a"), links: [first] },
            { entity: entity("c"), links: [second] },
          ],
        },
      ],
    };
    expect(asText(common)).toMatch(/\n1\. B \(2 of the named\)\n {3}A member of B \(stated\)\n/);
    expect(answerTitle(common)).toBe("1 entity");
  });

  test("what it rests on: sources, entities, links and claims", () => {
    const bearing: BearingAnswer = {
      ...ended,
      question: { ...bearingDefaults, from: [entityId("a")], to: [entityId("c")] },
      linked: true,
      sentence: "It rests on 1 source.",
      sources: [{ id: sourceId("s1"), title: "Source s1" }],
      claims: [{ ...claim("1", { quote: "A is of B." }), link: first }],
      links: [second],
      entities: [entity("b")],
    };
    const text = asText(bearing);
    expect(text).toContain("It rests on 1 source.\n- source: Source s1 [1]\n- entity: B\n- link: B member of C (contested)\n");
    expect(text).toContain("- claim: A member of B\n     - “A is of B.” [1], in its own voice\n");
    expect(answerTitle(bearing)).toBe("Rests on 4");
    expect(answerTitle({ ...bearing, sources: [], claims: [], links: [], entities: [] })).toBe("Rests on nothing alone");
  });
});
