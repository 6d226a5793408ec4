import assert from "node:assert/strict";
import type {
  AroundAnswer,
  BearingAnswer,
  CommonAnswer,
  ConnectAnswer,
  PatternAnswer,
  PlainLink,
} from "../../src/query/answer.ts";
import { checkSkipped } from "./check-skipped.ts";
import type { DrawnRows } from "./drawing.ts";
import { linksAmong, oracleAround } from "./oracle-around.ts";
import { oracleBearing } from "./oracle-bearing.ts";
import { type JudgedLink, judgedLinks } from "./oracle-claims.ts";
import { oracleCommon } from "./oracle-common.ts";
import { fragmentsOf, namedIn, oracleConnect, standingOfNetwork } from "./oracle-connect.ts";
import { oraclePattern } from "./oracle-pattern.ts";

/** R21, R22, R26. */
export function checkAround(rows: DrawnRows, answer: AroundAnswer): void {
  const { question } = answer;
  const { perHop, entities, links, stop } = oracleAround(rows, question);
  assert.deepEqual(ids(answer.entities), entities);
  assert.deepEqual(answer.perHop, perHop, "perHop");
  assert.deepEqual(answer.links.map(plain), links.map(judged), "links");
  assert.deepEqual([answer.stop, answer.complete], [stop, stop === "exhausted"], "ending");
  checkSkipped(rows, { question, skipped: answer.skipped, named: [question.center] });
}

/** R43. */
export function checkConnect(rows: DrawnRows, answer: ConnectAnswer): void {
  const { question, added } = answer;
  const truth = oracleConnect(rows, question);
  const named = namedIn(rows, question);
  const links = judgedLinks(rows, question);
  const network = { named, added, maxHops: question.maxHops };
  assert.deepEqual(added, [...new Set(added)].sort(), "added by id");
  assert.deepEqual(answer.fragments, truth.fragments, "fragments");
  assert.deepEqual(fragmentsOf(links, network), truth.fragments, "what the network joins");
  assert.ok(added.length >= truth.added, `added: wanted at least ${truth.added}, got ${added.length}`);
  if (answer.fewest) assert.equal(added.length, truth.added, "added, said to be fewest");
  assert.deepEqual(ids(answer.entities), [...named, ...added].sort(), "entities");
  const among = linksAmong(links, ids(answer.entities));
  assert.deepEqual(answer.links.map(plain), among.map(judged), "links");
  assert.equal(answer.standing, standingOfNetwork(links, network), "standing");
  assert.notEqual(answer.sentence, "");
  checkSkipped(rows, { question, skipped: answer.skipped, named });
}

/** R44. */
export function checkCommon(rows: DrawnRows, answer: CommonAnswer): void {
  const { question } = answer;
  const all = oracleCommon(rows, question);
  const common = answer.common.map(({ id, reaches, ties }) => ({
    ...{ id, reaches },
    ties: ties.map(({ entity, links }) => ({ entity: entity.id, links: byId(links.map(plain)) })),
  }));
  const wanted = all.map(({ id, ties }) => ({
    ...{ id, reaches: ties.length },
    ties: ties.map(({ entity, links }) => ({ entity, links: links.map(judged) })),
  }));
  assert.deepEqual(common, wanted.slice(0, question.limit));
  assert.equal(answer.count, all.length, "count");
  const stop = all.length > question.limit ? "limit" : "exhausted";
  assert.deepEqual([answer.stop, answer.complete], [stop, stop === "exhausted"], "ending");
  checkSkipped(rows, { question, skipped: answer.skipped, named: question.entities });
}

/** R45. */
export function checkBearing(rows: DrawnRows, answer: BearingAnswer): void {
  const { linked, claims, sources, links, entities } = answer;
  const found = { linked, claims: ids(claims), sources: ids(sources), links: ids(links), entities: ids(entities) };
  assert.deepEqual(found, oracleBearing(rows, answer.question));
  assert.deepEqual([answer.stop, answer.complete], ["exhausted", true], "ending");
  assert.notEqual(answer.sentence, "");
}

/** R46. */
export function checkPattern(rows: DrawnRows, answer: PatternAnswer): void {
  const { question } = answer;
  const all = oraclePattern(rows, question);
  const wanted = all.slice(0, question.limit);
  const matches = answer.matches.map(({ standing, entities, steps }) => ({
    ...{ standing, entities: ids(entities) },
    steps: steps.map((step) => step.links.map(plain)),
  }));
  assert.deepEqual(
    matches,
    wanted.map(({ standing, entities, steps }) => ({ standing, entities, steps: steps.map((step) => step.map(judged)) })),
  );
  assert.equal(answer.count, wanted.length, "count");
  const stop = all.length > question.limit ? "limit" : "exhausted";
  assert.deepEqual([answer.stop, answer.complete], [stop, stop === "exhausted"], "ending");
}

function ids<T extends string>(things: readonly { readonly id: T }[]): T[] {
  return things.map(({ id }) => id);
}

interface Plain {
  readonly id: string;
  readonly standing: string;
  readonly claims: readonly string[];
}

function plain({ id, standing, claims }: PlainLink): Plain {
  return { id, standing, claims: ids(claims) };
}

function judged({ link, standing, claims }: JudgedLink): Plain {
  return { id: link.id, standing, claims: ids(claims) };
}

function byId(links: readonly Plain[]): Plain[] {
  return links.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
