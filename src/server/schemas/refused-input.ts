import type { z } from "@hono/zod-openapi";
import { BadInput } from "../../base/problem.ts";
import { valueAt } from "../../base/value-at.ts";
import { shorten } from "../../case/find-entity.ts";

/** The first fault of a body or of query parameters, in one line: which field, what was wanted, what came. */
export function refusedInput({ issues }: z.ZodError, given: unknown): BadInput {
  const [issue] = issues;
  if (issue === undefined) throw new Error("a refused input names at least one fault");
  const place = issue.path.map(String).join(".");
  const field = place === "" ? "request" : place;
  if (issue.code === "unrecognized_keys")
    return new BadInput(`${field}: wanted only known fields, got ${shorten(issue.keys[0] ?? "")}`);
  return new BadInput(`${field}: wanted ${issue.message}, got ${shown(valueAt(given, issue.path))}`);
}

/** Lists and objects are not written out: they may be of any size and depth. */
function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return shorten(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
