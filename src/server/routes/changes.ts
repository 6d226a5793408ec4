import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { QuestionDraft } from "../../case/saved-questions.ts";
import { parseChart } from "../../claims/parse-record.ts";
import { changed } from "../schemas/answers.ts";
import { questionDraft } from "../schemas/asked.ts";
import * as changes from "../schemas/changes.ts";
import { body, given, word } from "../schemas/fields.ts";
import type { Ask, ServerEnv } from "./ask.ts";
import { gives, takes } from "./described.ts";

/** What changes the case. Answered once the change is on disk. */
export function changeRoutes(app: OpenAPIHono<ServerEnv>, ask: Ask): void {
  const change = <const Path extends string>(path: Path, description: string) =>
    ({ method: "post", path, responses: gives(description, changed) }) as const;
  app.openapi(createRoute({ ...change("/api/claims", "Recorded"), request: takes(body({ claim: changes.claimDraft })) }), (c) =>
    ask(c, { change: "record", ...given(c.req.valid("json")) }),
  );
  app.openapi(
    createRoute({
      ...change("/api/claims/withdraw", "Withdrawn; it stays in the history"),
      request: takes(changes.claimWithdrawal),
    }),
    (c) => ask(c, { change: "withdraw", ...c.req.valid("json") }),
  );
  app.openapi(createRoute({ ...change("/api/judgements", "Recorded"), request: takes(changes.judgementDraft) }), (c) =>
    ask(c, { change: "judge", ...given(c.req.valid("json")) }),
  );
  app.openapi(
    createRoute({ ...change("/api/judgements/withdraw", "Withdrawn"), request: takes(changes.judgementWithdrawal) }),
    (c) => ask(c, { change: "withdraw-judgement", ...c.req.valid("json") }),
  );
  app.openapi(
    createRoute({ method: "put", path: "/api/chart", request: takes(changes.chart), responses: gives("Saved", changed) }),
    (c) => ask(c, { change: "put-chart", chart: parseChart(c.req.valid("json")) }),
  );
  app.openapi(
    createRoute({ method: "put", path: "/api/question", request: takes(questionDraft), responses: gives("Saved", changed) }),
    // As for questions that are asked: the case has the last word.
    (c) => ask(c, { change: "put-question", question: c.req.valid("json") as unknown as QuestionDraft }),
  );
  app.openapi(createRoute({ ...change("/api/question/forget", "Forgotten"), request: takes(body({ question: word })) }), (c) =>
    ask(c, { change: "forget-question", ...c.req.valid("json") }),
  );
  app.openapi(createRoute(change("/api/undo", "The last step is taken back")), (c) => ask(c, { change: "undo" }));
  app.openapi(createRoute(change("/api/redo", "The step taken back is brought back")), (c) => ask(c, { change: "redo" }));
}
