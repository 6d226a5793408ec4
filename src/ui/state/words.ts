import type { Stance } from "../../claims/claim.ts";
import type { Standing } from "../../claims/standing.ts";
import type { AnswerPath, PathAnswer, Stop } from "../../query/answer.ts";

/** Numbers as the page writes them: digits grouped as in English. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en")} ${n === 1 ? one : many}`;
}

/** Long names from other people's files, cut for a line; the whole name stands where the entity itself is shown. */
export function shortName(name: string, length = 120): string {
  const shown = Array.from(name.slice(0, length * 2));
  return shown.length <= length && name.length <= length * 2 ? name : `${shown.slice(0, length).join("")}…`;
}

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

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

/** Why the search ended, when that is worth a line. */
export function stopWords(answer: Pick<PathAnswer, "stop" | "count" | "complete" | "question">): string | null {
  const { stop, question, complete } = answer;
  const words: Record<Stop, string | null> = {
    exhausted: complete ? null : "The search did not see everything.",
    "max-hops": `Searched up to ${count(question.maxHops ?? 0, "hop")}; longer paths were not looked for.`,
    limit: `Stopped at ${count(answer.count, "path")}; there are more.`,
    budget: `Out of time after ${(question.budgetMs / 1000).toLocaleString("en")} s; the answer is not complete.`,
    cancelled: "Cancelled; the answer is not complete.",
  };
  return words[stop];
}

/** "No path", in words that keep its kinds apart. */
export function noPathWords(answer: Pick<PathAnswer, "stop" | "question">): string {
  if (answer.stop === "max-hops") return `No path within ${count(answer.question.maxHops ?? 0, "hop")}.`;
  if (answer.stop === "budget") return "Found no path before time ran out; there may be one.";
  if (answer.stop === "cancelled") return "Cancelled before a path was found.";
  return "No path.";
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
