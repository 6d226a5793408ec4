import { BadInput } from "../base/problem.ts";
import type { Question } from "../query/question.ts";
import { shorten } from "./find-entity.ts";

/** Entities that a path can be asked to pass. */
const maxVia = 12;

/** What no case can answer, whatever is in it (R13). Throws BadInput in one line; ids stand for what they name. */
export function refuseContradictions(question: Question): void {
  refuseAvoided(question.avoid, namedIn(question));
  if (question.ask === "path" || question.ask === "bearing") refuseAlong(question);
  if (question.ask === "path") refuseEarliestBackward(question);
  if (question.ask === "connect" || question.ask === "common") refuseFew(question);
}

function namedIn(question: Question): readonly string[] {
  switch (question.ask) {
    case "path":
    case "bearing":
      return [...question.from, ...question.to, ...question.via];
    case "around":
      return [question.center];
    case "connect":
    case "common":
      return question.entities;
    case "pattern":
      return question.nodes.flatMap(({ entity }) => entity ?? []);
  }
}

type Of<A extends Question["ask"]> = Extract<Question, { readonly ask: A }>;

function refuseAlong(question: Of<"path" | "bearing">): void {
  const { ask, from, to, via, timeOrder, maxGap } = question;
  const shared = from.find((id) => to.includes(id));
  if (shared !== undefined) throw new BadInput(`${ask}: wanted two different entities, got ${shorten(shared)} on both sides`);
  if (via.length > maxVia) throw new BadInput(`via: wanted at most ${maxVia} entities to pass, got ${via.length}`);
  const timed = timeOrder !== null || (question.ask === "path" && question.kind === "earliest");
  if (maxGap !== null && !timed) throw new BadInput("max gap: wanted a time order with it, got none");
}

function refuseEarliestBackward({ kind, timeOrder }: Of<"path">): void {
  if (kind === "earliest" && timeOrder === "backward")
    throw new BadInput("time order: wanted forward for the earliest arrival, got backward");
}

function refuseAvoided(avoid: readonly string[], wanted: readonly string[]): void {
  const off = new Set(avoid);
  const both = wanted.find((id) => off.has(id));
  if (both !== undefined) throw new BadInput(`avoid: wanted ${shorten(both)} in the question or avoided, got both`);
}

function refuseFew(question: Of<"connect" | "common">): void {
  const { ask, entities } = question;
  if (entities.length < 2) throw new BadInput(`${ask}: wanted at least two different entities, got ${entities.length}`);
  if (question.ask === "common" && question.atLeast !== null && question.atLeast > entities.length)
    throw new BadInput(`at least: wanted at most ${entities.length}, as many as are named, got ${question.atLeast}`);
}
