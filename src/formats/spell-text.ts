import { parsePartialInterval } from "../base/partial-interval.ts";

/**
 * A stretch of time as EDTF, from its ends as programs write them: dates, dates with a time, years, milliseconds since 1970. "" and
 * the infinities are open ends. Null for what is none of these, such as steps of a simulation, and for a stretch without ends.
 */
export function spellText(start: string, end: string): string | null {
  const [from, to] = [dayOf(start), dayOf(end)];
  if (from === null || to === null || (from === ".." && to === "..")) return null;
  const text = from === to ? from : `${from}/${to}`;
  return parsePartialInterval(text) === undefined ? null : text;
}

const open = /^([-+]?inf(inity)?)?$/i;
const isoDay = /^(\d{4}-\d{2}-\d{2})([T ].*)?$/;
const isoPart = /^\d{4}(-\d{2})?$/;
const slashed = /^(\d{4})\/(\d{2})\/(\d{2})$/;

/** Milliseconds of 1973 to 5138: smaller numbers are something else. */
const millis = /^\d{12,14}(\.\d+(E\d+)?)?$/;

function dayOf(written: string): string | null {
  const text = written.trim();
  if (open.test(text)) return "..";
  const day = isoDay.exec(text)?.[1];
  if (day !== undefined) return day;
  if (isoPart.test(text)) return text;
  const slash = slashed.exec(text);
  if (slash !== null) return slash.slice(1).join("-");
  const number = Number(text);
  if (millis.test(text) || /^\d\.\d+E1[123]$/.test(text)) return new Date(Math.trunc(number)).toISOString().slice(0, 10);
  return null;
}
