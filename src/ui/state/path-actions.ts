import { entityId } from "../../base/ids.ts";
import type { AskedPath } from "../../case/asked-question.ts";
import type { Standing } from "../../claims/standing.ts";
import { isAtLeast } from "../../claims/standing.ts";
import type { PathAnswer } from "../../query/answer.ts";
import type { PathQuestion } from "../../query/question.ts";
import { ApiError } from "./api.ts";
import { failureLine, type PageEnv } from "./page-env.ts";
import type { AskedState, Offer } from "./page-state.ts";
import { askedPath, emptyForm, formOf, noEnd, type PathEnd, type PathForm } from "./path-form.ts";
import { shortName } from "./words.ts";

/** Asking for paths. The last question asked wins; answers to earlier ones are dropped. */
export function pathActions(env: PageEnv, needSource: (source: string) => Promise<void>) {
  const { store, api } = env;
  let asks = 0;

  async function ask(question: AskedPath): Promise<void> {
    const mine = ++asks;
    store.setState(({ folded, small }) => ({
      asking: true,
      rightTab: "paths",
      folded: { left: small || folded.left, right: false },
    }));
    const asked = await answered(question);
    if (mine !== asks) return;
    store.setState({ asking: false, asked });
    if (asked.state !== "answered") return;
    store.setState({ form: formOf(asked.answer.question, (id) => nameOf(asked.answer, id)) });
    for (const source of sourcesOf(asked.answer)) void needSource(source);
    const offers = await weakerLeftOut(asked.answer);
    if (mine === asks) store.setState({ asked: { ...asked, shown: shownNow(), offers } });
  }

  function shownNow(): number {
    const { asked } = store.getState();
    return asked.state === "answered" ? asked.shown : 0;
  }

  async function answered(question: AskedPath): Promise<AskedState> {
    try {
      return { state: "answered", answer: await api.path(question), shown: 0, offers: [] };
    } catch (error) {
      const message = failureLine(env, error);
      return { state: "failed", message, candidates: error instanceof ApiError ? error.candidates : [] };
    }
  }

  function nameOf(answer: PathAnswer, id: string): string {
    const known = store.getState().graph?.entities.get(entityId(id));
    const onPath = answer.paths.flatMap(({ entities }) => entities).find((entity) => entity.id === id);
    return shortName(known?.name ?? onPath?.name ?? id, 200);
  }

  /** Asks the same again without the weakest links, then on stated links alone if that still leaves weaker ones. */
  async function weakerLeftOut({ question, paths }: PathAnswer): Promise<Offer[]> {
    const weakest = paths[0]?.standing;
    if (weakest === undefined) return [];
    const offers: Offer[] = [];
    for (const least of stepsAbove(weakest)) {
      const asked = await answered({ ...question, standing: least });
      if (asked.state !== "answered") return offers;
      const path = asked.answer.paths[0] ?? null;
      offers.push({ label: offerLabel(weakest, least), question: asked.answer.question, path });
      if (path === null || isAtLeast(path.standing, "stated")) return offers;
    }
    return offers;
  }

  function setForm(form: Partial<PathForm>): void {
    store.setState((state) => ({ form: { ...state.form, ...form } }));
  }

  function setEnd(which: "from" | "to", end: PathEnd): void {
    setForm({ [which]: end });
  }

  return {
    ask,
    setForm,
    setEnd,
    /** Asks what the form says; false while an end is missing. */
    askForm: (): boolean => {
      const question = askedPath(store.getState().form);
      if (question === null) return false;
      void ask(question);
      return true;
    },
    /** Asks again with a question that an answer gave (a loosening, an offer). */
    askAgain: (question: PathQuestion) => void ask(question),
    swap: () => {
      const { form } = store.getState();
      setForm({ from: form.to, to: form.from });
    },
    showPath: (shown: number) =>
      store.setState(({ asked }) => (asked.state === "answered" ? { asked: { ...asked, shown } } : {})),
    clearPath: () => {
      asks++;
      store.setState({ asked: { state: "none" }, asking: false, form: emptyForm });
    },
    /** Asks anew after a change, so that what is shown is what the case says now. */
    refresh: () => {
      const { asked, rightTab, folded } = store.getState();
      if (asked.state !== "answered") return;
      void ask(asked.answer.question);
      store.setState({ rightTab, folded });
    },
    /** An end from the inspector; asks at once when the other is there. */
    startAt: (which: "from" | "to", end: PathEnd) => {
      setEnd(which, end);
      const { form } = store.getState();
      store.setState({ rightTab: "paths" });
      const question = askedPath(form);
      if (question !== null && form.from !== noEnd && form.to !== noEnd) void ask(question);
    },
  };
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

function sourcesOf({ paths }: PathAnswer): Set<string> {
  const links = paths.slice(0, 20).flatMap(({ steps }) => steps.flatMap((step) => step.links));
  return new Set(links.flatMap(({ claims }) => claims.map(({ source }) => source)));
}
