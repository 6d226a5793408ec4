import { z } from "@hono/zod-openapi";

// The `error` of every schema says what is wanted there; `refused-input.ts` makes the sentence.

/** A free text; UTF-8 holds it. */
export const text = z.string({ error: "a text" }).refine((given) => given.isWellFormed(), "well-formed Unicode");

/** An id, a name, a title. Any text is a sound id but the empty one and one that UTF-8 cannot hold. */
export const word = z
  .string({ error: "a text" })
  .min(1, "a text of at least one character")
  .refine((given) => given.isWellFormed(), "well-formed Unicode");

export const words = z.array(word, { error: "a list of texts" });

export const flag = z.boolean({ error: "true or false" });

/** A whole number in a body. */
export function whole(least: number, most = Number.MAX_SAFE_INTEGER) {
  const wanted = most === Number.MAX_SAFE_INTEGER ? `a whole number from ${least}` : `a whole number from ${least} to ${most}`;
  return z.int({ error: wanted }).min(least, wanted).max(most, wanted);
}

/** A count from 1 in an address. */
export const countParameter = z
  .string({ error: "one whole number" })
  .regex(/^0*[1-9]\d{0,8}$/, "a whole number from 1")
  .transform(Number)
  .openapi({ type: "integer", minimum: 1 });

/** A revision in an address; 0 is a case before its first change. */
export const revisionParameter = z
  .string({ error: "one revision" })
  .regex(/^\d{1,15}$/, "a revision")
  .transform(Number)
  .openapi({ type: "integer", minimum: 0 });

/** A whole number from 0 in an address. */
export const fromParameter = z
  .string({ error: "one whole number" })
  .regex(/^\d{1,9}$/, "a whole number from 0")
  .transform(Number)
  .openapi({ type: "integer", minimum: 0 });

export const flagParameter = z
  .enum(["true", "false"], { error: "true or false" })
  .transform((given) => given === "true")
  .openapi({ type: "boolean" });

export function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: `one of ${values.join(", ")}` });
}

export function body<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape, { error: "an object" });
}

type Given<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [Key in keyof T as undefined extends T[Key] ? never : Key]: Given<T[Key]> } & {
        [Key in keyof T as undefined extends T[Key] ? Key : never]?: Given<Exclude<T[Key], undefined>>;
      }
    : T;

/** What was left out is not there, rather than there and undefined: so it is with all that comes out of JSON and addresses. */
export function given<T>(parsed: T): Given<T> {
  return parsed as Given<T>;
}
