import { useMemo } from "react";
import { wholePart } from "../state/answer-part.ts";
import { type Names, namesOf } from "../state/names.ts";
import { answerOf } from "../state/page-state.ts";
import { usePage } from "../state/use-page.ts";

/** Names of everything that the answer on the page speaks of, also of what is not on the canvas. */
export function useAnswerNames(): Names {
  const answer = usePage(answerOf);
  const graph = usePage((state) => state.graph);
  const view = usePage((state) => state.case);
  return useMemo(() => namesOf({ graph, case: view }, answer === null ? [] : wholePart(answer).entities), [answer, graph, view]);
}
