import { parsePartialInterval } from "../../base/partial-interval.ts";
import type { LinkClaim } from "../../claims/claim.ts";
import { relationOf } from "../../claims/ontology.ts";
import type { Source } from "../../claims/source.ts";
import { type OwnWriting, ownClaimFields } from "../own-claim.ts";
import { kebabOf } from "../relation-chooser.ts";
import type { CaseAsObjects } from "./case-as-objects.ts";
import { later, stixTime } from "./field-set.ts";
import { clewExtension, stixIdOf, typeInId } from "./own.ts";
import type { StixWriting } from "./write-thing.ts";

export interface RelationshipWriting extends StixWriting, OwnWriting {
  readonly things: CaseAsObjects["things"];
  readonly isRevoked: boolean;
}

/**
 * A claim as a relationship. What an identity says is that one's relationship (`created_by_ref`); what is alleged, denied, or said by
 * somebody that STIX takes for no identity is `related-to`, with what it is in its description: it is never written as if it were so.
 */
export function relationship(claim: LinkClaim, id: string, writing: RelationshipWriting): object {
  const { ontology, idOf, things, isRevoked } = writing;
  const speaker = claim.speaker === null ? undefined : things.get(claim.speaker);
  const isSaid = claim.stance === "asserts" && (claim.speaker === null || speaker?.type === "identity");
  const source = writing.source(claim.source);
  const relation = relationOf(ontology, claim.relation);
  const named = isSaid ? namedAs(relation.stix ?? kebabOf(claim.relation)) : null;
  const description = named === null ? wordsOf(claim, relation.label, writing) : claim.note;
  return {
    type: "relationship",
    spec_version: "2.1",
    id,
    ...(isSaid && speaker !== undefined ? { created_by_ref: speaker.id } : {}),
    ...timesOf(claim),
    ...(isRevoked ? { revoked: true } : {}),
    relationship_type: named ?? "related-to",
    ...(description === "" ? {} : { description }),
    source_ref: idOf(claim.subject),
    target_ref: idOf(claim.object),
    ...datesOf(claim.during),
    ...gradeOf(claim),
    ...marksOf(claim),
    ...(source === undefined ? {} : { external_references: [referenceOf(source)] }),
    extensions: { [clewExtension]: { extension_type: "property-extension", ...ownClaimFields(claim, writing) } },
  };
}

/** Null for a name that STIX does not take. */
function namedAs(name: string): string | null {
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) && name.length <= 250 ? name : null;
}

function timesOf({ attributes, recordedAt }: LinkClaim): object {
  const time = (name: string) =>
    attributes.find(([key, value]) => key === name && typeof value === "string" && stixTime.test(value))?.[1];
  const created = String(time("created") ?? recordedAt);
  const modified = String(time("modified") ?? created);
  return { created, modified: later(created, modified) };
}

/** The markings that it had. */
function marksOf({ attributes }: LinkClaim): object {
  const marks = attributes.filter(
    ([key, value]) => key === "object_marking_refs" && typeInId(String(value)) === "marking-definition",
  );
  return marks.length === 0 ? {} : { object_marking_refs: marks.map(([, value]) => value) };
}

/** The confidence that it had; else the middle of the stretch that its grade is in STIX's appendix A: 6, which cannot be judged, has none. */
function gradeOf({ attributes, credibility }: LinkClaim): object {
  const confidence = attributes.find(([key]) => key === "confidence")?.[1] ?? confidences[credibility ?? 0];
  return isConfidence(confidence) ? { confidence } : {};
}

/** The id that a relationship had, where no other has it; else one made of the claim's. */
export function relationshipId({ id, attributes }: LinkClaim, taken: ReadonlySet<string>): string {
  const own = String(attributes.find(([key]) => key === "id")?.[1] ?? "");
  return typeInId(own) === "relationship" && !taken.has(own) ? own : stixIdOf("relationship", `claim ${id}`);
}

const confidences = [undefined, 90, 70, 50, 30, 10, undefined];

function isConfidence(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 100;
}

/** "Denied by Ukraine: Ann owns Acme (all of it)." */
function wordsOf({ stance, speaker, subject, object, note }: LinkClaim, label: string, { things }: RelationshipWriting): string {
  const name = (id: LinkClaim["subject"]) => things.get(id)?.entity.name ?? id;
  const how = stance === "denies" ? "Denied" : stance === "alleges" ? "Alleged" : speaker === null ? "" : "Said";
  const said =
    how === ""
      ? ""
      : `${how}${speaker === null ? "" : ` by ${name(speaker)}`}${stance === "denies" ? "" : ", not established"}: `;
  return `${said}${name(subject)} ${label} ${name(object)}${note === "" ? "" : ` (${note})`}`;
}

/** From the first day that it may have begun to the last that it may have ended; an end without a limit is left out. */
function datesOf(during: string | null): { readonly start_time?: string; readonly stop_time?: string } {
  const interval = during === null ? undefined : parsePartialInterval(during);
  if (interval === undefined) return {};
  const [start, end] = [timeOf(interval.start.earliest, 0), timeOf(interval.end.latest, 86_399_999)];
  return { ...(start === null ? {} : { start_time: start }), ...(end === null ? {} : { stop_time: end }) };
}

/** Null outside the years that STIX can write. */
function timeOf(day: number, ms: number): string | null {
  const time = day * 86_400_000 + ms;
  return time >= -62_135_596_800_000 && time < 253_402_300_800_000 ? new Date(time).toISOString() : null;
}

function referenceOf({ title, publisher, url }: Source): object {
  return { source_name: publisher ?? title, description: title, ...(url === null ? {} : { url }) };
}
