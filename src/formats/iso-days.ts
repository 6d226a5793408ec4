import { parsePartialDate } from "../base/partial-date.ts";
import { parsePartialInterval } from "../base/partial-interval.ts";

/** The day of a timestamp, or the year or month where that is all there is; null for what is no such date. */
export function dayOfTime(text: string): string | null {
  const day = /^\d{4}(-\d{2}(-\d{2})?)?(?=$|[T ])/.exec(text.trim())?.[0];
  return day !== undefined && parsePartialDate(day) !== undefined ? day : null;
}

/** From one day of `dayOfTime` to another as EDTF, an end that is not given as one that is not known: `2014/`. Null when neither is, or when they are the wrong way round. */
export function spanOf(start: string | null, end: string | null): string | null {
  if (start === null || end === null) return start === null && end === null ? null : `${start ?? ""}/${end ?? ""}`;
  const text = start === end ? start : `${start}/${end}`;
  return parsePartialInterval(text) === undefined ? null : text;
}

/** The first of a span, and the last, where it says them as plain dates: what programs without EDTF can take; null for the rest. */
export function endsOfSpan(during: string | null): { readonly start: string | null; readonly end: string | null } {
  if (during === null) return { start: null, end: null };
  const [first = "", second] = during.split("/");
  return { start: dayOfTime(first), end: dayOfTime(second ?? first) };
}
