import type { EntityId } from "../../base/ids.ts";
import type { AttributeClaim, LinkClaim } from "../../claims/claim.ts";
import type { Entity } from "../../claims/entity.ts";
import { kindsOf } from "../../claims/ontology.ts";
import type { ExportContent } from "../format.ts";
import { isPlainValue } from "../own-values.ts";
import { FieldSet, stixTime } from "./field-set.ts";
import { stixFields } from "./object-fields.ts";
import { stixIdOf, thingType, typeInId } from "./own.ts";

/** An entity as the object that it is to be. */
export interface StixThing {
  readonly entity: Entity;
  readonly type: string;
  readonly id: string;
  /** The identity that made it. */
  readonly creator: EntityId | null;
  /** What it refers to, where its type has a list of references. */
  readonly refs: readonly EntityId[];
  readonly values: readonly AttributeClaim[];
}

/** What each entity of a case is to be in STIX, before anything is written: ends and creators are named by their ids there. */
export interface CaseAsObjects {
  readonly things: ReadonlyMap<EntityId, StixThing>;
  /** Link claims that are fields of objects, and no relationships of their own. */
  readonly inFields: ReadonlySet<LinkClaim>;
}

export function caseAsObjects({
  entities,
  claims,
  ontology,
}: Pick<ExportContent, "entities" | "claims" | "ontology">): CaseAsObjects {
  const values = Map.groupBy(
    claims.filter((claim): claim is AttributeClaim => claim.kind === "attribute"),
    ({ subject }) => subject,
  );
  const links = claims.filter((claim): claim is LinkClaim => claim.kind === "link" && isBare(claim));
  const typeOf = new Map(entities.map((entity) => [entity.id, typesFor(entity, ontology)]));
  const made = links.filter(
    ({ relation, object, speaker }) => relation === "created-by" && speaker === object && typeOf.get(object)?.[0] === "identity",
  );
  const creators = new Map(made.map((claim) => [claim.subject, claim]));
  const told = links.filter(
    ({ relation, subject, speaker }) =>
      relation === "object" &&
      speaker === (creators.get(subject)?.object ?? null) &&
      typeOf.get(subject)?.some((type) => stixFields.get(type)?.has("object_refs")),
  );
  const refs = Map.groupBy(told, ({ subject }) => subject);
  const things = new Map<EntityId, StixThing>();
  for (const entity of entities) {
    const creator = creators.get(entity.id)?.object ?? null;
    const some = {
      entity,
      creator,
      refs: (refs.get(entity.id) ?? []).map(({ object }) => object),
      values: values.get(entity.id) ?? [],
    };
    const type = (typeOf.get(entity.id) ?? []).find((each) => isWhole(some, each)) ?? thingType;
    things.set(entity.id, { ...some, type, id: stixIdOf(type, entity.id) });
  }
  const isInField = (claim: LinkClaim) => stixFields.get(things.get(claim.subject)?.type ?? "")?.has("object_refs") === true;
  const inFields = new Set([...creators.values(), ...told.filter(isInField)]);
  return { things, inFields };
}

/** No more than its words: a field of an object says nothing else. */
function isBare({ stance, during, about, note, credibility, attributes }: LinkClaim): boolean {
  return (
    stance === "asserts" && during === null && about === null && note === "" && credibility === null && attributes.length === 0
  );
}

/** Types that an entity could be written as, the likeliest first: what its id says, what its type is called in STIX. */
function typesFor({ id, type }: Entity, ontology: ExportContent["ontology"]): string[] {
  const inId = typeInId(id);
  const named = kindsOf(ontology, type).map((kind) => ontology.types.get(kind)?.stix ?? kind);
  return [...(inId === null ? [] : [inId]), ...named].filter((each) => stixFields.has(each));
}

function isWhole({ entity, creator, refs, values }: Omit<StixThing, "type" | "id">, type: string): boolean {
  const fields = fieldsOf({ entity, creator, refs, values, type, id: "" }).set;
  if (refs.length > 0) fields.add("object_refs", `${thingType}--00000000-0000-4000-8000-000000000000`);
  if (type === "malware" && !fields.has("is_family")) fields.add("is_family", false);
  return fields.isWhole();
}

/** The fields that name and values fill; the values that fill none; when it was made, where a value says so. */
export function fieldsOf({ entity, creator, values, type }: StixThing) {
  const set = new FieldSet(stixFields.get(type) ?? new Map());
  const isNamed = set.add("name", entity.name);
  const isListed = entity.aliases.length === 0 || entity.aliases.every((alias) => set.add("aliases", alias));
  const isDescribed = entity.description === "" || set.add("description", entity.description);
  const times = new Map<string, string>();
  const rest: AttributeClaim[] = [];
  const references: AttributeClaim[] = [];
  for (const claim of values) {
    const { property, value } = claim;
    const isSaid = claim.speaker === creator && isPlainValue({ ...claim, speaker: null });
    if (isSaid && isTime(claim) && !times.has(property)) times.set(property, String(value));
    else if (isReference(claim)) references.push(claim);
    else if (!isSaid || !set.add(property, value)) rest.push(claim);
  }
  return { set, isNamed, isListed, isDescribed, times, rest, references };
}

function isTime({ property, value }: AttributeClaim): boolean {
  return (property === "created" || property === "modified") && typeof value === "string" && stixTime.test(value);
}

function isReference(claim: AttributeClaim): boolean {
  return isPlainValue(claim) && (claim.property === "external_id" || claim.property === "reference");
}
