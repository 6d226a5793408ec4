import { overlaps, type PartialInterval, parsePartialInterval, wholeOf } from "../../src/base/partial-interval.ts";
import type { Conditions } from "../../src/graph/conditions.ts";
import type { TimeOrder } from "../../src/query/question.ts";
import type { DrawnClaim } from "./drawing.ts";

/** Days from the first to the last, both in it. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

type Dates = Pick<Conditions, "at" | "during" | "said" | "certain" | "undated">;

/** R24: whether the claim stays when dates are asked about. */
export function fitsDates(claim: DrawnClaim, { at, during, said, certain, undated }: Dates): boolean {
  const fits = (date: PartialInterval | null, asked: PartialInterval | null): boolean => {
    if (asked === null) return true;
    if (date === null) return undated === "in";
    const overlap = overlaps(date, wholeOf(asked));
    return overlap === "certainly" || (overlap === "possibly" && !certain);
  };
  const [held, told] = [intervalOf(claim.during), intervalOf(claim.said)];
  return fits(held, intervalOf(at)) && fits(held, intervalOf(during)) && fits(told, intervalOf(said));
}

/** R35: the days that the claim gives a hop; null for none. */
export function windowOf(claim: DrawnClaim, { at, during, certain, undated }: Dates): Span | null {
  const held = intervalOf(claim.during);
  if (held === null && undated === "out") return null;
  const own = held === null ? { first: -Infinity, last: Infinity } : certain ? sureSpan(held) : possibleSpan(held);
  const asked = [intervalOf(at), intervalOf(during)].flatMap((interval) => (interval === null ? [] : [wholeOf(interval)]));
  const first = Math.max(own.first, ...asked.map(({ start }) => start.earliest));
  const last = Math.min(own.last, ...asked.map(({ end }) => end.latest));
  return first <= last ? { first, last } : null;
}

/** An approximate end is wider by its own width, as `overlaps` has it. */
function possibleSpan({ start, end }: PartialInterval): Span {
  const wider = ({ approximate, earliest, latest }: PartialInterval["start"]) => (approximate ? latest - earliest + 1 : 0);
  return { first: start.earliest - wider(start), last: end.latest + wider(end) };
}

function sureSpan({ start, end }: PartialInterval): Span {
  const loose = [start, end].some(({ approximate, uncertain }) => approximate || uncertain);
  return loose ? { first: Infinity, last: -Infinity } : { first: start.latest, last: end.earliest };
}

/**
 * R35, R36: the first day that the last hop can have (backward: the last day), whichever windows the hops before it take;
 * undefined when no choice of windows and days will do. The days that a hop can have, given those that the hop before
 * it can have, lie side by side: that is all that is carried.
 */
export function arrivalOf(hops: readonly (readonly Span[])[], order: TimeOrder, maxGap: number | null): number | undefined {
  const gap = maxGap ?? Infinity;
  let reached: Span[] = [{ first: -Infinity, last: Infinity }];
  for (const windows of hops) {
    const next = new Map<string, Span>();
    for (const before of reached)
      for (const window of windows) {
        const reach = stepped(before, order, gap);
        const span = { first: Math.max(window.first, reach.first), last: Math.min(window.last, reach.last) };
        if (span.first <= span.last) next.set(`${span.first} ${span.last}`, span);
      }
    reached = [...next.values()];
  }
  if (reached.length === 0) return undefined;
  return order === "forward" ? Math.min(...reached.map(({ first }) => first)) : Math.max(...reached.map(({ last }) => last));
}

function stepped({ first, last }: Span, order: TimeOrder, gap: number): Span {
  return order === "forward" ? { first, last: last + gap } : { first: first - gap, last };
}

const intervals = new Map<string, PartialInterval | null>();

/** Null for none, and for what is no date. */
function intervalOf(text: string | null): PartialInterval | null {
  if (text === null) return null;
  const known = intervals.get(text);
  if (known !== undefined) return known;
  const interval = parsePartialInterval(text) ?? null;
  intervals.set(text, interval);
  return interval;
}

/** The day as a partial date; null where nothing bounds it. */
export function dayInWords(day: number): string | null {
  return Number.isFinite(day) ? new Date(day * 86_400_000).toISOString().slice(0, 10) : null;
}
