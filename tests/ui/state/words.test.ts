import { expect, test } from "vitest";
import { pathDefaults } from "../../../src/query/question.ts";
import { dateWords, noPathWords, pathInBrief, shortName, stopWords } from "../../../src/ui/state/words.ts";

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

test("the ways to find no path read differently", () => {
  const words = (["exhausted", "max-hops", "budget", "cancelled"] as const).map((stop) =>
    noPathWords({ stop, question: { ...question, maxHops: 3 } }),
  );
  expect(new Set(words).size).toBe(4);
  expect(words[1]).toBe("No path within 3 hops.");
});

test("an answer says when it is not complete, and says nothing when it is", () => {
  const answer = { count: 100, question };
  expect(stopWords({ ...answer, stop: "exhausted", complete: true })).toBeNull();
  expect(stopWords({ ...answer, stop: "limit", complete: false })).toBe("Stopped at 100 paths; there are more.");
  expect(stopWords({ ...answer, stop: "budget", complete: false })).toMatch(/not complete/);
});

test("a path in brief names what it goes through", () => {
  const named = (name: string) => ({ name }) as never;
  const entities = [named("ISIS-K"), named("Russia"), named("Ukraine")];
  expect(pathInBrief({ hops: 2, standing: "stated", entities })).toBe("2 hops through Russia, stated.");
  expect(pathInBrief({ hops: 1, standing: "alleged", entities: entities.slice(1) })).toBe("1 hop, alleged.");
});
