import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ServerEnv } from "./ask.ts";
import { gives, givesFile } from "./described.ts";

const states = ["starting", "ready", "stopping"] as const;
export type ServerState = (typeof states)[number];

const health = z.strictObject({ ok: z.boolean(), state: z.enum(states), version: z.string() });
const description = z.looseObject({ openapi: z.string() }).openapi({ description: "OpenAPI 3.1" });

interface SelfParts {
  readonly version: string;
  readonly state: () => ServerState;
  /** In Prometheus text format. */
  readonly metrics: () => string;
}

/** What the server says of itself. */
export function selfRoutes(app: OpenAPIHono<ServerEnv>, { version, state, metrics }: SelfParts): void {
  app.openAPIRegistry.registerComponent("securitySchemes", "token", {
    type: "http",
    scheme: "bearer",
    description: "What --token or CLEW_TOKEN gave; the page has a cookie instead",
  });
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/health",
      security: [],
      responses: gives(
        "Whether the server is ready: 503 while it starts or stops; the only answer that needs no session",
        health,
      ),
    }),
    () => {
      const now = state();
      return Response.json({ ok: now === "ready", state: now, version }, { status: now === "ready" ? 200 : 503 });
    },
  );
  app.openapi(
    createRoute({
      method: "get",
      path: "/api/metrics",
      responses: givesFile("Figures in Prometheus text format, without a word of the case", "text/plain"),
    }),
    (c) => c.body(metrics(), 200, { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" }),
  );
  app.openapi(createRoute({ method: "get", path: "/api/openapi.json", responses: gives("This description", description) }), (c) =>
    c.json(app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "Clew", version }, security: [{ token: [] }] })),
  );
}
