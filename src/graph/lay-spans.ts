import type { PartialDate } from "../base/partial-date.ts";
import { type PartialInterval, parsePartialInterval } from "../base/partial-interval.ts";
import { ALWAYS_AFTER, ALWAYS_BEFORE, NO_SPAN, type SnapshotColumns } from "./snapshot.ts";

type Spans = Pick<SnapshotColumns, "spanFirst" | "spanLast" | "spanSureFirst" | "spanSureLast" | "spanLoose">;

export interface LaidSpans extends Spans {
  /** Per text its span; NO_SPAN for what is no interval. */
  readonly spanOf: Uint32Array;
}

/** Reads each text as a partial interval, so that `overlaps` of base/partial-interval.ts can be asked of five numbers. */
export function laySpans(texts: readonly string[]): LaidSpans {
  const intervals: PartialInterval[] = [];
  const spanOf = Uint32Array.from(texts, (text) => {
    const interval = parsePartialInterval(text);
    return interval === undefined ? NO_SPAN : intervals.push(interval) - 1;
  });
  return {
    spanOf,
    spanFirst: Int32Array.from(intervals, ({ start }) => dayOf(start.earliest - margin(start))),
    spanLast: Int32Array.from(intervals, ({ end }) => dayOf(end.latest + margin(end))),
    spanSureFirst: Int32Array.from(intervals, ({ start }) => dayOf(start.latest)),
    spanSureLast: Int32Array.from(intervals, ({ end }) => dayOf(end.earliest)),
    spanLoose: Uint8Array.from(intervals, ({ start, end }) => Number(isLoose(start) || isLoose(end))),
  };
}

/** A day in 32 bits; what lies further off is cut, so that only the infinite is ALWAYS_BEFORE or ALWAYS_AFTER. */
export function dayOf(day: number): number {
  if (day === -Infinity) return ALWAYS_BEFORE;
  if (day === Infinity) return ALWAYS_AFTER;
  return Math.min(Math.max(day, ALWAYS_BEFORE + 1), ALWAYS_AFTER - 1);
}

/** An approximate date may lie outside by its own width. */
function margin({ earliest, latest, approximate }: PartialDate): number {
  return approximate ? latest - earliest + 1 : 0;
}

function isLoose({ approximate, uncertain }: PartialDate): boolean {
  return approximate || uncertain;
}
