import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Metrics } from "./metrics.ts";

/** Counts each request under the pattern of its route; pages and what is not there under one. */
export function countRequests(metrics: Metrics): MiddlewareHandler {
  return async (c, next) => {
    const began = performance.now();
    await next();
    const route = matchedRoutes(c).find(({ method }) => method !== "ALL")?.path ?? "other";
    const known = /^[A-Z]{3,7}$/.test(c.req.method) ? c.req.method : "other";
    metrics.answered({ route, method: known, status: c.res.status, seconds: (performance.now() - began) / 1000 });
  };
}
