import type { Answer, SkippedHubs } from "../query/answer.ts";
import { dim, shown } from "./terminal.ts";

/** What keeps an answer from being all there is; nothing when it is complete. */
export function* endedLines({ stop, question }: Pick<Answer, "stop" | "question">): Iterable<string> {
  if (stop === "limit") yield dim(`There are more: --limit ${"limit" in question ? question.limit : ""} was reached.`);
  if (stop === "budget") yield dim(`There may be more: stopped after ${question.budgetMs} ms.`);
  if (stop === "cancelled") yield dim("There may be more: cancelled.");
}

/** Hubs that a bound on links kept out. */
export function* skippedLines(skipped: SkippedHubs | null): Iterable<string> {
  if (skipped === null || skipped.count === 0) return;
  const names = skipped.entities.slice(0, 5).map(({ name }) => shown(name, 80));
  const more = skipped.count > names.length ? `, and ${skipped.count - names.length} more` : "";
  yield dim(`Not passed, for their many links: ${names.join(", ")}${more}.`);
}
