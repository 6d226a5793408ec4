import type { ClaimId, EntityId, JudgementId, SourceId } from "../base/ids.ts";
import type { NameMask } from "../base/mask-names.ts";
import type { Change } from "./change.ts";
import type { Chart } from "./chart.ts";
import type { SavedQuestion } from "./saved-question.ts";
import type { Source } from "./source.ts";

/** What is taken out of a case for good: records by id, and names in what stays. */
export interface Redacted {
  readonly entities: ReadonlySet<EntityId>;
  readonly sources: ReadonlySet<SourceId>;
  readonly claims: ReadonlySet<ClaimId>;
  readonly judgements: ReadonlySet<JudgementId>;
  readonly mask: NameMask;
}

/** The fields of records and changes that people write freely; ids, kinds and dates are none. */
const freeText: ReadonlySet<string> = new Set([
  ...["name", "aliases", "description", "title", "publisher", "author", "url", "text", "note", "quote", "page", "value"],
  ...["attributes", "file", "recordedBy", "by", "reason", "label", "plural", "inverse", "unit"],
]);

/** The record with names blotted out of what people wrote; the same object when there is none. */
export function maskRecord<T>(record: T, mask: NameMask): T {
  return maskValue(record, mask, "") as T;
}

function maskValue(value: unknown, mask: NameMask, field: string): unknown {
  if (typeof value === "string") return freeText.has(field) ? mask(value) : value;
  if (Array.isArray(value)) {
    const next = value.map((each) => maskValue(each, mask, field));
    return next.every((each, at) => each === value[at]) ? value : next;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value);
  const next = entries.map(([key, each]) => [key, maskValue(each, mask, key)] as const);
  return next.every(([, each], at) => each === entries[at]?.[1]) ? value : Object.fromEntries(next);
}

/** Null for a source that is taken out. One that repeats it stands for itself; a text that was blotted has another sum. */
export function redactSource(source: Source, { sources, mask }: Redacted): Source | null {
  if (sources.has(source.id)) return null;
  const next = maskRecord(source, mask);
  const alone = next.derivedFrom !== null && sources.has(next.derivedFrom);
  if (next === source && !alone) return source;
  return { ...next, derivedFrom: alone ? null : next.derivedFrom, sha256: next.text === source.text ? next.sha256 : null };
}

export function redactChart(chart: Chart, { entities, mask }: Redacted): Chart {
  const nodes = chart.nodes.filter(({ entity }) => !entities.has(entity));
  const next = maskRecord(chart, mask);
  return nodes.length === chart.nodes.length ? next : { ...next, nodes };
}

/** Null for a question that names what is taken out: it could not be asked again. */
export function redactQuestion(question: SavedQuestion, redacted: Redacted): SavedQuestion | null {
  return namesAny(question.asked, redacted) ? null : maskRecord(question, redacted.mask);
}

function namesAny(value: unknown, redacted: Redacted): boolean {
  if (typeof value === "string")
    return [redacted.entities, redacted.sources, redacted.claims].some((ids) => (ids as ReadonlySet<string>).has(value));
  return typeof value === "object" && value !== null && Object.values(value).some((each) => namesAny(each, redacted));
}

/** The change without what is taken out; null when nothing of it is left. What the rest does, and its order, stays right. */
export function redactChange(change: Change, redacted: Redacted): Change | null {
  switch (change.kind) {
    case "put-entity":
      return redacted.entities.has((change.after ?? change.before)?.id as EntityId) ? null : maskRecord(change, redacted.mask);
    case "put-source":
      return redactPut(change, (source) => redactSource(source, redacted));
    case "put-chart":
      return redactPut(change, (chart) => redactChart(chart, redacted));
    case "put-question":
      return redactPut(change, (question) => redactQuestion(question, redacted));
    case "record-claim":
      return redacted.claims.has(change.claim.id) ? null : maskRecord(change, redacted.mask);
    case "withdraw-claim":
    case "restore-claim":
      return redacted.claims.has(change.claim) ? null : maskRecord(change, redacted.mask);
    case "record-judgement":
      return redacted.judgements.has(change.judgement.id) ? null : maskRecord(change, redacted.mask);
    case "withdraw-judgement":
    case "restore-judgement":
      return redacted.judgements.has(change.judgement) ? null : maskRecord(change, redacted.mask);
    case "put-type":
    case "put-relation":
    case "put-property":
    case "redact":
      return maskRecord(change, redacted.mask);
  }
}

function redactPut<K extends string, T>(change: Put<K, T>, redact: (record: T) => T | null): Put<K, T> | null {
  const before = change.before === null ? null : redact(change.before);
  const after = change.after === null ? null : redact(change.after);
  if (before === null && after === null) return null;
  return before === change.before && after === change.after ? change : { ...change, before, after };
}

interface Put<K extends string, T> {
  readonly kind: K;
  readonly before: T | null;
  readonly after: T | null;
}
