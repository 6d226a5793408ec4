import { createRoute, type OpenAPIHono, type z } from "@hono/zod-openapi";
import type { QuestionDraft } from "../../case/saved-questions.ts";
import { parseChart } from "../../claims/parse-record.ts";
import { changed } from "../schemas/answers.ts";
import { questionDraft } from "../schemas/asked.ts";
import * as changes from "../schemas/changes.ts";
import { body, given, word } from "../schemas/fields.ts";
import type { Ask, ServerEnv } from "./ask.ts";
import { gives, takes } from "./described.ts";
import { termsHeaders, termsOf } from "./terms.ts";

/** A JSON body, and the headers of a change. */
function changing<Schema extends z.ZodType>(schema: Schema) {
  return { ...takes(schema), headers: termsHeaders };
}

/** What changes the case. Answered once the change is on disk. */
export function changeRoutes(app: OpenAPIHono<ServerEnv>, ask: Ask): void {
  const change = <const Path extends string>(path: Path, description: string) =>
    ({ method: "post", path, request: { headers: termsHeaders }, responses: gives(description, changed) }) as const;
  app.openapi(
    createRoute({ ...change("/api/claims", "Recorded"), request: changing(body({ claim: changes.claimDraft })) }),
    (c) => ask(c, { change: "record", ...given(c.req.valid("json")), terms: termsOf(c) }),
  );
  app.openapi(
    createRoute({
      ...change("/api/claims/withdraw", "Withdrawn; it stays in the history"),
      request: changing(changes.claimWithdrawal),
    }),
    (c) => ask(c, { change: "withdraw", ...c.req.valid("json"), terms: termsOf(c) }),
  );
  app.openapi(createRoute({ ...change("/api/judgements", "Recorded"), request: changing(changes.judgementDraft) }), (c) =>
    ask(c, { change: "judge", ...given(c.req.valid("json")), terms: termsOf(c) }),
  );
  app.openapi(
    createRoute({ ...change("/api/judgements/withdraw", "Withdrawn"), request: changing(changes.judgementWithdrawal) }),
    (c) => ask(c, { change: "withdraw-judgement", ...c.req.valid("json"), terms: termsOf(c) }),
  );
  app.openapi(
    createRoute({ method: "put", path: "/api/chart", request: changing(changes.chart), responses: gives("Saved", changed) }),
    (c) => ask(c, { change: "put-chart", chart: parseChart(c.req.valid("json")), terms: termsOf(c) }),
  );
  app.openapi(
    createRoute({ method: "put", path: "/api/question", request: changing(questionDraft), responses: gives("Saved", changed) }),
    // As for questions that are asked: the case has the last word.
    (c) => ask(c, { change: "put-question", question: c.req.valid("json") as unknown as QuestionDraft, terms: termsOf(c) }),
  );
  app.openapi(createRoute({ ...change("/api/question/forget", "Forgotten"), request: changing(body({ question: word })) }), (c) =>
    ask(c, { change: "forget-question", ...c.req.valid("json"), terms: termsOf(c) }),
  );
  app.openapi(createRoute(change("/api/undo", "The last step is taken back")), (c) =>
    ask(c, { change: "undo", terms: termsOf(c) }),
  );
  app.openapi(createRoute(change("/api/redo", "The step taken back is brought back")), (c) =>
    ask(c, { change: "redo", terms: termsOf(c) }),
  );
}
