import { AssertionError } from "node:assert/strict";
import { expect, test } from "vitest";
import type { AnswerPath, PathAnswer } from "../../src/query/answer.ts";
import { checkDressed } from "./check-dressed.ts";
import { checkPaths } from "./check-paths.ts";
import { graphOf } from "./graph-of.ts";

const { rows, path } = graphOf("a>b(s1,s2) a>b:q(s1) b>d a>c c>d h>a h>b h>c h>d a>h h>d");
const sound = path("a", "d", { maxDegree: 4 });
const empty = path("a", "d", { relations: ["q"] as never });
const [first, second] = sound.paths as [AnswerPath, AnswerPath];
const step = first.steps[0]!;

const check = (answer: PathAnswer) => () => {
  checkPaths(rows, answer.question, answer);
  checkDressed(rows, answer);
};

test("the checks let the sound answers pass", () => {
  expect(sound.paths).toHaveLength(2);
  expect(check(sound)).not.toThrow();
  expect(check(empty)).not.toThrow();
});

/** The answer with another first path. */
const altered = (changes: Partial<AnswerPath>): PathAnswer => ({ ...sound, paths: [{ ...first, ...changes }, second] });

test.each<[string, PathAnswer]>([
  ["a path less", { ...sound, paths: [first] }],
  ["a path more", { ...sound, paths: [first, second, second] }],
  ["another order", { ...sound, paths: [second, first] }],
  ["another standing", altered({ standing: "contested" })],
  ["other origins", altered({ origins: 7 })],
  ["a weight unasked", altered({ weight: 2 })],
  ["an arrival unasked", altered({ arrival: "2014-01-01" })],
  ["a source unasked", altered({ source: "s1" as never })],
  ["other hops", altered({ hops: 3 })],
  ["no sentence", altered({ sentence: "" })],
  ["another way", altered({ steps: [{ links: step.links.map((link) => ({ ...link, along: false })) }, first.steps[1]!] })],
  ["links in another order", altered({ steps: [{ links: step.links.toReversed() }, first.steps[1]!] })],
  [
    "a claim less",
    altered({ steps: [{ links: step.links.map((link) => ({ ...link, claims: link.claims.slice(1) })) }, first.steps[1]!] }),
  ],
  ["another entity's type", altered({ entities: first.entities.map((entity) => ({ ...entity, type: "place" as never })) })],
  ["another count", { ...sound, count: 3 }],
  ["other sequences", { ...sound, linkSequences: 2 }],
  ["another stop", { ...sound, stop: "limit", complete: false }],
  ["not complete", { ...sound, complete: false }],
  ["nothing visited", { ...sound, visited: { entities: 1, links: 0 } }],
  ["no hubs", { ...sound, skipped: null }],
  ["hubs that are none", { ...sound, skipped: { count: 1, entities: [first.entities[1]!] } }],
  ["a reason beside paths", { ...sound, why: empty.why }],
  ["no reason", { ...empty, why: null }],
  ["a reason that cuts nothing", { ...empty, why: { cut: [], loosen: [] } }],
  [
    "a loosening of other hops",
    { ...empty, why: { ...empty.why!, loosen: empty.why!.loosen.map((one) => ({ ...one, hops: 5 })) } },
  ],
  ["apart though it is not", { ...empty, why: { cut: ["No chain of links joins A and D."], loosen: empty.why!.loosen } }],
])("R3-R11: the checks find %s", (_, answer) => {
  expect(check(answer)).toThrow(AssertionError);
});
