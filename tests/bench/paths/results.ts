import { quantile } from "../report/quantile.ts";
import type { Asked, Kind, Measures } from "./engine.ts";
import type { Shape, SizeName } from "./graph/bench-graph.ts";
import type { Built, Timed } from "./messages.ts";

/** What one graph gave. */
export interface GraphResults {
  readonly size: SizeName;
  readonly shape: Shape;
  readonly nodes: number;
  readonly links: number;
  readonly claims: number;
  readonly engines: readonly { readonly name: string; readonly built: Built }[];
  readonly asked: readonly AskedOfAll[];
}

/** One question and what each engine that was asked it said. */
export interface AskedOfAll {
  readonly asked: Asked;
  readonly answers: Readonly<Record<string, Timed>>;
}

export interface Figures {
  readonly asked: number;
  readonly timedOut: number;
  readonly p50: number;
  readonly p95: number;
}

/** Of the questions of a kind that an engine was asked; null when there was none. What timed out counts as the time it had. */
export function figuresOf({ asked }: Pick<GraphResults, "asked">, kind: Kind, engine: string): Figures | null {
  const timed = asked.flatMap((each) => (each.asked.kind === kind ? (each.answers[engine] ?? []) : []));
  if (timed.length === 0) return null;
  const times = timed.map(({ ms }) => ms).sort((a, b) => a - b);
  const timedOut = timed.filter(({ measures }) => measures === null).length;
  return { asked: times.length, timedOut, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/**
 * How many times as long one engine took as another, at the median of the questions that both were asked.
 * Null when they share none.
 */
export function timesAsLong(results: GraphResults, kind: Kind, [slow, fast]: readonly [string, string]): number | null {
  const both = results.asked.filter(({ answers }) => answers[slow] !== undefined && answers[fast] !== undefined);
  const [one, other] = [figuresOf({ asked: both }, kind, slow), figuresOf({ asked: both }, kind, fast)];
  return one === null || other === null ? null : one.p50 / other.p50;
}

export type Said = readonly (readonly [engine: string, measures: Measures])[];

/** What the engines said that had the time. */
export function saidOf({ answers }: AskedOfAll): Said {
  return Object.entries(answers).flatMap(([engine, { measures }]) => (measures === null ? [] : [[engine, measures] as const]));
}
