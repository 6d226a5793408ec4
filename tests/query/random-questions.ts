import * as fc from "fast-check";
import {
  aroundDefaults,
  bearingDefaults,
  commonDefaults,
  connectDefaults,
  type PathQuestion,
  pathDefaults,
  patternDefaults,
  type Question,
} from "../../src/query/question.ts";
import { type DrawnRows, rowsOf } from "./drawing.ts";
import { drawnEntities, randomDrawing, smallEntities, wideDrawing, wideHops } from "./random-drawings.ts";
import { alongOptions, type Cast, conditionOptions, insideOptions, limitOption, sideOptions } from "./random-options.ts";
import { randomPattern } from "./random-patterns.ts";

/** A question on a drawing: what a failure prints, and what is kept of it. */
export interface AskedDrawing {
  readonly drawing: readonly string[];
  readonly question: Question;
}

/** Everything that can be asked, one generator each: the kinds of paths, told apart by measure and by what is apart, and the rest. */
export const variants = {
  shortest: paths({ kind: "shortest" }),
  "k-shortest": paths({ kind: "k-shortest" }),
  "k-shortest by weight": paths({ kind: "k-shortest", by: "weight" }),
  simple: paths({ kind: "simple" }),
  cheapest: paths({ kind: "cheapest" }),
  strongest: paths({ kind: "strongest" }),
  disjoint: paths({ kind: "disjoint" }),
  "disjoint by links": paths({ kind: "disjoint", apart: "links" }),
  earliest: paths({ kind: "earliest" }),
  around: asked({ ...conditionOptions, ...insideOptions, ...limitOption }, fc.constantFrom(1, 2, 2, 3), (cast, hops) => ({
    ...{ ...aroundDefaults, center: cast.from[0]!, hops },
  })),
  connect: asked(
    { ...conditionOptions, ...insideOptions, maxHops: alongOptions.maxHops! },
    fc.integer({ min: 2, max: 5 }),
    (cast, count) => ({ ...connectDefaults, entities: namedIn(cast).slice(0, count) }),
  ),
  common: asked(
    { ...conditionOptions, ...insideOptions, ...limitOption },
    fc.tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom(null, null, 1, 2, 3)),
    (cast, [count, atLeast]) => ({ ...commonDefaults, entities: namedIn(cast).slice(0, count), atLeast }),
  ),
  bearing: asked(
    { ...conditionOptions, ...insideOptions, ...alongOptions, ...sideOptions },
    fc.constant(null),
    ({ from, to }) => ({
      ...{ ...bearingDefaults, from, to },
    }),
  ),
  pattern: asked({ ...conditionOptions, avoid: insideOptions.avoid!, ...limitOption }, randomPattern, (cast, pattern) => ({
    ...{ ...patternDefaults, ...pattern(namedIn(cast)) },
  })),
} as const satisfies Record<string, fc.Arbitrary<AskedDrawing>>;

export type Variant = keyof typeof variants;

export const variantNames = Object.keys(variants) as Variant[];

/** Which of the variants the question is. */
export function variantOf(question: Question): Variant {
  if (question.ask !== "path") return question.ask;
  if (question.kind === "k-shortest") return question.by === "weight" ? "k-shortest by weight" : "k-shortest";
  if (question.kind === "disjoint") return question.apart === "links" ? "disjoint by links" : "disjoint";
  return question.kind;
}

function paths(fields: Partial<PathQuestion>): fc.Arbitrary<AskedDrawing> {
  const options = { ...conditionOptions, ...insideOptions, ...alongOptions, ...sideOptions, ...limitOption };
  const bare = ({ from, to }: Cast, k: number) => {
    const ends = { ...fields, from, to };
    return fields.kind === "k-shortest" ? { ...pathDefaults, ...ends, k } : { ...pathDefaults, ...ends };
  };
  // The best set of disjoint paths is found by trying sets of paths: of few.
  const wide = fields.kind === "disjoint" ? 0 : 1;
  const drawing = fc.oneof({ weight: 6, arbitrary: randomDrawing }, { weight: wide, arbitrary: wideDrawing });
  return asked(options, fc.constantFrom(1, 2, 3, 5), bare, drawing);
}

type Options = typeof conditionOptions;

/** A drawing, and up to five options of a question on it; most questions make sense. */
function asked<T>(
  options: Options,
  own: fc.Arbitrary<T>,
  bare: (cast: Cast, own: T) => object,
  drawing = randomDrawing,
): fc.Arbitrary<AskedDrawing> {
  return fc
    .record({
      drawing,
      shuffled: fc.shuffledSubarray(drawnEntities, { minLength: drawnEntities.length }),
      sides: fc.tuple(fc.constantFrom(1, 1, 2), fc.constantFrom(1, 1, 2)),
      own,
      chosen: fc.shuffledSubarray(Object.keys(options), { maxLength: 5 }),
      values: fc.record(options),
    })
    .map(({ drawing, shuffled, sides: [left, right], own, chosen, values }) => {
      const [from, to, rest] = [shuffled.slice(0, left), shuffled.slice(left, left + right), shuffled.slice(left + right)];
      const rows = rowsOf(drawing);
      const cast = { from, to, rest, claims: claimsOf(rows) };
      const fields = chosen.map((name) => values[name]!(cast));
      return { drawing, question: mended(Object.assign({}, bare(cast, own), ...fields), rows) };
    });
}

/** A gap needs an order in time, and `earliest` has but one; in a wide drawing paths are short. */
function mended(question: Question, rows: DrawnRows): Question {
  if (!("timeOrder" in question)) return question;
  const isEarliest = question.ask === "path" && question.kind === "earliest";
  const isWide = rows.entities.length > smallEntities;
  const gapOrder = question.maxGap === null ? null : "forward";
  return {
    ...question,
    timeOrder: isEarliest && question.timeOrder !== null ? "forward" : (question.timeOrder ?? (isEarliest ? null : gapOrder)),
    maxHops: isWide ? Math.min(question.maxHops ?? wideHops, wideHops) : question.maxHops,
  };
}

function namedIn({ from, to, rest }: Cast): string[] {
  return [...from, ...to, ...rest];
}

function claimsOf({ links }: DrawnRows): string[] {
  return links.flatMap(({ claims }) => claims.map(({ id }) => id));
}
