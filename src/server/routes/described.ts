import { z } from "@hono/zod-openapi";

/** The body of every refusal. */
export const refusal = z
  .strictObject({
    /** One line: what was wanted, what came, where. */
    error: z.string(),
    /** Ids of what could have been meant. */
    candidates: z.array(z.string()),
    /** For 412: what was changed since. */
    since: z.array(z.strictObject({ revision: z.int(), by: z.string(), label: z.string() })).optional(),
  })
  .openapi("Refusal");

interface Described {
  readonly description: string;
  readonly content: Readonly<Record<string, { readonly schema: z.ZodType }>>;
}

const refused: Described = {
  description: "Refused; the status says why: 400, 401, 403, 404, 409, 412, 413, 415, 422, 500, 503, 507",
  content: { "application/json": { schema: refusal } },
};

/** The answers of a route that gives JSON. */
export function gives(description: string, schema: z.ZodType): Record<string, Described> {
  return { 200: { description, content: { "application/json": { schema } } }, default: refused };
}

/** The answers of a route that gives something else: a file, a page. */
export function givesFile(description: string, mediaType = "*/*"): Record<string, Described> {
  const schema = z.string().openapi({ format: "binary" });
  return { 200: { description, content: { [mediaType]: { schema } } }, default: refused };
}

/** A JSON body that must be there. */
export function takes<Schema extends z.ZodType>(schema: Schema) {
  return { body: { required: true, content: { "application/json": { schema } } } } as const;
}
