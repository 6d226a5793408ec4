import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context, MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";
import { StreamSeats } from "./events/stream-seats.ts";
import type { Limits } from "./limits.ts";
import type { PageFile } from "./page/page-files.ts";
import { readBody } from "./read-body.ts";
import { refusalOf } from "./refusal-of.ts";
import { type Ask, responseOf, type ServerEnv } from "./routes/ask.ts";
import { changeRoutes } from "./routes/changes.ts";
import { eventRoutes } from "./routes/events.ts";
import { fileRoutes } from "./routes/files.ts";
import { pageRoutes } from "./routes/pages.ts";
import { questionRoutes } from "./routes/questions.ts";
import { selfRoutes } from "./routes/self.ts";
import { refusedInput } from "./schemas/refused-input.ts";
import type { Sessions } from "./security/sessions.ts";
import { askerOf, isKnown } from "./security/who-asks.ts";
import type { CaseThreads } from "./workers/case-threads.ts";
import { Overloaded, WorkerFault } from "./workers/failures.ts";
import { traceOf } from "./workers/trace-of.ts";

export interface AppParts {
  readonly port: number;
  readonly version: string;
  readonly limits: Limits;
  readonly sessions: Sessions;
  readonly threads: CaseThreads;
  readonly pageFiles: ReadonlyMap<string, PageFile>;
  /** Takes a line about a fault of ours; it holds no word of the case. */
  readonly log: (line: string) => void;
}

/** Every route of docs/http.md, behind the session. Who the request comes from was looked at before (`refusalOfStranger`). */
export function createApp({ port, version, limits, sessions, threads, pageFiles, log }: AppParts): OpenAPIHono<ServerEnv> {
  const app = new OpenAPIHono<ServerEnv>({
    defaultHook: (result) => {
      if (!result.success) throw refusedInput(result.error, (result as { data?: unknown }).data);
    },
  });
  const knows = (c: Context) => isKnown(c.req.raw.headers, sessions, port);
  const note = (error: Error, c: Context) => {
    if (refusalOf(error) === null && !c.req.raw.signal.aborted) log(`${c.req.method} ${c.req.path}: ${faultOf(error)}`);
  };
  const ask: Ask = async (c, job) => {
    const answer = await threads.run(job, c.req.raw.signal);
    if (answer.kind === "file")
      void answer.cut.then((why) => {
        note(why, c);
        c.env.outgoing.destroy();
      });
    return responseOf(answer);
  };

  app.onError((error, c) => {
    note(error, c);
    const { status, headers, ...body } = refusalOf(error) ?? {
      status: 500,
      headers: {},
      error: "a fault of Clew",
      candidates: [],
    };
    return Response.json(body, { status, headers });
  });
  app.notFound((c) => Response.json({ error: `address: nothing is here for ${c.req.method}`, candidates: [] }, { status: 404 }));

  app.use("/api/*", async (c, next) => {
    if (c.req.path !== "/api/health" && !knows(c))
      throw new HTTPException(401, { message: "session: wanted the link that clew open printed, or its token; got neither" });
    await next();
  });
  app.use("/api/import", atMost(limits.imports));
  app.use("/api/*", readBody(bodyLimits(limits)));

  selfRoutes(app, version);
  questionRoutes(app, ask);
  changeRoutes(app, ask);
  fileRoutes(app, ask);
  eventRoutes(app, {
    ...{ threads, limits, seats: new StreamSeats({ all: limits.streams, each: limits.streamsPerSession }) },
    asker: (c) => askerOf(c.req.raw.headers, sessions, port) ?? "",
  });
  pageRoutes(app, { port, sessions, knows, pageFiles });
  return app;
}

function bodyLimits({ importBytes, longJsonBytes, jsonBytes }: Limits): (path: string) => number {
  const own = new Map([
    ["/api/import", importBytes],
    ["/api/chart", longJsonBytes],
    ["/api/export", longJsonBytes],
  ]);
  return (path) => own.get(path) ?? jsonBytes;
}

/** Requests at once, from their first byte to their answer. */
function atMost(requests: number): MiddlewareHandler {
  let underWay = 0;
  return async (_, next) => {
    if (underWay >= requests) throw new Overloaded(`import: wanted at most ${requests} files at once, got another`, 5);
    underWay++;
    try {
      await next();
    } finally {
      underWay--;
    }
  };
}

function faultOf(error: Error): string {
  return error instanceof WorkerFault ? error.trace : traceOf(error);
}
