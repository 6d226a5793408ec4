import type { Standing } from "../../claims/standing.ts";
import { isAtLeast } from "../../claims/standing.ts";
import type { Answer, PathAnswer, PlainLink } from "../../query/answer.ts";
import { walkOf, wholePart } from "./answer-part.ts";
import { ApiError } from "./api.ts";
import type { Asked } from "./asked.ts";
import { asPaths } from "./by-ask.ts";
import { formOf } from "./form-of.ts";
import { namesOf } from "./names.ts";
import { failureLine, type PageEnv } from "./page-env.ts";
import type { AnsweredState, AskedState, Offer } from "./page-state.ts";
import { emptyForm } from "./question-form.ts";

/** A question that took longer is not asked again for the sake of an offer. */
const quickMs = 1500;
/** Sources of so many links are fetched ahead, so that quotes stand in their sentences. */
const linksAhead = 60;

/** Asking. The last question asked wins; the one before it is called off, and its answer dropped. */
export function questionActions(env: PageEnv, needSource: (source: string) => Promise<void>) {
  const { store, api } = env;
  let running: AbortController | null = null;

  async function ask(question: Asked): Promise<void> {
    running?.abort();
    const mine = new AbortController();
    running = mine;
    store.setState(({ folded, small }) => ({
      asking: question,
      rightTab: "paths",
      folded: { left: small || folded.left, right: false },
    }));
    const formAsked = store.getState().form;
    const asked = await answered(question, mine.signal);
    if (mine !== running) return;
    store.setState(({ isolated }) => ({ asking: null, asked, isolated: isolated && asked.state === "answered" }));
    if (asked.state !== "answered") return;
    if (store.getState().form === formAsked) fillIn(asked);
    for (const source of sourcesOf(asked.answer)) void needSource(source);
    const offers = await weakerLeftOut(asked.answer, mine.signal);
    if (mine === running && offers.length > 0)
      store.setState(({ asked: now }) => ({ asked: { ...asked, shown: shownIn(now), offers } }));
  }

  /** Asks a question that does not come from the form: the form says at once what is asked. */
  function askAnew(question: Asked): Promise<void> {
    store.setState({ form: formOf(question, namesOf(store.getState())), problems: {} });
    return ask(question);
  }

  /** The form says what was asked, by the names that the answer brought. */
  function fillIn({ answer, order }: AnsweredState): void {
    const names = namesOf(store.getState(), wholePart(answer).entities);
    store.setState({ form: formOf({ ...answer.question }, names, order), problems: {} });
  }

  async function answered(question: Asked, signal: AbortSignal): Promise<AskedState> {
    try {
      const answer = await api.ask(question, signal);
      return { state: "answered", answer, order: Object.keys(question), shown: walkOf(answer).start, offers: [] };
    } catch (error) {
      if (signal.aborted) return { state: "cancelled" };
      const message = failureLine(env, error);
      return { state: "failed", message, candidates: error instanceof ApiError ? error.candidates : [] };
    }
  }

  /** Asks the same again without the weakest links, then on stated links alone if that still leaves weaker ones. */
  async function weakerLeftOut(answer: Answer, signal: AbortSignal): Promise<Offer[]> {
    const paths = asPaths(answer);
    const weakest = paths?.paths[0]?.standing;
    if (paths === null || weakest === undefined || paths.elapsedMs > quickMs) return [];
    const offers: Offer[] = [];
    for (const least of stepsAbove(weakest)) {
      const found = await pathsOf({ ...paths.question, standing: least }, signal);
      if (found === null) return offers;
      const [path = null] = found.paths;
      offers.push({ label: offerLabel(weakest, least), question: found.question, path });
      if (path === null || isAtLeast(path.standing, "stated")) return offers;
    }
    return offers;
  }

  async function pathsOf(question: Asked, signal: AbortSignal): Promise<PathAnswer | null> {
    const asked = await answered(question, signal);
    return asked.state === "answered" ? asPaths(asked.answer) : null;
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
    showAnswer: (shown: number) =>
      store.setState(({ asked }) => (asked.state === "answered" ? { asked: { ...asked, shown } } : {})),
    /** The next answer (1) or the one before it (-1), as far as there are any. */
    walk: (step: 1 | -1) =>
      store.setState(({ asked }) => {
        if (asked.state !== "answered") return {};
        const { length } = walkOf(asked.answer);
        const shown = Math.max(0, Math.min(length - 1, asked.shown + step));
        return length === 0 || shown === asked.shown ? {} : { asked: { ...asked, shown } };
      }),
    /** The canvas with the answer alone, and back. */
    isolate: (isolated?: boolean) =>
      store.setState((state) => ({ isolated: state.asked.state === "answered" && (isolated ?? !state.isolated) })),
    clearQuestion: clear,
    /** Asks anew after a change, so that what is shown is what the case says now. */
    refresh: () => {
      const { asked, rightTab, folded } = store.getState();
      if (asked.state !== "answered") return;
      void ask(inOrder({ ...asked.answer.question }, asked.order));
      store.setState({ rightTab, folded });
    },
  };
}

/** Fields that the reader gave come first, so that the order of the chips goes along with the question. */
function inOrder(question: Asked, order: readonly string[]): Asked {
  const first = order.filter((name) => Object.hasOwn(question, name)).map((name) => [name, question[name]] as const);
  return { ...Object.fromEntries(first), ...question };
}

function shownIn(asked: AskedState): number {
  return asked.state === "answered" ? asked.shown : 0;
}

/** The "at least" levels worth asking for above a path's weakest hop: next to it, then `stated`. */
function stepsAbove(weakest: Standing): readonly Standing[] {
  if (weakest === "denied") return ["contested", "stated"];
  if (weakest === "contested") return ["alleged", "stated"];
  return weakest === "alleged" ? ["stated"] : [];
}

function offerLabel(weakest: Standing, least: Standing): string {
  if (least === "contested" || least === "alleged") return `Without ${weakest} links`;
  return weakest === "alleged" ? "Without alleged links" : "On stated links alone";
}

function sourcesOf(answer: Answer): Set<string> {
  const links: readonly PlainLink[] = wholePart(answer).links.slice(0, linksAhead);
  return new Set(links.flatMap(({ claims }) => claims.map(({ source }) => source)));
}
