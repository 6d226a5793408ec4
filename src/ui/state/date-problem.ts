import { parsePartialDate } from "../../base/partial-date.ts";
import { parsePartialInterval } from "../../base/partial-interval.ts";

/** Why a text is no date that a question takes, in a line; null when it is one. */
export function dateProblem(text: string, is: "date" | "interval"): string | null {
  if (is === "date") return parsePartialDate(text) === undefined ? "No such date. Try 2024-03 or 2024-03-24." : null;
  return parsePartialInterval(text) === undefined ? "No such time. Try 2024-03 or 2018/2020." : null;
}
