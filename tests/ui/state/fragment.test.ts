import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultOf } from "../../../src/query/question-fields.ts";
import { mostOfPart, partKinds } from "../../../src/ui/state/board.ts";
import { emptyFragment, readFragment, writeFragment } from "../../../src/ui/state/fragment.ts";
import { anyId, anyQuestion } from "./any-question.ts";

const anyBoard = fc.oneof(
  fc.constant({ kind: "chart" as const }),
  fc.record({
    kind: fc.constant("part" as const),
    part: fc.record({ by: fc.constantFrom(...partKinds), of: anyId }),
    limit: fc.integer({ min: 1, max: mostOfPart }),
  }),
);

test("an address leads back to the whole question and to what was shown, whatever the ids", () => {
  fc.assert(
    fc.property(fc.option(anyQuestion), fc.option(anyId), fc.option(anyBoard), (question, entity, board) => {
      const read = readFragment(`#${writeFragment({ board, entity, link: null, question })}`);
      expect({ ...read, question: null }).toEqual({ board, entity, link: null, question: null });
      expect(read.question === null ? null : { ...question, ...read.question }).toEqual(question);
      for (const [name, value] of Object.entries(question ?? {}))
        if (!Object.hasOwn(read.question ?? {}, name)) expect(value).toEqual(defaultOf(question?.ask ?? "path", name as never));
    }),
    { seed: 20240324 },
  );
});

test("conditions stand in the address in the order in which they were given", () => {
  const question = { ask: "path", from: ["a"], to: ["b"], maxHops: 3, said: "2024" } as const;
  expect(writeFragment({ ...emptyFragment, question }, ["said", "maxHops"])).toBe("from=a&to=b&said=2024&hops=3");
  expect(Object.keys(readFragment("#from=a&to=b&said=2024&hops=3").question ?? {})).toEqual([
    "ask",
    "from",
    "to",
    "said",
    "maxHops",
  ]);
});

test("a pattern stands in the address in its own language, entities by id", () => {
  const nodes = [
    { name: "A", entity: null, types: ["person"] },
    { name: "B", entity: 'the "Wolf"', types: [] },
  ];
  const edges = [{ from: 0, to: 1, relations: ["member-of"], direction: "forward" }];
  const address = writeFragment({ ...emptyFragment, question: { ask: "pattern", nodes, edges } });
  expect(readFragment(address).question).toEqual({ ask: "pattern", pattern: 'person -member-of-> "the \\"Wolf\\""' });
});

test("a link that is shown hides the entity in the address", () => {
  expect(writeFragment({ ...emptyFragment, entity: "a", link: "a>b>c" })).toBe("link=a%3Eb%3Ec");
});

describe("old addresses", () => {
  test("still ask what they asked", () => {
    const old =
      "#from=a&to=b&standing=stated&hops=4&direction=forward&relation=charged&via=v&avoid=w&without=s&denied=1&entity=a";
    expect(readFragment(old)).toEqual({
      board: null,
      entity: "a",
      link: null,
      question: {
        ask: "path",
        from: ["a"],
        to: ["b"],
        standing: "stated",
        maxHops: 4,
        direction: "forward",
        relations: ["charged"],
        via: ["v"],
        avoid: ["w"],
        notSources: ["s"],
        includeDenied: true,
      },
    });
  });
});

test("what an address cannot mean is left out", () => {
  const read = readFragment("#from=a&to=b&standing=certain&hops=-1&direction=up&denied=yes&k=0&gap=soon").question;
  expect(read).toEqual({ ask: "path", from: ["a"], to: ["b"] });
  expect(readFragment("#from=a&to=")).toEqual(emptyFragment);
  expect(readFragment("#ask=everything&from=a&to=b")).toEqual(emptyFragment);
  expect(readFragment("")).toEqual(emptyFragment);
});
