import { randomUUID } from "node:crypto";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { BadInput } from "../../base/problem.ts";
import type { RunningImports } from "../running-imports.ts";
import { importReport } from "../schemas/answers.ts";
import { askedExport } from "../schemas/asked.ts";
import { body, flagParameter, given, word } from "../schemas/fields.ts";
import type { Uploads } from "../uploads.ts";
import { Abandoned } from "../workers/failures.ts";
import type { Job } from "../workers/job.ts";
import type { Ask, ServerEnv } from "./ask.ts";
import { gives, givesFile, takes } from "./described.ts";
import { termsHeaders, termsOf } from "./terms.ts";

interface Importing {
  readonly imports: RunningImports;
  readonly uploads: Uploads;
}

/** Files into the case and out of it. */
export function fileRoutes(app: OpenAPIHono<ServerEnv>, ask: Ask, { imports, uploads }: Importing): void {
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/import",
      request: {
        headers: termsHeaders,
        query: z.strictObject({
          name: word,
          format: word.optional(),
          source: word.optional(),
          strict: flagParameter.optional(),
        }),
        body: {
          required: true,
          description: "The file, gzipped or not",
          content: { "*/*": { schema: z.string().openapi({ format: "binary" }) } },
        },
      },
      responses: gives("What was added and what was there, and every problem with what became of it", importReport),
    }),
    async (c) => {
      const { name, ...options } = given(c.req.valid("query"));
      const terms = termsOf(c);
      const operation = terms.operation ?? randomUUID();
      return uploads.during(c.req.raw, (upload) =>
        imports.cancellable(operation, (cancelled) =>
          ask(
            c,
            { change: "import", name, file: { name, ...upload }, options, terms, operation },
            AbortSignal.any([c.req.raw.signal, cancelled]),
          ).catch((error: unknown) => {
            throw cancelled.aborted && error instanceof Abandoned ? calledOff() : error;
          }),
        ),
      );
    },
  );
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/import/cancel",
      request: takes(body({ operation: word })),
      responses: gives("It is called off: what it had read is taken back", z.strictObject({ operation: z.string() })),
    }),
    (c) => {
      const { operation } = c.req.valid("json");
      if (!imports.cancel(operation))
        throw new BadInput("operation: wanted that of an import under way, got another", { kind: "not-found" });
      return c.json({ operation });
    },
  );
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/export",
      request: takes(askedExport),
      responses: givesFile(
        "The file, with its name in Content-Disposition and, in Clew-Losses, a JSON list of what it could not carry",
      ),
    }),
    (c) => ask(c, { ask: "export", ...(given(c.req.valid("json")) as Omit<Extract<Job, { ask: "export" }>, "ask">) }),
  );
}

function calledOff(): BadInput {
  return new BadInput("import: called off", { kind: "conflict" });
}
