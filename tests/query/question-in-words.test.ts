import { expect, test } from "vitest";
import { entityId, entityTypeId, relationId, sourceId } from "../../src/base/ids.ts";
import {
  aroundDefaults,
  bearingDefaults,
  commonDefaults,
  connectDefaults,
  type PathQuestion,
  pathDefaults,
  patternDefaults,
} from "../../src/query/question.ts";
import { fieldsOf } from "../../src/query/question-fields.ts";
import { phraseOf, questionInWords } from "../../src/query/question-in-words.ts";

const names = new Map([
  ["a", "Ada"],
  ["b", "Bolt"],
  ["c", "Cyr\nthe <b>Great</b>"],
]);
const lookup = {
  entity: (id: string) => ({ type: entityTypeId("person"), name: names.get(id) ?? id }),
  relationLabel: (id: string) => (id === "member-of" ? "member of" : id),
  sourceTitle: (id: string) => (id === "s1" ? "Briefing" : id),
};
const [a, b, c] = ["a", "b", "c"].map(entityId) as [
  ReturnType<typeof entityId>,
  ReturnType<typeof entityId>,
  ReturnType<typeof entityId>,
];
const path = (more: Partial<PathQuestion>) => questionInWords({ ...pathDefaults, from: [a], to: [b], ...more }, lookup);

test("a question with nothing but its ends is its kind and its ends", () => {
  expect(path({})).toBe("Shortest paths from Ada to Bolt");
  expect(path({ kind: "strongest", fromTypes: [entityTypeId("person")], to: [b, c] })).toBe(
    "Strongest paths from Ada and any person to Bolt and Cyr the <b>Great</b>",
  );
});

test("how many of the shortest or lightest paths are asked for is said, also where it is the usual number", () => {
  expect(path({ kind: "k-shortest" })).toBe("The 5 shortest paths from Ada to Bolt");
  expect(path({ kind: "k-shortest", k: 1, by: "weight" })).toBe("The lightest path from Ada to Bolt");
});

test("what differs from its default follows, in the order of the table; the budget does not", () => {
  expect(
    path({
      ...{ maxHops: 4, via: [c], viaOrdered: true, standing: "stated", relations: [relationId("member-of"), relationId("owns")] },
      ...{ notSources: [sourceId("s1")], sourcesAlong: "different", during: "2018/2020", certain: true, undated: "out" },
      ...{ timeOrder: "forward", maxGap: 30, budgetMs: 60_000 },
    }),
  ).toBe(
    "Shortest paths from Ada to Bolt, at most 4 hops, through Cyr the <b>Great</b>, in this order, every link at least stated, " +
      "only by “member of” and “owns”, without the claims of “Briefing”, no two hops from one source, as things stood during 2018/2020, " +
      "dates certainly fitting, without what has no date, steps one after the other, at most 30 days from a step to the next",
  );
});

test("each kind of question begins in its own words", () => {
  expect(questionInWords({ ...aroundDefaults, center: a, hops: 2 }, lookup)).toBe("What lies within 2 hops of Ada");
  expect(questionInWords({ ...aroundDefaults, center: a }, lookup)).toBe("What lies within 1 hop of Ada");
  expect(questionInWords({ ...connectDefaults, entities: [a, b, c], maxHops: 3 }, lookup)).toBe(
    "The network that joins Ada, Bolt and Cyr the <b>Great</b>, at most 3 hops each",
  );
  expect(questionInWords({ ...commonDefaults, entities: [a, b], atLeast: 1 }, lookup)).toBe(
    "What Ada and Bolt have in common, one step from at least 1 of them",
  );
  expect(questionInWords({ ...bearingDefaults, from: [a], to: [b], quoted: true }, lookup)).toBe(
    "What the link from Ada to Bolt rests on, only on claims with a checked quote",
  );
  const nodes = [
    { name: "person", entity: null, types: [entityTypeId("person")] },
    { name: "Bolt", entity: b, types: [] },
  ];
  const edges = [{ from: 0, to: 1, relations: [relationId("owns")], direction: "forward" as const }];
  expect(questionInWords({ ...patternDefaults, nodes, edges, origins: 2 }, lookup)).toBe(
    'What fits person -owns-> "Bolt", every link from at least 2 independent origins',
  );
});

test("every field has a phrase that names its value", () => {
  for (const field of fieldsOf("path")) {
    const { holds } = field;
    const value = holds.is === "choice" ? holds.among[0]?.value : holds.is === "flag" ? true : holds.is === "whole" ? 7 : ["x"];
    const phrase = phraseOf(field, value, lookup);
    expect(phrase, field.name).not.toMatch(/…|undefined|null/);
    if (holds.is === "choice") expect(phrase).toContain(holds.among[0]?.words);
  }
});
