import { walkOf } from "./answer-part.ts";
import type { PageEnv } from "./page-env.ts";

/** Looking at an answer: which of its paths, matches or entities is open, and whether it is alone on the canvas. */
export function walkActions({ store }: Pick<PageEnv, "store">) {
  return {
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
  };
}
