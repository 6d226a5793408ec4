import { isEmptyAnswer, sourcesInFront, wholePart } from "./answer-part.ts";
import { askForPaths, askServer } from "./ask-server.ts";
import type { Asked } from "./asked.ts";
import { fetchAhead } from "./fetch-ahead.ts";
import { formOf } from "./form-of.ts";
import { namesOf } from "./names.ts";
import { weakerLeftOut } from "./offers.ts";
import type { PageEnv } from "./page-env.ts";
import type { AnsweredState, AskedState, PageState } from "./page-state.ts";
import { emptyForm, type QuestionForm } from "./question-form.ts";

/** By then most answers are drawn. */
const drawingMs = 300;

/** Asking. The last question asked wins; the one before it is called off, and its answer dropped. */
export function questionActions(env: PageEnv, needSource: (source: string) => Promise<void>) {
  const { store } = env;
  let running: AbortController | null = null;
  const fetchSources = fetchAhead(needSource);

  // Quotes of the answer in front stand in their sentences once the sources are there; those behind it wait until they are opened.
  // On a large case they take a while, and the drawing goes first.
  store.subscribe(({ asked, overview }, before) => {
    if (isSameFront(asked, before.asked)) return;
    if (overview === null) fetchInFront();
    else env.later(fetchInFront, drawingMs);
  });

  function fetchInFront(): void {
    const { asked } = store.getState();
    fetchSources(asked.state === "answered" ? sourcesInFront(asked.answer, asked.shown) : []);
  }

  /** `again`: what is shown is asked anew, and stays shown as it is. */
  async function ask(question: Asked, how: "anew" | "again" = "anew"): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    store.setState(({ folded, small }) => ({
      asking: question,
      rightTab: "paths",
      folded: { left: small || folded.left, right: false },
    }));
    const formAsked = store.getState().form;
    const asked = await askServer(env, question, mine.signal);
    if (mine !== running) return;
    store.setState(({ isolated, overview }) => ({
      asking: null,
      asked,
      isolated: isAlone(asked, isolated || (how === "anew" && overview !== null)),
    }));
    if (asked.state !== "answered") return;
    if (store.getState().form === formAsked) store.setState({ form: formAnswered(store.getState(), asked), problems: {} });
    await drawn();
    if (mine !== running) return;
    const offers = await weakerLeftOut(asked.answer, (again) => askForPaths(env, again, mine.signal));
    if (mine === running && offers.length > 0)
      store.setState(({ asked: now }) => ({ asked: { ...asked, shown: shownIn(now), offers } }));
  }

  /** What was answered is drawn before more is asked: the server and the drawing would take the time from one another. */
  function drawn(): Promise<void> {
    return new Promise((done) => {
      env.later(done, drawingMs);
    });
  }

  /** Asks a question that does not come from the form: the form says at once what is asked. */
  function askAnew(question: Asked): Promise<void> {
    store.setState({ form: formOf(question, namesOf(store.getState())), problems: {} });
    return ask(question);
  }

  function clear(): void {
    running?.abort();
    running = null;
    store.setState({ asked: { state: "none" }, asking: null, form: emptyForm, problems: {}, isolated: false });
  }

  return {
    ask,
    askAnew,
    /** Asks again with a question that an answer gave (a loosening, an offer). */
    askAgain: (question: { readonly ask: Asked["ask"] }) => {
      const { asked } = store.getState();
      const order = asked.state === "answered" ? asked.order : [];
      void askAnew(inOrder({ ...question }, order));
    },
    /** Calls the running question off; the server stops looking. */
    cancel: (): boolean => {
      if (running === null || store.getState().asking === null) return false;
      running.abort();
      return true;
    },
    clearQuestion: clear,
    /** Asks anew after a change, so that what is shown is what the case says now. */
    refresh: () => {
      const { asked, rightTab, folded } = store.getState();
      if (asked.state !== "answered") return;
      void ask(inOrder({ ...asked.answer.question }, asked.order), "again");
      store.setState({ rightTab, folded });
    },
  };
}

/** Whether the same answer is there, open at the same place. */
function isSameFront(a: AskedState, b: AskedState): boolean {
  return a.state === "answered" && b.state === "answered" ? a.answer === b.answer && a.shown === b.shown : a.state === b.state;
}

/** Fields that the reader gave come first, so that the order of the chips goes along with the question. */
function inOrder(question: Asked, order: readonly string[]): Asked {
  const first = order.filter((name) => Object.hasOwn(question, name)).map((name) => [name, question[name]] as const);
  return { ...Object.fromEntries(first), ...question };
}

/** On the canvas of a large case an answer stands alone: the overview has no place for it. */
function isAlone(asked: AskedState, wanted: boolean): boolean {
  return wanted && asked.state === "answered" && !isEmptyAnswer(asked.answer);
}

function shownIn(asked: AskedState): number {
  return asked.state === "answered" ? asked.shown : 0;
}

/** The form says what was asked, by the names that the answer brought. */
function formAnswered(state: PageState, { answer, order }: AnsweredState): QuestionForm {
  return formOf({ ...answer.question }, namesOf(state, wholePart(answer).entities), order);
}
