import { parsePartialDate } from "../base/partial-date.ts";
import { parsePartialInterval } from "../base/partial-interval.ts";
import type { Citation, Claim, ClaimAttributes, ClaimOrigin } from "./claim.ts";
import { stances } from "./claim.ts";

/**
 * A claim in which every field is plainly as it should be, as `parseClaim` would give it; null where anything is unusual, which
 * `parseClaim` then judges by its schema. Files of millions of claims come through here: it costs a tenth.
 */
export function soundClaim(given: unknown): Claim | null {
  if (typeof given !== "object" || given === null || Object.getPrototypeOf(given) !== Object.prototype) return null;
  const claim = given as Readonly<Record<string, unknown>>;
  if (Object.keys(claim).length !== fieldCount || !isFrameSound(claim)) return null;
  const { id, subject, stance, speaker, source, during, said, about, note, credibility, relays, recordedBy, recordedAt } = claim;
  const [citation, origin] = [soundCitation(claim.citation), soundOrigin(claim.origin)];
  if (citation === undefined || origin === null || relays === id) return null;
  const frame = { id, subject, stance, speaker, source, citation, during, said, about, note, credibility, relays, origin };
  const rest = claim.kind === "link" ? soundLink(claim) : soundAttribute(claim);
  return rest === null ? null : ({ ...frame, recordedBy, recordedAt, ...rest } as unknown as Claim);
}

/** Of a link claim, and of an attribute claim: as many. */
const fieldCount = 19;

function isFrameSound(claim: Readonly<Record<string, unknown>>): boolean {
  const { id, subject, stance, speaker, source, during, said, about, note, credibility, relays, recordedBy, recordedAt } = claim;
  return (
    isWord(id) &&
    isWord(subject) &&
    isWord(source) &&
    stances.some((each) => each === stance) &&
    isWordOrNull(speaker) &&
    isWordOrNull(about) &&
    isWordOrNull(relays) &&
    isText(note) &&
    isText(recordedBy) &&
    (credibility === null || (isCount(credibility) && credibility >= 1 && credibility <= 6)) &&
    (during === null || isInterval(during)) &&
    (said === null || isDate(said)) &&
    isTime(recordedAt)
  );
}

function soundLink({ kind, relation, object, attributes }: Readonly<Record<string, unknown>>): object | null {
  if (!isWord(relation) || !isWord(object) || !Array.isArray(attributes)) return null;
  const pairs: [string, string | number | boolean][] = [];
  for (const pair of attributes) {
    if (!Array.isArray(pair) || pair.length !== 2 || !isText(pair[0]) || !isValue(pair[1])) return null;
    pairs.push([pair[0], pair[1]]);
  }
  return { kind, relation, object, attributes: pairs satisfies ClaimAttributes };
}

function soundAttribute({ kind, property, value, approximate }: Readonly<Record<string, unknown>>): object | null {
  const sound = kind === "attribute" && isWord(property) && isValue(value) && typeof approximate === "boolean";
  return sound ? { kind, property, value, approximate } : null;
}

/** Undefined for one that is not plainly sound. */
function soundCitation(given: unknown): Citation | null | undefined {
  if (given === null) return null;
  if (typeof given !== "object") return undefined;
  const { kind, quote, start, end, row } = given as Readonly<Record<string, unknown>>;
  const fields = Object.keys(given).length;
  if (kind === "row") return fields === 2 && isCount(row) ? { kind, row } : undefined;
  if (kind !== "quote" || fields !== 4 || !isWord(quote) || !isCount(start) || !isCount(end)) return undefined;
  return end - start === quote.length ? { kind, quote, start, end } : undefined;
}

function soundOrigin(given: unknown): ClaimOrigin | null {
  if (typeof given !== "object" || given === null) return null;
  const { kind, file, row } = given as Readonly<Record<string, unknown>>;
  if (kind !== "imported" || Object.keys(given).length !== 3 || !isText(file)) return null;
  return row === null || isCount(row) ? { kind, file, row } : null;
}

function isText(given: unknown): given is string {
  return typeof given === "string" && given.isWellFormed();
}

function isWord(given: unknown): given is string {
  return given !== "" && isText(given);
}

function isWordOrNull(given: unknown): boolean {
  return given === null || isWord(given);
}

function isCount(given: unknown): given is number {
  return Number.isSafeInteger(given) && Number(given) >= 0;
}

function isValue(given: unknown): given is string | number | boolean {
  return typeof given === "boolean" || Number.isFinite(given) || isText(given);
}

/** Dates come again and again: those that were found sound are kept in mind, up to some. */
function remembering(isSound: (text: string) => boolean): (given: unknown) => boolean {
  const sound = new Set<string>();
  return (given) => {
    if (typeof given !== "string") return false;
    if (sound.has(given)) return true;
    if (!isText(given) || !isSound(given)) return false;
    if (sound.size < mostRemembered) sound.add(given);
    return true;
  };
}

const mostRemembered = 50_000;
const isDate = remembering((text) => parsePartialDate(text) !== undefined);
const isInterval = remembering((text) => parsePartialInterval(text) !== undefined);
const isTime = remembering((text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(text));
