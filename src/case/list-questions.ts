import { BadInput, type Problem } from "../base/problem.ts";
import { questionInWords } from "../query/question-in-words.ts";
import type { CaseStore } from "../store/case-store.ts";
import { lookupIn } from "./ask.ts";
import { questionAgain } from "./saved-questions.ts";
import type { SavedQuestionView } from "./views.ts";

/** The saved questions by id, each in words, or with why it cannot be asked any more. */
export function listQuestions(store: CaseStore): SavedQuestionView[] {
  const lookup = lookupIn(store, store.ontology());
  return store.savedQuestions().map((saved) => {
    try {
      return { ...saved, words: questionInWords(questionAgain(store, saved), lookup), refused: null };
    } catch (error) {
      if (!(error instanceof BadInput)) throw error;
      return { ...saved, words: null, refused: error.message };
    }
  });
}

/** Saved questions that name what is gone. */
export function danglingQuestions(store: CaseStore): Problem[] {
  return listQuestions(store).flatMap(({ id, refused }) =>
    refused === null ? [] : [{ file: store.name, where: `question ${id}`, kind: "dangling-question", message: refused }],
  );
}
