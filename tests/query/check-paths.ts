import assert from "node:assert/strict";
import type { AnswerPath, PathAnswer } from "../../src/query/answer.ts";
import type { PathQuestion } from "../../src/query/question.ts";
import { checkSkipped } from "./check-skipped.ts";
import { checkWhy } from "./check-why.ts";
import type { DrawnRows } from "./drawing.ts";
import { linkSequencesOf, type OracleAnswer, type OraclePath, oracle } from "./oracle.ts";
import { areApart } from "./oracle-disjoint.ts";
import { compareLists } from "./oracle-kinds.ts";
import { sidesOf } from "./oracle-sides.ts";
import { hasWalk } from "./oracle-walks.ts";
import { smallEntities } from "./random-drawings.ts";

/** Compares the whole answer to a sound question with what the oracle finds. Throws an AssertionError where they differ. */
export function checkPaths(rows: DrawnRows, question: PathQuestion, answer: PathAnswer): void {
  const truth = oracle(rows, question);
  const paths = answer.paths.map(plain);
  const wanted = truth.packed === null ? truth.paths.slice(0, question.limit) : checkedPacking(paths, truth, question);
  assert.deepEqual(paths, wanted);
  for (const { hops, entities, sentence } of answer.paths) {
    assert.equal(hops, entities.length - 1);
    assert.notEqual(sentence, "");
  }
  const reached = new Set(paths.flatMap(({ entities }) => entities)).size;
  const { visited } = answer;
  assert.ok(visited.entities >= reached && visited.links >= paths.length, "R10: what was visited");
  checkEnding(rows, { question, answer, truth });
  const counted = truth.countsAll ? truth.paths : wanted;
  assert.equal(answer.count, counted.length, "count");
  const sequences = counted.reduce((sum, path) => sum + linkSequencesOf(path), 0);
  assert.equal(answer.linkSequences, sequences, "linkSequences");
  const { from, to } = sidesOf(rows, question);
  checkSkipped(rows, { question, skipped: answer.skipped, named: [...from, ...to, ...question.via] });
  if (answer.count === 0 && question.maxDegree !== null && answer.skipped?.count === 0)
    assert.ok(!hasWalk(rows, { ...question, maxDegree: null }), "paths past hubs, of which none is said to be skipped");
  if (answer.count > 0) assert.equal(answer.why, null, "why of an answer with paths");
  else if (rows.entities.length <= smallEntities) checkWhy(rows, question, answer);
}

/** The path as the oracle puts it. */
function plain({ entities, steps, standing, origins, weight, arrival, source }: AnswerPath): OraclePath {
  return {
    entities: entities.map(({ id }) => id),
    steps: steps.map(({ links }) =>
      links.map((link) => ({
        id: link.id,
        along: link.along,
        standing: link.standing,
        claims: link.claims.map(({ id }) => id),
      })),
    ),
    ...{ standing, origins, weight, arrival, source },
  };
}

/** R34: the paths given are sound, apart, in order, and as many and as short as can be. Returns them as the oracle has them. */
function checkedPacking(
  paths: readonly OraclePath[],
  { paths: all, packed }: OracleAnswer,
  question: PathQuestion,
): OraclePath[] {
  const lists = paths.map(({ entities }) => entities);
  for (const [at, path] of lists.entries())
    for (const other of lists.slice(at + 1))
      assert.ok(areApart(path, other, question.apart), `wanted paths apart, got ${path.join(">")} and ${other.join(">")}`);
  const ordered = lists.toSorted((a, b) => a.length - b.length || compareLists(a, b));
  assert.deepEqual(lists, ordered, "order of disjoint paths");
  const hops = lists.reduce((sum, path) => sum + path.length - 1, 0);
  assert.deepEqual({ paths: lists.length, hops }, packed!(question.limit), "how many disjoint paths, in how many hops");
  return lists.map((entities) => {
    const same = all.find((path) => compareLists(path.entities, entities) === 0 && path.entities.length === entities.length);
    assert.ok(same !== undefined, `no path of the question: ${entities.join(">")}`);
    return same;
  });
}

interface Asked {
  readonly question: PathQuestion;
  readonly answer: PathAnswer;
  readonly truth: OracleAnswer;
}

/** R4. */
function checkEnding(rows: DrawnRows, { question, answer, truth }: Asked): void {
  const { stop, complete } = answer;
  assert.equal(complete, stop === "exhausted" || stop === "max-hops", `complete, with stop ${stop}`);
  const { length } = answer.paths;
  const more =
    truth.packed === null ? truth.paths.length > length : length === question.limit && truth.packed(length + 1).paths > length;
  const isWide = rows.entities.length > smallEntities;
  const unbounded = !isWide && question.maxHops !== null && hasWalk(rows, { ...question, maxHops: null });
  const none = unbounded ? ["max-hops"] : question.maxHops === null ? ["exhausted"] : ["exhausted", "max-hops"];
  const endings = truth.paths.length === 0 ? none : [more ? "limit" : "exhausted"];
  assert.ok(endings.includes(stop), `stop: wanted ${endings.join(" or ")}, got ${stop}`);
}
