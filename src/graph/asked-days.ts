import { cutText } from "../base/cut-text.ts";
import { parsePartialDate } from "../base/partial-date.ts";
import { parsePartialInterval, wholeOf } from "../base/partial-interval.ts";
import { BadInput } from "../base/problem.ts";
import type { Conditions } from "./conditions.ts";
import { dayOf } from "./lay-spans.ts";

/** Days that a question asks about, the first and the last included. */
export interface AskedDays {
  readonly first: number;
  readonly last: number;
}

/** All days that `at` may mean, and those of `during` or `said` (R24). Throws BadInput on what is no date (R13). */
export function askedDays(field: "at" | "during" | "said", asked: Pick<Conditions, "at" | "during" | "said">): AskedDays | null {
  const text = asked[field];
  if (text === null) return null;
  const date = field === "at" ? parsePartialDate(text) : undefined;
  const interval = field === "at" ? date && { start: date, end: date } : parsePartialInterval(text);
  if (interval === undefined) {
    const wanted = field === "at" ? "a date such as 2014 or 2014-03-05" : "a date or an interval such as 2014/2016";
    throw new BadInput(`${field}: wanted ${wanted}, got ${JSON.stringify(cutText(text, 80))}`);
  }
  const { start, end } = wholeOf(interval);
  return { first: dayOf(start.earliest), last: dayOf(end.latest) };
}
