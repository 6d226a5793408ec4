import { expect, test } from "vitest";
import { entityId, entityTypeId } from "../../../src/base/ids.ts";
import { pathDefaults, patternDefaults } from "../../../src/query/question.ts";
import { dateWords, nothingWords, pathInBrief, shortName, skippedWords, stopWords } from "../../../src/ui/state/words.ts";

test.each([
  ["2024-03-24", "24 March 2024"],
  ["2024-03", "March 2024"],
  ["2024", "2024"],
  ["2024-03-24T10:00:00Z", "24 March 2024"],
  ["~2014", "~2014"],
  ["2019/..", "2019/.."],
  ["2024-13", "2024"],
])("the date %s reads %s", (date, words) => {
  expect(dateWords(date)).toBe(words);
});

test("a long name is cut between characters, never inside one", () => {
  expect(shortName("🧶".repeat(200), 3)).toBe("🧶🧶🧶…");
  expect(shortName("as it is", 8)).toBe("as it is");
  expect(shortName("x".repeat(10_000)).length).toBe(121);
});

const question = { ...pathDefaults, from: [], to: [] };
const within = (maxHops: number) => ({ ...question, maxHops });

test("the ways to find no path read differently", () => {
  const words = (["exhausted", "max-hops", "budget", "cancelled"] as const).map((stop) =>
    nothingWords({ stop, complete: false, question: within(3) }),
  );
  expect(new Set(words).size).toBe(4);
  expect(words[1]).toBe("No path within 3 hops.");
});

test("an answer says when it is not complete, and says nothing when it is", () => {
  expect(stopWords({ question, stop: "exhausted", complete: true }, 3)).toBeNull();
  expect(stopWords({ question, stop: "limit", complete: false }, 100)).toBe("Stopped at 100 paths; there are more.");
  expect(stopWords({ question: { ...patternDefaults }, stop: "limit", complete: false }, 1)).toBe(
    "Stopped at 1 match; there are more.",
  );
  expect(stopWords({ question, stop: "budget", complete: false }, 0)).toBe("Out of time after 5 s; the answer is not complete.");
  expect(stopWords({ question: within(4), stop: "max-hops", complete: true }, 0)).toMatch(/up to 4 hops/);
});

test("hubs that were not passed are named, four at most", () => {
  const hub = (name: string) => ({ id: entityId(name), type: entityTypeId("country"), name });
  expect(skippedWords(null)).toBeNull();
  expect(skippedWords({ count: 0, entities: [] })).toBeNull();
  expect(skippedWords({ count: 1, entities: [hub("Russia")] })).toBe("1 hub not passed: Russia.");
  const many = ["a", "b", "c", "d", "e"].map(hub);
  expect(skippedWords({ count: 30, entities: many })).toBe("30 hubs not passed: a, b, c, d and 26 more.");
});

test("a path in brief names what it goes through", () => {
  const named = (name: string) => ({ name }) as never;
  const entities = [named("ISIS-K"), named("Russia"), named("Ukraine")];
  expect(pathInBrief({ hops: 2, standing: "stated", entities })).toBe("2 hops through Russia, stated.");
  expect(pathInBrief({ hops: 1, standing: "alleged", entities: entities.slice(1) })).toBe("1 hop, alleged.");
});
