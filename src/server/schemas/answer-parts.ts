import { z } from "@hono/zod-openapi";
import { stances } from "../../claims/claim.ts";
import { verdicts } from "../../claims/judgement.ts";
import { families, shapes } from "../../claims/ontology.ts";
import { reliabilities } from "../../claims/source.ts";
import { standings } from "../../claims/standing.ts";

/** What answers are made of, for the description at /api/openapi.json; the shapes are those of src/claims and src/case/views.ts. */
export const record = z.strictObject;
export const list = z.array;
export const id = z.string();
export const textOrNull = z.nullable(z.string());
export const count = z.int().min(0);
const value = z.union([z.string(), z.number(), z.boolean()]);

export const standing = z.enum(standings).openapi("Standing");
export const stance = z.enum(stances).openapi("Stance");

export const namedEntity = record({ id, type: id, name: z.string() }).openapi("NamedEntity");

export const entity = record({
  ...namedEntity.shape,
  aliases: list(z.string()),
  description: z.string(),
  placeholder: z.boolean(),
  space: z.string().optional(),
  written: z.string().optional(),
}).openapi("Entity");

export const source = record({
  id,
  title: z.string(),
  publisher: textOrNull,
  author: textOrNull,
  url: textOrNull,
  published: textOrNull,
  retrieved: textOrNull,
  text: textOrNull,
  sha256: textOrNull,
  reliability: z.nullable(z.enum(reliabilities)),
  derivedFrom: textOrNull,
  ids: z.string().optional(),
}).openapi("Source");

export const link = record({ id, relation: id, from: id, to: id, standing, claims: count, origins: count }).openapi("Link");

export const linkLine = record({
  ...link.shape,
  label: z.string(),
  inverse: z.string(),
  symmetric: z.boolean(),
  fromEntity: namedEntity,
  toEntity: namedEntity,
  notes: list(z.string()),
  figures: list(z.string()),
}).openapi("LinkLine");

const citation = z.discriminatedUnion("kind", [
  record({ kind: z.literal("quote"), quote: z.string(), start: count, end: count }),
  record({ kind: z.literal("row"), row: count }),
  record({ kind: z.literal("page"), page: z.string(), quote: z.string() }),
]);

const origin = z.discriminatedUnion("kind", [
  record({ kind: z.literal("hand") }),
  record({ kind: z.literal("imported"), file: z.string(), row: z.nullable(count) }),
  record({ kind: z.literal("suggested") }),
]);

/** A claim with its names resolved. */
const anyClaim = {
  id,
  subject: id,
  stance,
  speaker: textOrNull,
  source: id,
  citation: z.nullable(citation),
  during: textOrNull,
  said: textOrNull,
  about: textOrNull,
  note: z.string(),
  credibility: z.nullable(z.int().min(1).max(6)),
  relays: textOrNull,
  origin,
  recordedBy: z.string(),
  recordedAt: z.string(),
  sourceTitle: z.string(),
  sourcePublished: textOrNull,
  speakerName: textOrNull,
  aboutName: textOrNull,
  originTitle: textOrNull,
};
const linkClaimShape = { ...anyClaim, kind: z.literal("link"), relation: id, object: id, attributes: list(list(value)) };
const attributeClaimShape = { ...anyClaim, kind: z.literal("attribute"), property: id, value, approximate: z.boolean() };

export const linkClaim = record(linkClaimShape).openapi("LinkClaim");
export const attributeClaim = record(attributeClaimShape).openapi("AttributeClaim");
export const withdrawnLinkClaim = record({ ...linkClaimShape, withdrawal: z.string() }).openapi("WithdrawnLinkClaim");
export const claimInWords = z
  .discriminatedUnion("kind", [
    record({ ...linkClaimShape, sentence: z.string() }),
    record({ ...attributeClaimShape, sentence: z.string() }),
  ])
  .openapi("ClaimInWords");

export const judgement = record({
  id,
  a: id,
  b: id,
  verdict: z.enum(verdicts),
  reason: z.string(),
  by: z.string(),
  at: z.string(),
  other: namedEntity,
}).openapi("Judgement");

export const entityType = record({
  id,
  parent: textOrNull,
  label: z.string(),
  plural: z.string(),
  icon: z.string(),
  shape: z.enum(shapes),
  color: record({ light: z.string(), dark: z.string() }),
  ftm: textOrNull,
  stix: textOrNull,
}).openapi("EntityType");

export const relation = record({
  id,
  family: z.enum(families),
  label: z.string(),
  inverse: z.string(),
  symmetric: z.boolean(),
  subjects: list(id),
  objects: list(id),
  ftm: textOrNull,
  stix: textOrNull,
}).openapi("Relation");

export const property = record({ id, label: z.string(), unit: z.string() }).openapi("Property");

export const problem = record({ file: z.string(), where: z.string(), kind: z.string(), message: z.string() }).openapi("Problem");
