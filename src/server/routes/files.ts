import { randomUUID } from "node:crypto";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { BadInput } from "../../base/problem.ts";
import { nameOf } from "../../case/files/import-file.ts";
import { type ImportForm, importForm } from "../import-form.ts";
import { boundaryOf } from "../multipart.ts";
import type { RunningImports } from "../running-imports.ts";
import { importReport } from "../schemas/answers.ts";
import { askedExport } from "../schemas/asked.ts";
import { body, flagParameter, given, word } from "../schemas/fields.ts";
import { importPreview } from "../schemas/imports.ts";
import type { Upload, Uploads } from "../uploads.ts";
import { Abandoned } from "../workers/failures.ts";
import type { Job } from "../workers/job.ts";
import type { Ask, ServerEnv } from "./ask.ts";
import { gives, givesFile, takes } from "./described.ts";
import { termsHeaders, termsOf } from "./terms.ts";

const importQuery = z.strictObject({
  name: word.optional(),
  format: word.optional(),
  encoding: word.optional(),
  ids: word.optional(),
  source: word.optional(),
  strict: flagParameter.optional(),
});

const importBody = {
  required: true,
  description:
    "One file, gzipped, zipped or plain, called by `name`; or, as multipart/form-data, parts `file`, each with its file name, and one `options` (JSON)",
  content: { "*/*": { schema: z.string().openapi({ format: "binary" }) } },
};

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
        query: importQuery,
        body: importBody,
      },
      responses: gives(
        "What was added and what was there, and every problem with what became of it (the first 1,000 of a kind, and how many there are)",
        importReport,
      ),
    }),
    async (c) => {
      const terms = termsOf(c);
      const operation = terms.operation ?? randomUUID();
      return uploads.during(c.req.raw, async (upload) => {
        const { files, options } = await formOf(c, upload);
        const name = nameOf(files[0]!);
        return imports.cancellable(operation, (cancelled) =>
          ask(
            c,
            { change: "import", name, files, options, terms, operation },
            AbortSignal.any([c.req.raw.signal, cancelled]),
          ).catch((error: unknown) => {
            throw cancelled.aborted && error instanceof Abandoned ? calledOff() : error;
          }),
        );
      });
    },
  );
  app.openapi(
    createRoute({
      method: "post",
      path: "/api/import/preview",
      request: { query: importQuery, body: importBody },
      responses: gives("What the import would give; nothing is changed", importPreview),
    }),
    (c) =>
      uploads.during(c.req.raw, async (upload) => {
        const { files, options, cut } = await formOf(c, upload);
        return ask(c, { ask: "preview", files, options: { ...options, cut } });
      }),
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

/** The parts of a body of several, or the one file that it is, called and read as the address says. */
async function formOf(c: Context, upload: Upload): Promise<ImportForm> {
  const boundary = boundaryOf(c.req.header("content-type"));
  const { name, ...options } = given(importQuery.parse(c.req.query()));
  if (boundary !== null) {
    if (name !== undefined) throw new BadInput("name: wanted none beside the parts of the body, which have their own, got one");
    const form = await importForm(upload, boundary);
    return { ...form, options: { ...options, ...form.options } };
  }
  if (name === undefined) throw new BadInput("name: wanted a text, got nothing");
  return { files: [{ name, ...upload }], options, cut: [] };
}

function calledOff(): BadInput {
  return new BadInput("import: called off", { kind: "conflict" });
}
