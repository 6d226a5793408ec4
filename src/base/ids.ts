/**
 * One type and one checked door per kind of id. Ids come from other people's files: `__proto__`,
 * emoji and ten thousand characters are all sound ids; the empty text is not, nor a text that UTF-8
 * cannot hold (a lone surrogate would come back from the file as another id).
 */
declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

export type EntityId = Id<"entity">;
export type ClaimId = Id<"claim">;
export type SourceId = Id<"source">;
export type RelationId = Id<"relation">;
export type PropertyId = Id<"property">;
export type EntityTypeId = Id<"entity type">;
export type LinkId = Id<"link">;
export type JudgementId = Id<"judgement">;
export type ChartId = Id<"chart">;
export type QuestionId = Id<"question">;

function door<T extends string>(what: string): (text: string) => T {
  return (text) => {
    if (typeof text !== "string") throw new TypeError(`${what} id: wanted a text, got ${typeof text}`);
    if (text === "") throw new RangeError(`${what} id: wanted a text of at least one character, got ""`);
    if (!text.isWellFormed()) throw new RangeError(`${what} id: wanted well-formed Unicode, got a lone surrogate`);
    return text as T;
  };
}

export const entityId = door<EntityId>("entity");
export const claimId = door<ClaimId>("claim");
export const sourceId = door<SourceId>("source");
export const relationId = door<RelationId>("relation");
export const propertyId = door<PropertyId>("property");
export const entityTypeId = door<EntityTypeId>("entity type");
export const linkId = door<LinkId>("link");
export const judgementId = door<JudgementId>("judgement");
export const chartId = door<ChartId>("chart");
export const questionId = door<QuestionId>("question");

/** Order of ids everywhere an order is promised: by UTF-16 code unit, the same on every machine. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
