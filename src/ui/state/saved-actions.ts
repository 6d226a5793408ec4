import type { SavedQuestionView } from "../../case/views.ts";
import { asks } from "../../query/question-field.ts";
import { wholePart } from "./answer-part.ts";
import { type Asked, askedOf } from "./asked.ts";
import { type Names, namesOf } from "./names.ts";
import { failureLine, type PageEnv, tell, tellWith } from "./page-env.ts";
import { answerOf, type PageState } from "./page-state.ts";
import { askedInWords, picksIn } from "./question-words.ts";
import { shortName } from "./words.ts";

interface Doing {
  readonly ask: (asked: Asked) => Promise<void>;
  /** Reads what a change to the saved questions touched. */
  readonly upTo: (change: { readonly revision: number; readonly what: readonly ["questions"] }) => Promise<void>;
  readonly undo: () => Promise<boolean>;
}

/** Questions that are kept in the case: saved under a name, asked again, called otherwise, forgotten. */
export function savedActions(env: PageEnv, { ask, upTo, undo }: Doing) {
  const { store, api } = env;

  /** The revision that the reader sees. */
  const seen = () => store.getState().case?.revision ?? 0;

  /** What would be saved: the answered question, or what the form says. */
  function atHand(): Asked | null {
    const answer = answerOf(store.getState());
    return answer === null ? askedOf(store.getState().form) : { ...answer.question };
  }

  async function keep(name: string, asked: Asked, id: string | null): Promise<string | null> {
    try {
      const { revision } = await api.putQuestion({ name, asked, ...(id === null ? {} : { id }) }, seen());
      await upTo({ revision, what: ["questions"] });
    } catch (error) {
      return failureLine(env, error);
    }
    return null;
  }

  return {
    /** Asks for a name, when there is a question to save. */
    nameQuestion: (): boolean => {
      if (atHand() === null) return false;
      store.setState({ dialog: { kind: "name-question", saved: null } });
      return true;
    },
    /** A name to begin with: "ISIS-K → Ukraine", or the question in words. */
    questionName: (): string => {
      const asked = atHand();
      return asked === null ? "" : nameFor(asked, store.getState());
    },
    /** Null when it is saved, else why not, for the form. */
    saveQuestion: async (name: string, saved: SavedQuestionView | null): Promise<string | null> => {
      const asked = saved === null ? atHand() : askedIn(saved);
      if (asked === null) return "There is no question to save.";
      const fault = await keep(name, asked, saved?.id ?? null);
      if (fault !== null) return fault;
      tell(env, saved === null ? `Saved: ${shortName(name, 80)}.` : `Renamed: ${shortName(name, 80)}.`);
      if (saved === null) store.setState({ leftTab: "questions" });
      return null;
    },
    askSaved: (saved: SavedQuestionView) => {
      const asked = askedIn(saved);
      if (asked !== null) void ask(asked);
    },
    forgetQuestion: async ({ id, name }: SavedQuestionView): Promise<void> => {
      try {
        const { revision } = await api.forgetQuestion(id, seen());
        await upTo({ revision, what: ["questions"] });
      } catch (error) {
        return tell(env, failureLine(env, error), "failed");
      }
      tellWith(env, `Forgotten: ${shortName(name, 80)}.`, { label: "Undo", run: () => void undo() });
    },
  };
}

function nameFor(asked: Asked, state: PageState): string {
  const answer = answerOf(state);
  const names = namesOf(state, [...picksIn(state.form), ...(answer === null ? [] : wholePart(answer).entities)]);
  const [[from, ...more], [to, ...others]] = [namesOfSide(asked.from, names), namesOfSide(asked.to, names)];
  if (from !== undefined && to !== undefined && more.length + others.length === 0) return `${from} → ${to}`;
  return askedInWords(asked, names).replace(/\.$/, "");
}

function namesOfSide(ids: unknown, names: Names): string[] {
  return Array.isArray(ids) ? ids.map((id) => names.entity(String(id))) : [];
}

/** The question as it goes to the server; null for one of a kind that this Clew does not know. */
function askedIn({ ask, asked }: SavedQuestionView): Asked | null {
  const known = asks.find((one) => one === ask);
  return known === undefined ? null : { ...asked, ask: known };
}
