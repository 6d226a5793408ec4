import { type PartialDate, parsePartialDate } from "./partial-date.ts";

/**
 * A stretch of time whose ends are known in part. "2014/2016" starts within 2014 and ends within 2016. A
 * lone "2014" is some stretch within that year. An open end (`..`) is infinite; an unknown one (nothing
 * before or after the `/`) lies anywhere on its side. Ends narrow each other: neither end's earliest day
 * nor its latest lies before the start's.
 */
export interface PartialInterval {
  readonly start: PartialDate;
  readonly end: PartialDate;
}

/**
 * Reads "2014/2016", "2019/..", "../2020", "2006/", or a lone partial date. Undefined for what is neither,
 * and for an interval that ends before it starts.
 */
export function parsePartialInterval(text: string): PartialInterval | undefined {
  const [first = "", second, ...more] = text.split("/");
  if (second === undefined) {
    const within = parsePartialDate(text);
    return within && { start: within, end: within };
  }
  if (more.length > 0 || (first === "" && second === "")) return undefined;
  const start = first === ".." ? exactly(-Infinity) : parsePartialDate(first);
  const end = second === ".." ? exactly(Infinity) : parsePartialDate(second);
  if (first === "") return end && { start: between(-Infinity, end.latest), end };
  if (second === "") return start && { start, end: between(start.earliest, Infinity) };
  if (start === undefined || end === undefined || end.latest < start.earliest) return undefined;
  return {
    start: { ...start, latest: Math.min(start.latest, end.latest) },
    end: { ...end, earliest: Math.max(start.earliest, end.earliest) },
  };
}

/** The interval as a question means it: "2014" asks about the whole year, from its first day to its last. */
export function wholeOf({ start, end }: PartialInterval): PartialInterval {
  return { start: exactly(start.earliest), end: exactly(end.latest) };
}

export type Overlap = "certainly" | "possibly" | "no";

/**
 * Whether two stretches of time share a day: whatever their ends turn out to be (`certainly`), for some
 * of what they may be (`possibly`), or for none. An approximate end counts as wider by its own width, and nothing
 * is certain about it or about an uncertain one.
 */
export function overlaps(a: PartialInterval, b: PartialInterval): Overlap {
  if (lastDay(a) < firstDay(b) || lastDay(b) < firstDay(a)) return "no";
  const bound = a.end.earliest >= b.start.latest && b.end.earliest >= a.start.latest;
  return bound && ![a.start, a.end, b.start, b.end].some(isLoose) ? "certainly" : "possibly";
}

function firstDay({ start }: PartialInterval): number {
  return start.approximate ? start.earliest - width(start) : start.earliest;
}

function lastDay({ end }: PartialInterval): number {
  return end.approximate ? end.latest + width(end) : end.latest;
}

function width({ earliest, latest }: PartialDate): number {
  return latest - earliest + 1;
}

function isLoose({ approximate, uncertain }: PartialDate): boolean {
  return approximate || uncertain;
}

function exactly(day: number): PartialDate {
  return between(day, day);
}

function between(earliest: number, latest: number): PartialDate {
  return { earliest, latest, approximate: false, uncertain: false };
}
