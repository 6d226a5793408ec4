import { bareSource } from "../bare-source.ts";

const claim = {
  speaker: null,
  citation: null,
  during: null,
  said: null,
  about: null,
  note: "",
  credibility: null,
  relays: null,
} as const;

/**
 * Fields that a line may leave out, and what they then are. The writer leaves out exactly those that
 * have this value, so that a file stays as short as one written by hand.
 */
export const recordDefaults = {
  entity: { aliases: [], description: "", placeholder: false },
  source: bareSource,
  link: { ...claim, attributes: [] },
  attribute: { ...claim, approximate: false },
  judgement: { reason: "" },
  type: { parent: null, ftm: null, stix: null },
  relation: { family: "other", symmetric: false, subjects: [], objects: [], ftm: null, stix: null },
  property: { unit: "" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The record without the fields that have their default value. */
export function withoutDefaults(record: object, defaults: Readonly<Record<string, unknown>>): object {
  const known = new Map(Object.entries(defaults).map(([key, value]) => [key, JSON.stringify(value)]));
  return Object.fromEntries(Object.entries(record).filter(([key, value]) => known.get(key) !== JSON.stringify(value)));
}
