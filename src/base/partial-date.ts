import edtf from "edtf";
import { daysInMonth, epochDay } from "./epoch-day.ts";

/** A date known in part: "2014", "2014-03", "2014-03-05", "~2014". Both days belong to it. */
export interface PartialDate {
  /** Days since 1 January 1970; infinite only for the open end of an interval. */
  readonly earliest: number;
  readonly latest: number;
  /** "about": the date may lie a little outside. */
  readonly approximate: boolean;
  /** "perhaps": the date may be wrong. */
  readonly uncertain: boolean;
}

/**
 * Reads one partial date in the Extended Date/Time Format (Library of Congress, 2019): plain dates with or
 * without a mark (`~` about, `?` perhaps, `%` both, before or after), and through the `edtf` library what else levels 1
 * and 2 know of single dates, sets as the days from their first to their last. Undefined for what is no
 * date, and for days that no calendar has: the library takes 29 February 2019 for 1 March and "20140305"
 * for milliseconds, so neither reaches it.
 */
export function parsePartialDate(text: string): PartialDate | undefined {
  const plain = /^([~?%]?)(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%]?)$/.exec(text);
  if (plain === null) return otherDate(text);
  const [, before = "", year = "", month, day, after = ""] = plain;
  if (before !== "" && after !== "") return undefined;
  const mark = before + after;
  const days = daysOf(Number(year), day === undefined && isSeason(month) ? undefined : month, day);
  if (days === undefined) return day === undefined ? otherDate(text) : undefined;
  return { ...days, approximate: mark === "~" || mark === "%", uncertain: mark === "?" || mark === "%" };
}

/** 21 to 32: seasons, which each hemisphere has in other months, and which may begin in the year before: any day of the year. */
function isSeason(month: string | undefined): boolean {
  return month !== undefined && Number(month) >= 21 && Number(month) <= 32;
}

function daysOf(year: number, month?: string, day?: string): Pick<PartialDate, "earliest" | "latest"> | undefined {
  if (Object.is(year, -0)) return undefined;
  if (month === undefined) return { earliest: epochDay(year, 1, 1), latest: epochDay(year, 12, 31) };
  const inYear = Number(month);
  if (inYear < 1 || inYear > 12) return undefined;
  const last = daysInMonth(year, inYear);
  if (day === undefined) return { earliest: epochDay(year, inYear, 1), latest: epochDay(year, inYear, last) };
  const inMonth = Number(day);
  if (inMonth < 1 || inMonth > last) return undefined;
  const exact = epochDay(year, inYear, inMonth);
  return { earliest: exact, latest: exact };
}

const msPerDay = 86_400_000;

function otherDate(text: string): PartialDate | undefined {
  if (text === "" || text.length > 100 || text.includes("/") || /^[-\d.]*\d{5}/.test(text) || holdsImpossibleDay(text))
    return undefined;
  try {
    const { min, max, approximate, uncertain } = edtf(text);
    const [earliest, latest] = [Math.floor(min / msPerDay), Math.floor(max / msPerDay)];
    if (!Number.isFinite(earliest) || !Number.isFinite(latest)) return undefined;
    return {
      earliest,
      latest,
      approximate: Boolean(approximate?.value) || /[~%]/.test(text),
      uncertain: Boolean(uncertain?.value) || /[?%]/.test(text),
    };
  } catch {
    return undefined;
  }
}

function holdsImpossibleDay(text: string): boolean {
  const days = text.matchAll(/(-?\d{4})-[~?%]?(\d\d)-[~?%]?(\d\d)/g);
  return [...days].some(([, year, month, day]) => daysOf(Number(year), month, day) === undefined);
}
