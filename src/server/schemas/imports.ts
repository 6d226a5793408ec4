import { z } from "@hono/zod-openapi";
import * as part from "./answer-parts.ts";
import { count, id, list, record } from "./answer-parts.ts";

const atLeast = record({ count, exact: z.boolean() });
const outcome = z.enum(["kept", "repaired", "merged", "dropped"]);
export const importProblem = record({ ...part.problem.shape, outcome }).openapi("ImportProblem");
export const outcomeCounts = record({ kept: count, repaired: count, merged: count, dropped: count });
export const problemKinds = list(record({ kind: z.string(), outcome, count, told: count }));
const counts = record({ entities: atLeast, links: atLeast, claims: atLeast, sources: atLeast });
const word = record({ id: z.string(), label: z.string(), count, isNew: z.boolean() });
const formatName = record({ id: z.string(), label: z.string() });

const table = record({
  sheet: z.string(),
  mapping: z.looseObject({ version: z.literal(1) }).openapi("TableMapping"),
  columns: list(record({ name: z.string(), examples: list(z.string()) })),
  rows: list(list(z.string())),
  remarks: list(z.string()),
}).openapi("TablePreview");

const file = record({
  file: z.string(),
  bytes: atLeast,
  refused: z.nullable(record({ message: z.string(), does: z.enum(["refuse", "left-out"]) })),
  format: z.nullable(record({ ...formatName.shape, by: z.enum(["given", "content", "name"]), others: list(formatName) })),
  encoding: z.nullable(record({ name: z.string(), by: z.enum(["given", "mark", "declared", "default", "guessed"]) })),
  table: z.nullable(table),
  sheets: list(table),
  counts,
  types: list(word),
  relations: list(word),
  properties: list(word),
  first: record({
    entities: list(record({ id: z.string(), type: z.string(), name: z.string() })),
    links: list(
      record({
        ...{ from: z.string(), relation: z.string(), to: z.string() },
        names: record({ from: z.string(), to: z.string() }),
      }),
    ),
  }),
  problems: list(importProblem),
  outcomes: outcomeCounts,
}).openapi("FilePreview");

const ids = record({
  space: z.string(),
  by: z.enum(["given", "format", "known", "new"]),
  overlap: atLeast,
  spaces: list(record({ space: z.string(), count })),
  examples: list(
    record({
      id: z.string(),
      name: z.string(),
      inCase: record({ id, type: z.string(), name: z.string(), space: z.string() }),
    }),
  ),
});

export const importPreview = record({ files: list(file), total: counts, ids }).openapi("ImportPreview");
