import type { EntityId } from "../../base/ids.ts";
import type { LinkClaim } from "../../claims/claim.ts";
import { relationOf } from "../../claims/ontology.ts";
import type { Standing } from "../../claims/standing.ts";
import { endsOfSpan } from "../iso-days.ts";
import { type OwnWriting, ownClaimFields } from "../own-claim.ts";
import { amountWords } from "./amount-words.ts";
import { EntityOut } from "./entity-out.ts";
import { schemaOfRelation, schemaOfType } from "./schema-of.ts";
import { type FtmSchema, ftmSchemata } from "./schemata.ts";

export interface LinkWriting extends OwnWriting {
  /** Type and name of an entity; undefined for one that is not in the content. */
  readonly entity: (id: EntityId) => { readonly type: Parameters<typeof schemaOfType>[0]; readonly name: string } | undefined;
  /** Of the link that the claim belongs to. */
  readonly standing: Standing;
}

/**
 * A claim as the link entity that it is, where its source asserts it in its own voice and the ends are what FollowTheMoney wants there; else
 * as an UnknownLink whose role says what it is: an accusation or a denial is never written as what it accuses of or denies.
 */
export function linkLine(claim: LinkClaim, id: string, writing: LinkWriting): string {
  const schema = schemaFor(claim, writing);
  const out = new EntityOut(id, schema);
  const { source, target } = schema.edge!;
  const subject = writing.entity(claim.subject)?.name ?? claim.subject;
  if (!out.refer(source, claim.subject)) out.add(source, subject);
  out.refer(target, claim.object);
  addWords(out, claim, writing);
  addDates(out, claim.during);
  for (const [key, value] of claim.attributes) if (key !== "id") out.add(key, value);
  const said = writing.source(claim.source);
  if (said !== undefined) out.source(said);
  const isNamed = schema.properties.get(source) !== "entity";
  return out.line({
    ...ownClaimFields(claim, writing),
    ...(isNamed ? { subject: claim.subject } : {}),
  });
}

function schemaFor(claim: LinkClaim, { ontology, entity }: LinkWriting): FtmSchema {
  const unknown = ftmSchemata.get("UnknownLink")!;
  const schema = claim.stance === "asserts" && claim.speaker === null ? schemaOfRelation(claim.relation, ontology) : null;
  if (schema === null) return unknown;
  const { sourceKind, targetKind } = schema.edge!;
  const isKind = (id: EntityId, kind: string | null) => {
    const type = entity(id)?.type;
    return kind === null || kind === "Thing" || (type !== undefined && schemaOfType(type, ontology).kinds.includes(kind));
  };
  return isKind(claim.subject, sourceKind) && isKind(claim.object, targetKind) ? schema : unknown;
}

/** Where schemata say in what two are linked; a role is a few words, more is a description. */
const rolesOfSchemata = ["role", "relationship", "program", "purpose"];
const longestRole = 250;

/** What it is, in what, and how firmly it stands. */
function addWords(out: EntityOut, claim: LinkClaim, writing: LinkWriting): void {
  const { relation } = claim;
  const isAmount = claim.note === amountWords((key) => claim.attributes.find(([name]) => name === key)?.[1].toString());
  const note = isAmount ? "" : claim.note;
  const how = howSaid(claim);
  const isPlain = how === "" && (out.schema.name !== "UnknownLink" || relation === "related-to" || relation === "linked-to");
  const { label } = relationOf(writing.ontology, relation);
  const words = isPlain ? note : `${how}${label}${note === "" ? "" : `: ${note}`}`;
  const isShort = words.length <= longestRole;
  if (isPlain) out.addToFirst(isShort ? [...rolesOfSchemata, "summary"] : ["description", "summary"], words);
  else out.add("role", isShort ? words : `${how}${label}`);
  if (!isPlain && !isShort) out.add("description", note);
  const summary = summaryOf(claim, writing);
  if (summary === "") return;
  out.addToFirst(["summary", "description"], summary);
  out.add("status", writing.standing);
}

/** "alleged: ", "denied: "; "" for what a source asserts in its own voice. */
function howSaid({ stance, speaker }: LinkClaim): string {
  if (stance === "denies") return "denied: ";
  return stance === "alleges" || speaker !== null ? "alleged: " : "";
}

/** "Alleged by Ukraine, not established. Contested: others deny it."; "" for what nobody doubts. */
function summaryOf({ stance, speaker }: LinkClaim, { entity, standing }: LinkWriting): string {
  const by = speaker === null ? "" : ` by ${entity(speaker)?.name ?? speaker}`;
  const contested = standing === "contested" ? "Contested: some say it, others deny it." : "";
  if (stance === "asserts" && speaker === null) return contested;
  const said = stance === "denies" ? `Denied${by}.` : `${stance === "alleges" ? "Alleged" : "Said"}${by}, not established.`;
  return [said, contested].filter((text) => text !== "").join(" ");
}

function addDates(out: EntityOut, during: string | null): void {
  const { start, end } = endsOfSpan(during);
  if (start !== null && start === end && !during!.includes("/")) out.add("date", start);
  else {
    out.add("startDate", start);
    out.add("endDate", end);
  }
}
