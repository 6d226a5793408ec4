import type { Answer } from "../../query/answer.ts";
import { givenBy } from "./answer-text.ts";
import { byAsk } from "./by-ask.ts";
import { answersInWords } from "./words.ts";

/** How much was found, in two or three words: "3 paths", "1 match"; "100 of 2,431 paths" where not all are given. */
export function answerTitle(answer: Answer): string {
  return byAsk(answer, {
    path: ({ count: all, paths }) => ofAll("path", paths.length, all),
    around: ({ entities }) => answersInWords("around", Math.max(0, entities.length - 1)),
    connect: ({ entities }) => answersInWords("connect", entities.length),
    common: ({ count: all, common }) => ofAll("common", common.length, all),
    bearing: (found) => (givenBy(found) === 0 ? "Rests on nothing alone" : `Rests on ${givenBy(found)}`),
    pattern: ({ count: all, matches }) => ofAll("pattern", matches.length, all),
  });
}

function ofAll(ask: "path" | "common" | "pattern", given: number, all: number): string {
  return all > given ? `${given.toLocaleString("en")} of ${answersInWords(ask, all)}` : answersInWords(ask, given);
}
