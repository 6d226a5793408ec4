import { months } from "../../base/months.ts";
import type { Stance } from "../../claims/claim.ts";
import type { Standing } from "../../claims/standing.ts";
import type { AnswerPath, SkippedHubs, Stop } from "../../query/answer.ts";
import type { Question } from "../../query/question.ts";

/** Numbers as the page writes them: digits grouped as in English. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

/** Long names from other people's files, cut for a line; the whole name stands where the entity itself is shown. */
export function shortName(name: string, length = 120): string {
  const shown = Array.from(name.slice(0, length * 2));
  return shown.length <= length && name.length <= length * 2 ? name : `${shown.slice(0, length).join("")}…`;
}

/** "24 March 2024" for `2024-03-24`; anything that is no plain date stays as written. */
export function dateWords(date: string): string {
  const found = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T.*)?$/.exec(date);
  if (found === null) return date;
  const month = found[2] === undefined ? undefined : months[Number(found[2]) - 1];
  if (month === undefined) return found[1] ?? date;
  return found[3] === undefined ? `${month} ${found[1]}` : `${Number(found[3])} ${month} ${found[1]}`;
}

/** How a claim is put: "in its own voice", "alleges", "denies". */
export function stanceWords(stance: Stance, speaker: string | null): string {
  if (stance === "asserts") return speaker === null ? "in its own voice" : "asserts";
  return stance;
}

interface Ended {
  readonly stop: Stop;
  readonly complete: boolean;
  readonly question: Pick<Question, "ask" | "budgetMs">;
}

const answersOf: Readonly<Record<Question["ask"], readonly [one: string, many: string]>> = {
  path: ["path", "paths"],
  around: ["entity", "entities"],
  connect: ["entity", "entities"],
  common: ["entity", "entities"],
  bearing: ["thing", "things"],
  pattern: ["match", "matches"],
};

/** "12 matches": how many answers there are, in the words of the question. */
export function answersInWords(ask: Question["ask"], number: number): string {
  return count(number, ...answersOf[ask]);
}

/** Why the search ended, when that is worth a line; `given`: how many answers it gave. */
export function stopWords({ stop, question, complete }: Ended, given: number): string | null {
  const words: Record<Stop, string | null> = {
    exhausted: complete ? null : "The search did not see everything.",
    "max-hops": `Searched ${withinWords(question)}; more hops were not looked at.`,
    limit: `Stopped at ${answersInWords(question.ask, given)}; there are more.`,
    budget: `Out of time after ${(question.budgetMs / 1000).toLocaleString("en")} s; the answer is not complete.`,
    cancelled: "Cancelled; the answer is not complete.",
  };
  return words[stop];
}

function withinWords(question: object): string {
  const most = "maxHops" in question && typeof question.maxHops === "number" ? question.maxHops : null;
  return most === null ? "as far as the question goes" : `up to ${count(most, "hop")}`;
}

const nothing: Readonly<Record<Question["ask"], string>> = {
  path: "No path.",
  around: "Nothing lies around it.",
  connect: "Nothing joins them.",
  common: "Nothing in common.",
  bearing: "Nothing alone bears it.",
  pattern: "No match.",
};

/** "Nothing", in words that keep its kinds apart. */
export function nothingWords({ stop, question }: Ended): string {
  const [one] = answersOf[question.ask];
  if (stop === "max-hops") return `No ${one} within ${withinWords(question).replace("up to ", "")}.`;
  if (stop === "budget") return `Found no ${one} before time ran out; there may be one.`;
  if (stop === "cancelled") return `Cancelled before a ${one} was found.`;
  return nothing[question.ask];
}

/** "3 hubs were not passed: Russia, Ukraine, Syria." Null when none was. */
export function skippedWords(skipped: SkippedHubs | null): string | null {
  if (skipped === null || skipped.count === 0) return null;
  const shown = skipped.entities.slice(0, 4).map(({ name }) => shortName(name, 40));
  const more = skipped.count - shown.length;
  return `${count(skipped.count, "hub")} not passed: ${shown.join(", ")}${more > 0 ? ` and ${more.toLocaleString("en")} more` : ""}.`;
}

/** "3 hops through Russia, stated." */
export function pathInBrief({ hops, entities, standing }: Pick<AnswerPath, "hops" | "entities" | "standing">): string {
  const between = entities.slice(1, -1).map(({ name }) => shortName(name, 40));
  const through = between.length === 0 || between.length > 3 ? "" : ` through ${between.join(", ")}`;
  return `${count(hops, "hop")}${through}, ${standing}.`;
}

export const standingWords: Readonly<Record<Standing, string>> = {
  corroborated: "two or more independent origins say so",
  stated: "one origin says so in its own voice",
  alleged: "only alleged, or on a speaker's word",
  contested: "some say so, others deny it",
  denied: "only denied",
};
