import type { EntityId } from "../../src/base/ids.ts";
import { standings } from "../../src/claims/standing.ts";
import type { Conditions } from "../../src/graph/conditions.ts";
import type { BearingQuestion, PathQuestion, TimeOrder } from "../../src/query/question.ts";
import type { DrawnRows } from "./drawing.ts";
import { type JudgedLink, judgedLinks, leads, strongestFirst } from "./oracle-claims.ts";
import { mayBeInside, sidesOf } from "./oracle-sides.ts";
import { arrivalOf } from "./oracle-time.ts";

/** A path that the question allows, before its kind chooses. */
export interface Walk {
  readonly entities: readonly EntityId[];
  /** Per hop the links that qualify, strongest first, then by id. */
  readonly steps: readonly (readonly JudgedLink[])[];
  /** R37: the one source on whose claims the steps stand; null when that is not asked. */
  readonly source: string | null;
  /** Of the standing of the weakest hop: 0 is strongest. */
  readonly rank: number;
  readonly weight: number;
  /** Infinite where no date bounds it, and where time does not matter. */
  readonly arrival: number;
}

type Walked = PathQuestion | BearingQuestion;

/** All walks of whatever number of hops up to `maxHops`; with `sourcesAlong: same` one for each source that carries one. */
export function allWalks(rows: DrawnRows, question: Walked): Walk[] {
  return [...eachWalk(rows, question)];
}

/** Whether there is any. */
export function hasWalk(rows: DrawnRows, question: Walked): boolean {
  return eachWalk(rows, question).next().done === false;
}

function* eachWalk(rows: DrawnRows, question: Walked): Generator<Walk> {
  const sources = question.sourcesAlong === "same" ? sourcesOf(rows) : [null];
  for (const source of sources) yield* walksOn(rows, question, source);
}

/** Every source that has a claim, in order of id. */
export function sourcesOf({ links }: DrawnRows): string[] {
  return [...new Set(links.flatMap(({ claims }) => claims.map(({ source }) => source)))].sort();
}

function* walksOn(rows: DrawnRows, question: Walked, source: string | null): Generator<Walk> {
  const stepOf = steps(judgedLinks(rows, question, source), question.direction);
  const carried = question.sourcesAlong === "different" ? carriedBy(rows, question) : () => true;
  const { from, to } = sidesOf(rows, question);
  const free = new Set<EntityId>([...from, ...to, ...question.via]);
  const open = rows.entities.filter((id) => free.has(id) || mayBeInside(rows, question, id));
  const isEnd = (entities: readonly EntityId[]) =>
    entities.length > 1 && to.includes(entities.at(-1)!) && passes(entities, question) && carried(entities);
  function* go(entities: readonly EntityId[], taken: readonly (readonly JudgedLink[])[]): Generator<Walk> {
    const arrival = isEnd(entities) ? arrivalOn(taken, question) : undefined;
    if (arrival !== undefined) yield { entities, steps: taken, source, arrival, ...measured(taken) };
    if (taken.length === question.maxHops) return;
    for (const next of open) {
      const links = entities.includes(next) ? [] : stepOf(entities.at(-1)!, next);
      if (links.length > 0) yield* go([...entities, next], [...taken, links]);
    }
  }
  for (const start of from) yield* go([start], []);
}

type StepOf = (from: EntityId, to: EntityId) => readonly JudgedLink[];

/** The links of a step, each looked for once. */
function steps(links: readonly JudgedLink[], direction: Conditions["direction"]): StepOf {
  const known = new Map<string, readonly JudgedLink[]>();
  return (from, to) => {
    const key = `${from}>${to}`;
    const step = known.get(key) ?? strongestFirst(links.filter((link) => leads(link, direction, [from, to])));
    known.set(key, step);
    return step;
  };
}

/** R7, R20. */
function passes(entities: readonly EntityId[], { via, viaOrdered }: Walked): boolean {
  const places = [...new Set(via)].map((id) => entities.indexOf(id));
  return places.every((place, at) => place >= 0 && (!viaOrdered || at === 0 || places[at - 1]! < place));
}

function measured(taken: readonly (readonly JudgedLink[])[]): Pick<Walk, "rank" | "weight"> {
  return {
    rank: Math.max(...taken.map((links) => standings.indexOf(links[0]!.standing))),
    // Sums of decimals are decimals (R29).
    weight: Number(taken.reduce((sum, links) => sum + Math.min(...links.map(({ weight }) => weight)), 0).toPrecision(12)),
  };
}

export function timeOrderOf(question: Walked): TimeOrder | null {
  return "kind" in question && question.kind === "earliest" ? "forward" : question.timeOrder;
}

function arrivalOn(taken: readonly (readonly JudgedLink[])[], question: Walked): number | undefined {
  const order = timeOrderOf(question);
  if (order === null) return -Infinity;
  const windows = taken.map((links) => links.flatMap((link) => link.windows));
  return arrivalOf(windows, order, question.maxGap);
}

/** R38: whether the hops can each be given a source of their own. */
function carriedBy(rows: DrawnRows, question: Walked): (entities: readonly EntityId[]) => boolean {
  const alone = sourcesOf(rows).map((source) => steps(judgedLinks(rows, question, source), question.direction));
  return (entities) => {
    const choose = (hop: number, taken: readonly number[]): boolean =>
      hop === entities.length - 1 ||
      alone.some(
        (stepOf, at) =>
          !taken.includes(at) && stepOf(entities[hop]!, entities[hop + 1]!).length > 0 && choose(hop + 1, [...taken, at]),
      );
    return choose(0, []);
  };
}
