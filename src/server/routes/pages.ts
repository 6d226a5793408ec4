import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { loginPage, loginStyle } from "../page/login-page.ts";
import type { PageFile } from "../page/page-files.ts";
import type { Sessions } from "../security/sessions.ts";
import { sessionCookie } from "../security/who-asks.ts";
import type { ServerEnv } from "./ask.ts";
import { givesFile } from "./described.ts";

export interface PageParts {
  readonly port: number;
  readonly sessions: Sessions;
  /** Whether the request comes with a session or the token. */
  readonly knows: (c: Context) => boolean;
  readonly pageFiles: ReadonlyMap<string, PageFile>;
}

/** The way in, and the built page for who has come in. */
export function pageRoutes(app: OpenAPIHono<ServerEnv>, { port, sessions, knows, pageFiles }: PageParts): void {
  app.openapi(
    createRoute({
      method: "get",
      path: "/login",
      security: [],
      request: { query: z.strictObject({ code: z.string().optional() }) },
      responses: {
        303: { description: "The code was good, and is used up: a session cookie, and on to /" },
        401: givesFile("A page that says how to come in", "text/html")[200]!,
      },
    }),
    (c) => {
      const session = c.req.method === "HEAD" ? null : sessions.redeem(c.req.valid("query").code ?? "");
      if (session === null && !knows(c)) return c.html(loginPage, 401, { "WWW-Authenticate": "Bearer" });
      if (session !== null) c.header("Set-Cookie", sessionCookie(port, session));
      return c.redirect("/", 303);
    },
  );
  app.get("/login.css", (c) => c.body(loginStyle, 200, { "Content-Type": "text/css; charset=utf-8" }));
  app.get("*", (c) => {
    if (!knows(c)) return c.html(loginPage, 401, { "WWW-Authenticate": "Bearer" });
    const file = pageFiles.get(c.req.path);
    if (file !== undefined) return c.body(file.bytes, 200, file.headers);
    if (c.req.path === "/") return c.text("The page is not built. Run npm run build where Clew is.\n", 503);
    return c.notFound();
  });
}
