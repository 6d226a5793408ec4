import { monthOfDay } from "../base/month-of-day.ts";
import { ALWAYS_AFTER, ALWAYS_BEFORE } from "./snapshot.ts";

/** How many things hold at some time of each stretch. */
export interface Histogram {
  /** Months in a stretch: 1, 12, 60, 120, 600 or 1200. */
  readonly step: number;
  /** The first month of the first stretch, counted from January of year 0; a multiple of `step`. */
  readonly first: number;
  /** A thing that lasts counts in each stretch that it touches. */
  readonly counts: readonly number[];
  /** Things that lie wholly before or after. */
  readonly before: number;
  readonly after: number;
}

interface Dated {
  /** Days since 1970, as a span has them; an end without bounds counts as the other end. */
  readonly first: ArrayLike<number>;
  readonly last: ArrayLike<number>;
  /** How many have that span. */
  readonly count: ArrayLike<number>;
}

const steps = [1, 12, 60, 120, 600, 1200];
const mostStretches = 60;
/** So much of the things at either end may lie outside: one slip of the pen in the year 1 would squeeze all others into a line. */
const outside = 0.005;
/** Years that a plain date can be written of. */
const [earliest, latest] = [-9999 * 12, 9999 * 12 + 11];

/**
 * The time that a case speaks of, in at most 60 stretches as fine as that allows: those in which all but the outermost half
 * percent to each side begin and end. Null where nothing is dated. O(spans + stretches).
 */
export function histogramOf(dated: Dated): Histogram | null {
  const spans = monthsOf(dated);
  if (spans.length === 0) return null;
  const from = quantile(spans.map(({ first, count }) => [first, count] as const));
  const to = -quantile(spans.map(({ last, count }) => [-last, count] as const));
  const step = steps.find((months) => Math.floor(to / months) - Math.floor(from / months) < mostStretches) ?? 1200;
  const start = Math.floor(from / step);
  const length = Math.min(Math.floor(Math.max(from, to) / step) - start + 1, mostStretches);
  const changes = new Float64Array(length + 1);
  let [before, after] = [0, 0];
  for (const { first, last, count } of spans) {
    const [begin, end] = [Math.floor(first / step) - start, Math.floor(last / step) - start];
    if (end < 0) before += count;
    else if (begin >= length) after += count;
    else {
      changes[Math.max(0, begin)]! += count;
      changes[Math.min(length, end + 1)]! -= count;
    }
  }
  let now = 0;
  const counts = Array.from({ length }, (_, at) => {
    now += changes[at]!;
    return now;
  });
  return { step, first: start * step, counts, before, after };
}

interface Months {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

function monthsOf({ first, last, count }: Dated): Months[] {
  const spans: Months[] = [];
  for (let at = 0; at < count.length; at++) {
    const [opens, closes] = [first[at]!, last[at]!];
    if (count[at] === 0 || (opens === ALWAYS_BEFORE && closes === ALWAYS_AFTER)) continue;
    const begin = clipped(monthOfDay(opens === ALWAYS_BEFORE ? closes : opens));
    const end = clipped(monthOfDay(closes === ALWAYS_AFTER ? opens : closes));
    spans.push({ first: begin, last: Math.max(begin, end), count: count[at]! });
  }
  return spans;
}

function clipped(month: number): number {
  return Math.min(latest, Math.max(earliest, month));
}

/** The value below which no more than `outside` of the weights lie. */
function quantile(weighed: (readonly [value: number, count: number])[]): number {
  const sorted = weighed.sort((a, b) => a[0] - b[0]);
  const all = sorted.reduce((sum, [, count]) => sum + count, 0);
  let below = 0;
  for (const [value, count] of sorted) {
    below += count;
    if (below > all * outside) return value;
  }
  return sorted.at(-1)?.[0] ?? 0;
}
