import { foldText } from "../base/fold-text.ts";
import { type QuestionId, questionId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { HistoryEntry } from "../claims/change.ts";
import { parseSavedQuestion } from "../claims/parse-record.ts";
import type { AskedFields, SavedQuestion } from "../claims/saved-question.ts";
import type { Question } from "../query/question.ts";
import { type Ask, asks } from "../query/question-field.ts";
import { defaultOf } from "../query/question-fields.ts";
import type { CaseStore } from "../store/case-store.ts";
import { type AskedQuestion, wholeQuestion } from "./asked-question.ts";
import { shorten } from "./find-entity.ts";
import { refuseAnotherWord } from "./meanwhile.ts";
import { nearest } from "./nearest.ts";
import type { Author } from "./once.ts";
import { shown } from "./one-of.ts";

/** A question to keep, as a user gives it. */
export interface QuestionDraft {
  /** The question that it takes the place of; the one of that name, or a new one, when left out. */
  readonly id?: string;
  readonly name: string;
  readonly asked: AskedQuestion;
}

/** The record to keep: names resolved, everything checked, what has its default left out. Throws BadInput in one line. */
export function questionOfDraft(store: CaseStore, { id, name, asked }: QuestionDraft, fresh: () => string): SavedQuestion {
  if (typeof name !== "string" || name.trim() === "")
    throw new BadInput(`name: wanted a name for the question, got ${shown(name)}`);
  const { ask, ...whole } = wholeQuestion<Ask>(store, asked);
  const given = Object.entries(whole).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(defaultOf(ask, field as Parameters<typeof defaultOf>[1])),
  );
  return parseSavedQuestion({
    id: id ?? called(store, name)[0]?.id ?? fresh(),
    name: name.trim(),
    ask,
    asked: Object.fromEntries(given) as AskedFields,
  });
}

/** Puts a question in its place, or away. Throws BadInput `stale` when it was changed since `seen`. */
export function putQuestion(
  store: CaseStore,
  put: { readonly before: SavedQuestion | null; readonly after: SavedQuestion | null },
  { author, seen }: { readonly author: Author; readonly seen: number | undefined },
): HistoryEntry {
  const { id, name } = (put.after ?? put.before)!;
  refuseAnotherWord(
    store,
    { seen, what: `question: ${shorten(name)} was changed`, kinds: ["put-question"] },
    (change) => change.kind === "put-question" && (change.after ?? change.before)?.id === id,
  );
  const label = `${put.after === null ? "forget" : "save"} question ${name}`;
  return store.apply([{ kind: "put-question", ...put }], { ...author, label: label.slice(0, 200).toWellFormed() });
}

/** The saved question with that id or name (case and accents ignored). Throws BadInput, `not-found` with near ones, or `ambiguous`. */
export function findQuestion(store: CaseStore, text: string): SavedQuestion {
  if (typeof text !== "string" || text === "" || !text.isWellFormed())
    throw new BadInput(`question: wanted an id or a name, got ${shown(text)}`);
  const byId = store.savedQuestion(questionId(text));
  if (byId !== undefined) return byId;
  const found = called(store, text);
  const [only] = found;
  if (only === undefined) throw notFound(store, text);
  if (found.length > 1) {
    const ids = found.map(({ id }) => id);
    throw new BadInput(`question: ${shorten(text)} names ${found.length}: ${ids.slice(0, 10).map(shorten).join(", ")}`, {
      kind: "ambiguous",
      candidates: ids,
    });
  }
  return only;
}

/** The whole question as it is asked now. Throws BadInput in one line when it names what the case no longer has. */
export function questionAgain(store: CaseStore, { name, ask, asked }: SavedQuestion): Question {
  const known = asks.find((each) => each === ask);
  if (known === undefined) throw new BadInput(`question ${shorten(name)}: wanted ${asks.join(", ")}, got ${shorten(ask)}`);
  try {
    return wholeQuestion<Ask>(store, { ...asked, ask: known } as unknown as AskedQuestion);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    const { kind, candidates, message } = error;
    throw new BadInput(`question ${shorten(name)}: ${message}`, { kind, candidates, cause: error });
  }
}

function called(store: CaseStore, name: string): SavedQuestion[] {
  const wanted = foldText(name);
  return store.savedQuestions().filter((question) => foldText(question.name) === wanted);
}

function notFound(store: CaseStore, text: string): BadInput {
  const near = nearest(store.savedQuestions(), text, ({ name }) => name);
  const hint = near.length === 0 ? "" : `; near: ${near.map(({ name }) => shorten(name)).join(", ")}`;
  return new BadInput(`question: wanted the id or name of a saved one, got ${shorten(text)}${hint}`, {
    kind: "not-found",
    candidates: near.map(({ id }): QuestionId => id),
  });
}
