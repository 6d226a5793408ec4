import * as z from "zod/mini";
import { cutText } from "../../base/cut-text.ts";
import { BadInput } from "../../base/problem.ts";
import { valueAt } from "../../base/value-at.ts";
import { attributeKinds, dateOrders, plainMapping, plainUses, type TableMapping, tableRoles } from "./table-mapping.ts";

/** zod tries `new Function` otherwise, which the page's policy forbids and reports. */
z.config({ jitless: true });

// The `error` of every schema below says what is wanted there; `refused` makes the sentence.
const text = z.string({ error: "a text" }).check(z.refine((given) => given.isWellFormed(), "well-formed Unicode"));
const [sign, signOrNone] = [/^[^\r\n]$/u, /^[^\r\n]?$/u];

const shared = { name: z._default(text, ""), several: z._default(z.boolean({ error: "true or false" }), false) };
const end = {
  ...shared,
  by: z._default(oneOf(["id", "name"]), "id"),
  type: z._default(text, ""),
  space: z._default(text, ""),
  relation: z._default(text, ""),
};
const uses = ["id", "source", "target", "attribute", ...plainUses] as const;

const column = z.discriminatedUnion(
  "as",
  [
    z.strictObject({ ...shared, as: z.literal("id"), space: z._default(text, "") }),
    z.strictObject({ ...end, as: z.literal("source") }),
    z.strictObject({ ...end, as: z.literal("target") }),
    z.strictObject({
      ...shared,
      as: z.literal("attribute"),
      property: z._default(text, ""),
      holds: z._default(oneOf(attributeKinds), "text"),
    }),
    z.strictObject({ ...shared, as: z.enum(plainUses) }),
  ],
  { error: ({ code }) => (code === "invalid_union" ? `one of ${uses.join(", ")}` : "an object") },
);

const mapping = z.strictObject(
  {
    version: z.literal(1, { error: "1" }),
    role: oneOf(tableRoles),
    sheet: z._default(text, plainMapping.sheet),
    header: z._default(oneOf(["first-row", "none"]), plainMapping.header),
    skip: z._default(z.int({ error: "a whole number" }).check(z.nonnegative("a whole number from 0")), plainMapping.skip),
    delimiter: z._default(text.check(z.regex(sign, "one character")), plainMapping.delimiter),
    quote: z._default(text.check(z.regex(signOrNone, "one character, or none")), plainMapping.quote),
    comment: z._default(text, plainMapping.comment),
    dates: z._default(oneOf(dateOrders), plainMapping.dates),
    decimal: z._default(oneOf([".", ","]), plainMapping.decimal),
    separator: z._default(text, plainMapping.separator),
    type: z._default(text, plainMapping.type),
    relation: z._default(text, plainMapping.relation),
    direction: z._default(z.nullable(oneOf(["directed", "undirected"])), plainMapping.direction),
    columns: z._default(z.array(column, { error: "a list" }), []),
    get sheets() {
      return z._default(z.array(mapping, { error: "a list" }), []);
    },
  },
  { error: "an object" },
);

/** A mapping as it was kept: what `JSON.stringify` of one gives. `where` is its file. Throws BadInput in one line. */
export function parseTableMapping(json: string, where: string): TableMapping {
  try {
    return checkTableMapping(JSON.parse(json), where);
  } catch (failure) {
    if (!(failure instanceof SyntaxError)) throw failure;
    throw new BadInput(`${where}: wanted a mapping as JSON, got text that is none`, { cause: failure });
  }
}

/**
 * Whether a value is a mapping; fields that have a default may be left out. Throws BadInput in one line: what was wanted, what came, in
 * which field of `where`.
 */
export function checkTableMapping(given: unknown, where: string): TableMapping {
  const result = z.safeParse(mapping, given);
  if (!result.success) throw refused(result.error, { given, where });
  const found: TableMapping = result.data;
  for (const each of [found, ...found.sheets]) {
    const missing = wantedColumns(each);
    if (missing !== null) throw new BadInput(`${where}: wanted ${missing}, got ${usesOf(each)}`);
  }
  return found;
}

/** What a mapping lacks so that its rows give something; null for nothing, and for one without columns: those are guessed. */
export function wantedColumns({ role, columns }: Pick<TableMapping, "role" | "columns">): string | null {
  const has = (...some: readonly string[]) => columns.some((each) => some.includes(each.as));
  if (role === "matrix" || columns.length === 0) return null;
  if (role === "entities") return has("id", "name") ? null : "a column as id or as name for a table of entities";
  if (role === "links") return has("source") && has("target") ? null : "columns as source and as target for a table of links";
  return has("id", "name") && has("source", "target")
    ? null
    : "a column as id or name, and one as source or target, for a table of both";
}

function usesOf({ columns }: TableMapping): string {
  return columns.length === 0
    ? "no columns"
    : cutText(columns.map(({ name, as }) => `${name || "a column"} as ${as}`).join(", "), 200);
}

function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: `one of ${values.map((each) => JSON.stringify(each)).join(", ")}` });
}

function refused({ issues }: z.core.$ZodError, { given, where }: { readonly given: unknown; readonly where: string }): BadInput {
  const [issue] = issues;
  if (issue === undefined) throw new Error("a refused mapping names at least one fault");
  const place = issue.path.map((step) => (typeof step === "number" ? `column ${step + 1}` : String(step))).join(", ");
  const field = place === "" ? "" : ` for ${place}`;
  if (issue.code === "unrecognized_keys")
    return new BadInput(`${where}: wanted only known fields${field}, got ${shown(issue.keys[0])}`);
  return new BadInput(`${where}: wanted ${issue.message}${field}, got ${shown(valueAt(given, issue.path))}`);
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "an object";
  return cutText(JSON.stringify(value), 80);
}
