import { HTTPException } from "hono/http-exception";
import { BadInput, type BadInputKind, type Meanwhile } from "../base/problem.ts";
import { Abandoned, Overloaded } from "./workers/failures.ts";

export interface AnsweredError {
  readonly status: number;
  /** One line. */
  readonly error: string;
  readonly candidates: readonly string[];
  /** For a change that does not know what was changed meanwhile. */
  readonly since?: readonly Meanwhile[];
  readonly headers: Readonly<Record<string, string>>;
}

const statusOf: Readonly<Record<BadInputKind, number>> = {
  invalid: 400,
  "not-found": 404,
  ambiguous: 409,
  conflict: 409,
  stale: 412,
  reused: 422,
  storage: 507,
};

/** What the libraries refuse in their own words, in ours. */
const refusedBody: Readonly<Record<number, string>> = {
  400: "body: wanted JSON, got text that is none",
  415: "body: wanted Content-Type application/json, got another or none",
};

/** How an error is answered; null for a fault of ours, of which only the log hears more. */
export function refusalOf(error: Error): AnsweredError | null {
  if (error instanceof BadInput) {
    const { kind, message, candidates, since } = error;
    return answered(statusOf[kind], message, { candidates, ...(kind === "stale" ? { since } : {}) });
  }
  if (error instanceof Overloaded)
    return answered(503, error.message, { headers: { "Retry-After": String(error.retryAfterSeconds) } });
  if (error instanceof Abandoned) return answered(503, "Clew is stopping", { headers: { "Retry-After": "5" } });
  if (error instanceof HTTPException)
    return answered(error.status, refusedBody[error.status] ?? error.message, {
      headers: error.status === 401 ? { "WWW-Authenticate": "Bearer" } : {},
    });
  return null;
}

function answered(
  status: number,
  message: string,
  more: Partial<Pick<AnsweredError, "candidates" | "since" | "headers">>,
): AnsweredError {
  return {
    status,
    error: message.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim(),
    candidates: [],
    headers: {},
    ...more,
  };
}
