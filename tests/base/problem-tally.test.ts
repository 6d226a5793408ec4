import { expect, test } from "vitest";
import type { ImportProblem, Outcome } from "../../src/base/problem.ts";
import { mostTold, ProblemTally } from "../../src/base/problem-tally.ts";

const problem = (kind: string, outcome: Outcome, line: number): ImportProblem => ({
  ...{ file: "a.csv", where: `line ${line}`, kind, message: "wanted one, got none", outcome },
});

test("the first of each kind and outcome are told, all are counted", () => {
  const tally = new ProblemTally();
  const many = 3 * mostTold;
  for (let line = 1; line <= many; line++) {
    tally.add(problem("ragged-row", line % 2 === 0 ? "dropped" : "repaired", line));
    if (line === 7) tally.add(problem("encoding", "repaired", 7));
  }
  const { problems, kinds, outcomes } = tally.told();
  expect(kinds).toEqual([
    { kind: "ragged-row", outcome: "repaired", count: many / 2, told: mostTold },
    { kind: "ragged-row", outcome: "dropped", count: many / 2, told: mostTold },
    { kind: "encoding", outcome: "repaired", count: 1, told: 1 },
  ]);
  expect(outcomes).toEqual({ kept: 0, repaired: many / 2 + 1, merged: 0, dropped: many / 2 });
  expect(problems.length).toBe(2 * mostTold + 1);
  expect(problems.slice(5, 9).map(({ where, kind }) => [where, kind])).toEqual([
    ["line 6", "ragged-row"],
    ["line 7", "ragged-row"],
    ["line 7", "encoding"],
    ["line 8", "ragged-row"],
  ]);
  expect(problems.at(-1)?.where).toBe(`line ${2 * mostTold}`);
});

test("tallies put together come to what one comes to", () => {
  const [whole, parts, second] = [new ProblemTally(), new ProblemTally(), new ProblemTally()];
  for (let line = 0; line < 5 * mostTold; line++) {
    const each = problem(line % 3 === 0 ? "a" : "b", line % 5 === 0 ? "kept" : "merged", line);
    whole.add(each);
    (line < mostTold ? parts : second).add(each);
  }
  parts.addAll(second);
  expect(parts.told()).toEqual(whole.told());
});
