import type { PathAnswer } from "../../query/answer.ts";
import { walkOf } from "./answer-part.ts";
import { ApiError } from "./api.ts";
import type { Asked } from "./asked.ts";
import { asPaths } from "./by-ask.ts";
import { failureLine, type PageEnv } from "./page-env.ts";
import type { AskedState } from "./page-state.ts";

/** A question put to the server: answered, refused in a line, or called off by `signal`. Never rejects. */
export async function askServer(env: PageEnv, question: Asked, signal: AbortSignal): Promise<AskedState> {
  try {
    const answer = await env.api.ask(question, signal);
    return { state: "answered", answer, order: Object.keys(question), shown: walkOf(answer).start, offers: [] };
  } catch (error) {
    if (signal.aborted) return { state: "cancelled" };
    const message = failureLine(env, error);
    return { state: "failed", message, candidates: error instanceof ApiError ? error.candidates : [] };
  }
}

/** Likewise for paths; null where there is no answer of paths. */
export async function askForPaths(env: PageEnv, question: Asked, signal: AbortSignal): Promise<PathAnswer | null> {
  const asked = await askServer(env, question, signal);
  return asked.state === "answered" ? asPaths(asked.answer) : null;
}
