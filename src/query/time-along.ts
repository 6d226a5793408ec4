import { ALWAYS_AFTER, ALWAYS_BEFORE } from "../graph/snapshot.ts";
import type { Days } from "./hop-table.ts";
import type { Plan } from "./plan.ts";

/**
 * Days on which the last hop of a trail can be, given the hops before it (R35). Backward in time the days are counted the
 * other way round, so that time always goes on.
 */
export interface TimeAlong {
  /** Before the first hop. */
  readonly start: Days;
  /** After one more hop with these windows; null when no day is left. */
  after(days: Days, windows: Days): Days | null;
  /** The day on which the hop can be first (backward: last); null where no date bounds it. */
  arrival(days: Days): number | null;
}

export function timeAlong({ timeOrder, maxGap }: Pick<Plan, "timeOrder" | "maxGap">): TimeAlong {
  const isBackward = timeOrder === "backward";
  const anyGap = maxGap === Number.POSITIVE_INFINITY;
  const always = isBackward ? -ALWAYS_AFTER : ALWAYS_BEFORE;
  return {
    start: [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
    after: (days, windows) => {
      const next = meeting(reached(days, maxGap), isBackward ? turned(windows) : windows);
      // Where the gap is free, only the first day matters: whatever can be done from a later one can be done from it.
      return next.length === 0 ? null : anyGap ? [next[0]!, Number.POSITIVE_INFINITY] : next;
    },
    arrival: ([first]) => (first! <= always ? null : isBackward ? -first! : first!),
  };
}

/** The same days counted backward. */
export function turned(days: Days): Days {
  return days.map((_, at) => -days[days.length - 1 - at]!);
}

/** The days that are at most `gap` after one of these, or one of these. */
function reached(days: Days, gap: number): Days {
  const stretches: number[] = [];
  for (let at = 0; at < days.length; at += 2) {
    const end = stretches.length === 0 ? Number.NEGATIVE_INFINITY : stretches.at(-1)!;
    if (stretches.length > 0 && days[at]! <= end + 1) stretches[stretches.length - 1] = days[at + 1]! + gap;
    else stretches.push(days[at]!, days[at + 1]! + gap);
  }
  return stretches;
}

/** The days that are in both. */
function meeting(a: Days, b: Days): Days {
  const stretches: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [first, last] = [Math.max(a[i]!, b[j]!), Math.min(a[i + 1]!, b[j + 1]!)];
    if (first <= last) stretches.push(first, last);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return stretches;
}
