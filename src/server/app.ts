import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import { countRequests } from "./count-requests.ts";
import { StreamSeats } from "./events/stream-seats.ts";
import type { Limits } from "./limits.ts";
import { Metrics } from "./metrics.ts";
import type { PageFile } from "./page/page-files.ts";
import { dropRest, readBody } from "./read-body.ts";
import { refusalOf } from "./refusal-of.ts";
import { type Ask, responseOf, type ServerEnv } from "./routes/ask.ts";
import { changeRoutes } from "./routes/changes.ts";
import { eventRoutes } from "./routes/events.ts";
import { fileRoutes } from "./routes/files.ts";
import { pageRoutes } from "./routes/pages.ts";
import { questionRoutes } from "./routes/questions.ts";
import { type ServerState, selfRoutes } from "./routes/self.ts";
import { RunningImports } from "./running-imports.ts";
import { refusedInput } from "./schemas/refused-input.ts";
import type { Sessions } from "./security/sessions.ts";
import { askerOf, isKnown } from "./security/who-asks.ts";
import type { Uploads } from "./uploads.ts";
import type { CaseThreads } from "./workers/case-threads.ts";
import { Abandoned, WorkerFault } from "./workers/failures.ts";
import { traceOf } from "./workers/trace-of.ts";

export interface AppParts {
  readonly port: number;
  readonly version: string;
  readonly limits: Limits;
  readonly sessions: Sessions;
  readonly threads: CaseThreads;
  readonly uploads: Uploads;
  readonly pageFiles: ReadonlyMap<string, PageFile>;
  /** Takes a line about a fault of ours; it holds no word of the case. */
  readonly log: (line: string) => void;
  readonly state: () => ServerState;
}

/** Every route of docs/http.md, behind the session. Who the request comes from was looked at before (`refusalOfStranger`). */
export function createApp(parts: AppParts): OpenAPIHono<ServerEnv> {
  const { port, version, limits, sessions, threads, uploads, pageFiles, log, state } = parts;
  const app = new OpenAPIHono<ServerEnv>({
    defaultHook: (result) => {
      if (!result.success) throw refusedInput(result.error, (result as { data?: unknown }).data);
    },
  });
  const knows = (c: Context) => isKnown(c.req.raw.headers, sessions, port);
  const note = (error: Error, c: Context) => {
    if (refusalOf(error) === null && !c.req.raw.signal.aborted) log(`${c.req.method} ${c.req.path}: ${faultOf(error)}`);
  };
  const ask: Ask = async (c, job, signal = c.req.raw.signal) => {
    const answer = await threads.run(job, signal);
    if (answer.kind === "file")
      void answer.cut.then((why) => {
        note(why, c);
        c.env.outgoing.destroy();
      });
    return responseOf(answer);
  };

  app.onError((error, c) => {
    note(error, c);
    dropRest(c.env.incoming);
    const { status, headers, ...body } = refusalOf(error) ?? {
      status: 500,
      headers: {},
      error: "a fault of Clew",
      candidates: [],
    };
    return Response.json(body, { status, headers });
  });
  app.notFound((c) => Response.json({ error: `address: nothing is here for ${c.req.method}`, candidates: [] }, { status: 404 }));

  const metrics = new Metrics();
  const seats = new StreamSeats({ all: limits.streams, each: limits.streamsPerSession });
  const imports = new RunningImports(limits.imports);
  app.use(countRequests(metrics));
  app.use("/api/*", async (c, next) => {
    const isHealth = c.req.path === "/api/health";
    if (!isHealth && !knows(c))
      throw new HTTPException(401, { message: "session: wanted the link that clew open printed, or its token; got neither" });
    if (!isHealth && state() === "stopping") throw new Abandoned();
    await next();
  });
  for (const path of importPaths) app.use(path, (_, next) => imports.during(next));
  const readAnyOther = readBody(bodyLimits(limits));
  app.use("/api/*", (c, next) => (importPaths.includes(c.req.path) ? next() : readAnyOther(c, next)));

  const text = () => metrics.text({ ...threads.figures(), ...ownFigures(), streams: seats.open, imports: imports.underWay });
  selfRoutes(app, { version, state, metrics: text });
  questionRoutes(app, ask);
  changeRoutes(app, ask);
  fileRoutes(app, ask, { imports, uploads });
  eventRoutes(app, {
    ...{ threads, limits, seats },
    asker: (c) => askerOf(c.req.raw.headers, sessions, port) ?? "",
  });
  pageRoutes(app, { port, sessions, knows, pageFiles });
  return app;
}

/** Their bodies are files, of any size that a file may have. */
const importPaths: readonly string[] = ["/api/import", "/api/import/preview"];

function bodyLimits({ longJsonBytes, jsonBytes }: Limits): (path: string) => number {
  const own = new Map([
    ["/api/chart", longJsonBytes],
    ["/api/export", longJsonBytes],
  ]);
  return (path) => own.get(path) ?? jsonBytes;
}

function ownFigures() {
  return { memory: process.memoryUsage(), uptimeSeconds: process.uptime() };
}

function faultOf(error: Error): string {
  return error instanceof WorkerFault ? error.trace : traceOf(error);
}
