import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { BadInput } from "../../base/problem.ts";
import { eventStream } from "../events/event-stream.ts";
import type { StreamSeats } from "../events/stream-seats.ts";
import type { Limits } from "../limits.ts";
import { revisionParameter } from "../schemas/fields.ts";
import type { CaseThreads } from "../workers/case-threads.ts";
import type { ServerEnv } from "./ask.ts";
import { givesFile } from "./described.ts";

interface EventParts {
  readonly threads: CaseThreads;
  readonly limits: Limits;
  readonly seats: StreamSeats;
  /** Whose stream it is. */
  readonly asker: (c: Context) => string;
}

const headers = { "Content-Type": "text/event-stream; charset=utf-8" };

/** What changes in the case, as it happens (server-sent events). */
export function eventRoutes(app: OpenAPIHono<ServerEnv>, { threads, limits, seats, asker }: EventParts): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/events",
      request: { query: z.strictObject({ after: revisionParameter.optional() }) },
      responses: givesFile(
        "Every revision after the one that was seen (`after`, or the header Last-Event-ID), and what follows as it happens",
        "text/event-stream",
      ),
    }),
    (c) => {
      if (c.req.method === "HEAD") return c.body(null, 200, headers);
      const after = seenBefore(c.req.header("last-event-id")) ?? c.req.valid("query").after ?? null;
      const { signal } = c.req.raw;
      const leave = seats.take(asker(c));
      signal.addEventListener("abort", leave, { once: true });
      const events = eventStream({
        ...{ hub: threads.events, after, signal },
        ...{ heartbeatMs: limits.heartbeatMs, stallMs: limits.stallMs },
        read: (cursor) => threads.revisions(cursor, signal),
        cutOff: () => c.env.outgoing.destroy(),
      });
      return c.body(streamOf(events, leave), 200, headers);
    },
  );
}

/** The header of a reader that comes back says more than the address with which it once began. */
function seenBefore(id: string | undefined): number | null {
  if (id === undefined || id === "") return null;
  if (!/^\d{1,15}$/.test(id)) throw new BadInput("Last-Event-ID: wanted a revision, got another text");
  return Number(id);
}

/** One piece at a time, each asked for once the one before it is on its way. */
function streamOf(pieces: AsyncGenerator<Uint8Array<ArrayBuffer>>, leave: () => void): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream(
    {
      pull: async (controller) => {
        try {
          const { done, value } = await pieces.next();
          if (!done) return controller.enqueue(value);
          controller.close();
        } catch (error) {
          controller.error(error);
        }
        leave();
      },
      cancel: async () => {
        leave();
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
