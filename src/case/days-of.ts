import { BadInput } from "../base/problem.ts";
import { shown } from "./one-of.ts";

/** At the longest: a gap of one month lets the same day of the next month in, whichever month it is. */
const daysIn: ReadonlyMap<string, number> = new Map([
  ["d", 1],
  ["w", 7],
  ["m", 31],
  ["y", 366],
]);

const most = 4_000_000;

/** A number of days: 30, or `30d`, `4w`, `6m`, `1y`. Throws BadInput. */
export function daysOf(what: string, given: unknown): number {
  const [, number = "", unit = "d"] = (typeof given === "string" && /^(\d{1,7})([dwmy])?$/.exec(given)) || [];
  const days = typeof given === "number" ? given : number === "" ? Number.NaN : Number(number) * (daysIn.get(unit) ?? 1);
  if (Number.isSafeInteger(days) && days >= 0 && days <= most) return days;
  throw new BadInput(`${what}: wanted days, as 30, 30d, 4w, 6m or 1y, got ${shown(given)}`);
}
