import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { importReport } from "../schemas/answers.ts";
import { askedExport } from "../schemas/asked.ts";
import { flagParameter, given, word } from "../schemas/fields.ts";
import type { Job } from "../workers/job.ts";
import type { Ask, ServerEnv } from "./ask.ts";
import { gives, givesFile, takes } from "./described.ts";
import { termsHeaders, termsOf } from "./terms.ts";

/** Files into the case and out of it. */
export function fileRoutes(app: OpenAPIHono<ServerEnv>, ask: Ask): void {
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
      responses: gives("What was added, matched and dropped, and every problem", importReport),
    }),
    async (c) => {
      const { name, ...options } = given(c.req.valid("query"));
      return ask(c, { change: "import", name, bytes: new Uint8Array(await c.req.arrayBuffer()), options, terms: termsOf(c) });
    },
  );
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/export",
      request: takes(askedExport),
      responses: givesFile("The file, with its name in Content-Disposition"),
    }),
    (c) => ask(c, { ask: "export", ...(given(c.req.valid("json")) as Omit<Extract<Job, { ask: "export" }>, "ask">) }),
  );
}
