import { type Asked, type Measure, measures } from "./engine.ts";
import { type AskedOfAll, type Said, saidOf } from "./results.ts";

/** Engines that gave a measure of one answer differently. */
export interface Disagreement {
  readonly asked: Asked;
  readonly measure: Measure;
  readonly values: readonly (readonly [engine: string, value: number])[];
  /** What is known to be wrong with the engine that stands alone; null when nothing is. */
  readonly known: string | null;
}

/** Sums of weights that are not sixteenths may differ in their last digits. */
const CLOSE = 1e-9;

/** Every measure of every answer that two engines or more gave and did not agree on. */
export function disagreements(asked: readonly AskedOfAll[]): Disagreement[] {
  return asked.flatMap((each) => {
    const said = saidOf(each);
    return measures.flatMap((measure) => disagreement(each.asked, measure, valuesOf(said, measure)) ?? []);
  });
}

type Values = Disagreement["values"];

function valuesOf(said: Said, measure: Measure): Values {
  return said.flatMap(([engine, { [measure]: value }]) => (value === undefined ? [] : [[engine, value] as const]));
}

function disagreement(asked: Asked, measure: Measure, values: Values): Disagreement | null {
  const [first] = values;
  if (first === undefined || values.every(([, value]) => isSame(value, first[1]))) return null;
  return { asked, measure, values, known: knownFault(asked, values) };
}

function isSame(one: number, other: number): boolean {
  return Math.abs(one - other) <= CLOSE * Math.max(1, Math.abs(one), Math.abs(other));
}

/** LadybugDB gives some acyclic paths more than once; all others must agree among themselves. */
function knownFault({ kind }: Asked, values: Values): string | null {
  const others = values.filter(([engine]) => engine !== "ladybug");
  const ladybug = values.find(([engine]) => engine === "ladybug");
  const right = others[0];
  if (kind !== "simple" || ladybug === undefined || right === undefined) return null;
  const agree = others.every(([, value]) => isSame(value, right[1]));
  return agree && ladybug[1] > right[1] ? "LadybugDB counts too many acyclic paths" : null;
}
