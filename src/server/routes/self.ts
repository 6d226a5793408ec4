import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { ServerEnv } from "./ask.ts";
import { gives } from "./described.ts";

const health = z.strictObject({ ok: z.literal(true), version: z.string() });
const description = z.looseObject({ openapi: z.string() }).openapi({ description: "OpenAPI 3.1" });

/** What the server says of itself. */
export function selfRoutes(app: OpenAPIHono<ServerEnv>, version: string): void {
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
      responses: gives("The server runs; the only answer that needs no session", health),
    }),
    (c) => c.json({ ok: true, version }),
  );
  app.openapi(createRoute({ method: "get", path: "/api/openapi.json", responses: gives("This description", description) }), (c) =>
    c.json(app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "Clew", version }, security: [{ token: [] }] })),
  );
}
