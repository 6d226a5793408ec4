import { z } from "@hono/zod-openapi";
import { standings } from "../../claims/standing.ts";
import { directions } from "../../graph/conditions.ts";
import { pathKinds } from "../../query/question.ts";
import { body, flag, oneOf, whole, word, words } from "./fields.ts";

const nameOrNames = z.union([word, words.min(1, "at least one entity")], { error: "an id or a name, or a list of them" });

/** Ten minutes; answers that still fit in memory as one text. */
const maxBudgetMs = 600_000;
const maxPaths = 10_000;
const maxEntities = 1_000_000;

const constraints = {
  direction: oneOf(directions).optional(),
  relations: words.optional(),
  standing: z.nullable(oneOf(standings)).optional(),
  avoid: words.optional(),
  notSources: words.optional(),
  includeDenied: flag.optional(),
  budgetMs: whole(1, maxBudgetMs).optional(),
};

/** A path question, entities and sources by id or name; all but the ends may be left out. */
export const askedPath = body({
  from: nameOrNames,
  to: nameOrNames,
  kind: oneOf(pathKinds).optional(),
  maxHops: z.nullable(whole(0)).optional(),
  via: words.optional(),
  limit: whole(1, maxPaths).optional(),
  ...constraints,
}).openapi("PathQuestion");

export const askedAround = body({
  center: word,
  hops: whole(0).optional(),
  limit: whole(1, maxEntities).optional(),
  ...constraints,
}).openapi("AroundQuestion");

export const askedExport = body({
  format: word,
  part: z.string({ error: "a text" }).optional(),
  scope: z
    .discriminatedUnion(
      "kind",
      [
        body({ kind: z.literal("case") }),
        body({ kind: z.literal("entities"), entities: words }),
        body({ kind: z.literal("around"), entity: word, hops: whole(0).optional() }),
        body({ kind: z.literal("path"), question: askedPath }),
        body({ kind: z.literal("chart"), chart: word }),
      ],
      { error: "case, entities, around, path or chart" },
    )
    .optional(),
}).openapi("ExportQuestion");
