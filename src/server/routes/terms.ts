import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { BadInput } from "../../base/problem.ts";
import type { ChangeTerms } from "../../case/once.ts";

/** Headers that every change takes. */
export const termsHeaders = z.looseObject({
  "if-match": z.string().optional().openapi({
    description: 'The revision that the writer saw, as `"42"`: 412 when the change would overwrite or take back a later one',
  }),
  "idempotency-key": z.string().optional().openapi({
    description: "An id of the operation, never given to another: sent again it is done once, and answered as it was",
  }),
});

/** What a request says of the change that it asks for. Throws BadInput in one line. */
export function termsOf(c: Context): ChangeTerms {
  const seen = seenIn(c.req.header("if-match"));
  const operation = operationIn(c.req.header("idempotency-key"));
  return { ...(seen === null ? {} : { seen }), ...(operation === null ? {} : { operation }) };
}

/** RFC 9110, 13.1.1. Any revision will do for `*`. */
function seenIn(header: string | undefined): number | null {
  if (header === undefined || header === "*") return null;
  const revision = /^"(\d{1,15})"$/.exec(header)?.[1];
  if (revision === undefined) throw new BadInput('If-Match: wanted one revision, as "42", got another text');
  return Number(revision);
}

/** A string of RFC 8941 as draft-ietf-httpapi-idempotency-key-header has it, or the same without its quotes. */
function operationIn(header: string | undefined): string | null {
  if (header === undefined) return null;
  const operation = /^"([\x21\x23-\x5b\x5d-\x7e]{1,200})"$|^([\x21\x23-\x5b\x5d-\x7e]{1,200})$/.exec(header);
  if (operation === null)
    throw new BadInput("Idempotency-Key: wanted 1 to 200 letters, digits and marks of ASCII, got another text");
  return operation[1] ?? operation[2] ?? null;
}
