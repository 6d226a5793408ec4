import { z } from "@hono/zod-openapi";
import * as part from "./answer-parts.ts";
import { count, id, list, namedEntity, record, textOrNull } from "./answer-parts.ts";
import { chart } from "./changes.ts";
import { importProblem, outcomeCounts, problemKinds } from "./imports.ts";

/** What the server answers, for the description at /api/openapi.json. A test holds every answer against its schema. */
const tally = z.record(z.string(), count);

export const stats = record({
  entities: count,
  links: count,
  claims: count,
  attributes: count,
  sources: count,
  entityTypes: tally,
  relations: tally,
  standings: tally,
  components: count,
  largestComponent: count,
  isolated: count,
}).openapi("CaseStats");

const toLookAt = z.discriminatedUnion("kind", [
  record({ kind: z.literal("contested"), text: z.string(), link: id }),
  record({ kind: z.literal("same"), text: z.string(), a: id, b: id, judgement: id }),
  record({ kind: z.literal("figures"), text: z.string(), entities: list(id) }),
]);

const plainValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const plainRecord = z.record(z.string(), z.union([plainValue, list(plainValue)]));
const savedQuestion = record({
  id,
  name: z.string(),
  ask: z.string(),
  asked: z.record(z.string(), z.union([plainValue, list(z.union([plainValue, plainRecord]))])),
  words: textOrNull,
  refused: textOrNull,
}).openapi("SavedQuestion");

export const caseView = record({
  name: z.string(),
  revision: count,
  stats,
  types: list(part.entityType),
  relations: list(part.relation),
  properties: list(part.property),
  sources: list(record({ ...part.source.shape, claims: count })),
  charts: list(record({ id, name: z.string(), nodes: count })),
  questions: list(savedQuestion),
  toLookAt: list(toLookAt),
  canUndo: textOrNull,
  canRedo: textOrNull,
}).openapi("CaseView");

export const graphView = record({
  revision: count,
  whole: z.boolean(),
  total: record({ entities: count, links: count }),
  entities: list(record({ ...namedEntity.shape, degree: count })),
  links: list(part.link),
}).openapi("GraphView");

export const searchHits = record({
  hits: list(record({ entity: part.entity, matched: z.string(), similar: z.boolean() })),
}).openapi("SearchHits");

export const entityView = record({
  entity: part.entity,
  mergedFrom: list(namedEntity),
  attributes: list(part.attributeClaim),
  groups: list(record({ relation: id, side: z.enum(["out", "in"]), label: z.string(), count, links: list(part.linkLine) })),
  mentions: list(record({ role: z.enum(["speaker", "about"]), link: part.linkLine, claim: part.linkClaim })),
  moreMentions: z.boolean(),
  judgements: list(part.judgement),
  sources: list(record({ id, title: z.string(), claims: count })),
  links: record({ shown: count, total: count }),
}).openapi("EntityView");

export const linkGroupPage = record({ links: list(part.linkLine), more: z.boolean() }).openapi("LinkGroupPage");

export const linkView = record({
  link: part.linkLine,
  reason: z.string(),
  claims: list(part.linkClaim),
  withdrawn: list(part.withdrawnLinkClaim),
}).openapi("LinkView");

export const linkList = record({
  count,
  complete: z.boolean(),
  links: list(record({ link: part.linkLine, claims: list(part.linkClaim) })),
}).openapi("LinkList");

export const sourceView = record({ source: part.source, claims: list(part.claimInWords), total: count }).openapi("SourceView");

export const chartView = chart;

const added = record({ added: count, matched: count }).openapi("Tally");

export const importReport = record({
  entities: added,
  links: added,
  claims: added,
  sources: added,
  problems: list(importProblem),
  kinds: problemKinds,
  outcomes: outcomeCounts,
}).openapi("ImportReport");

/** The new revision; what was done, and the id of what was recorded. */
export const changed = record({
  revision: count,
  label: z.string().optional(),
  claim: id.optional(),
  judgement: id.optional(),
  question: id.optional(),
}).openapi("Changed");

export const check = record({ sound: z.boolean(), problems: list(part.problem) }).openapi("Check");

export const formats = record({
  formats: list(
    record({
      id,
      label: z.string(),
      extensions: list(z.string()),
      read: z.boolean(),
      write: z.boolean(),
      parts: list(z.string()),
      losses: list(z.string()),
    }),
  ),
}).openapi("Formats");
