import { z } from "@hono/zod-openapi";
import { stances } from "../../claims/claim.ts";
import { verdicts } from "../../claims/judgement.ts";
import { body, flag, oneOf, text, whole, word } from "./fields.ts";

const orNull = <Item extends z.ZodType>(item: Item) => z.nullable(item).optional();

const citation = z
  .union(
    [
      body({ quote: word }),
      body({ kind: z.literal("quote"), quote: word, start: whole(0), end: whole(0) }),
      body({ kind: z.literal("row"), row: whole(0) }),
      body({ kind: z.literal("page"), page: word, quote: text }),
    ],
    { error: "a quote, a row or a page" },
  )
  .openapi("Citation");

/** A claim as somebody types it; names are resolved, dates and quotes checked where the case is. */
export const claimDraft = body({
  kind: oneOf(["link", "attribute"]).optional(),
  id: word.optional(),
  subject: word,
  stance: oneOf(stances),
  source: word,
  relation: word.optional(),
  object: word.optional(),
  property: word.optional(),
  value: z.union([text, z.number(), flag], { error: "a text, a number, true or false" }).optional(),
  approximate: flag.optional(),
  speaker: orNull(word),
  about: orNull(word),
  citation: orNull(citation),
  during: orNull(text),
  said: orNull(text),
  note: text.optional(),
  credibility: orNull(whole(1, 6)),
  relays: orNull(word),
}).openapi("ClaimDraft");

export const claimWithdrawal = body({ claim: word, reason: text });

export const judgementDraft = body({ a: word, b: word, verdict: oneOf(verdicts), reason: text.optional() }).openapi(
  "JudgementDraft",
);

export const judgementWithdrawal = body({ judgement: word, reason: text });

const coordinate = z.number({ error: "a finite number" });

export const chart = body({
  id: word,
  name: word,
  nodes: z.array(body({ entity: word, x: coordinate, y: coordinate, pinned: flag }), { error: "a list" }),
}).openapi("Chart");
