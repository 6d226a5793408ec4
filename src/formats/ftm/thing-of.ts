import type { Source } from "../../claims/source.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import type { GraphPlace } from "../graph-records.ts";
import { dayOfTime } from "../iso-days.ts";
import { fieldOf, textAt } from "../json-value.ts";
import { ownValuesIn } from "../own-values.ts";
import { isOneLine, plainClaim, type ThingClaim, type ThingRecords } from "../thing-records.ts";
import { numberOrText } from "../values.ts";
import type { FtmEntity, FtmValue } from "./parse-entity.ts";
import { firstText, provenanceKeys, sourcesOf } from "./provenance.ts";
import type { FtmSchema } from "./schemata.ts";
import { typeOfSchema } from "./types.ts";

/** Properties that name a thing, the first that is there. */
const nameKeys = [
  ...["name", "title", "fileName", "full", "subject", "caseNumber", "number", "registrationNumber"],
  ...["publicKey", "username", "program", "summary"],
];

/** What an entity that links nothing is read with. */
export interface ThingReading {
  readonly context: ReadContext;
  readonly records: ThingRecords;
  readonly schema: FtmSchema | undefined;
  readonly place: GraphPlace;
}

/** An entity, a link for each reference to another, and an attribute claim for each other value. */
export function* thingOf(entity: FtmEntity, reading: ThingReading): Generator<ReadRecord> {
  const { context, records, place } = reading;
  const described = ["summary", "description"].find((key) => isOneLine(firstText(entity.properties.get(key)) ?? "\n")) ?? "";
  yield* entityOf(entity, described, reading);
  if (fieldOf(entity.own, "placeholder") === true) return;
  const sources = sourcesOf(entity, context);
  const only = sources.length === 1 ? sources[0]! : null;
  const claim = { ...plainClaim, source: only, said: dayOfTime(entity.firstSeen), place, subject: entity.id };
  const ownValues = ownValuesIn(entity.own);
  const noted = new Set(ownValues.map(({ text }) => text));
  const taken = new Set(["name", "alias", ...(only === null ? [] : provenanceKeys)]);
  for (const [property, values] of entity.properties) {
    const rest = taken.has(property) ? [] : property === described ? values.slice(1) : values;
    yield* valuesOf(
      claim,
      property,
      rest.filter(({ value }) => !noted.has(String(value))),
      reading,
    );
  }
  for (const { text: _, ...said } of ownValues) yield* records.attribute({ ...claim, ...said });
  for (const [property, value] of besides(entity, only)) yield* records.attribute({ ...claim, property, value });
}

function* entityOf(entity: FtmEntity, described: string, { context, records }: ThingReading): Generator<ReadRecord> {
  const { properties } = entity;
  const type = typeOfSchema(entity.schema, context.ontology);
  if (type.declared !== null) yield* records.type(type.declared);
  const named = nameKeys.map((key) => firstText(properties.get(key)) ?? "").find((name) => name.trim() !== "");
  const others = ["name", "alias", "previousName"].flatMap((key) => properties.get(key) ?? []);
  yield* records.entity({
    id: entity.id,
    type: textAt(entity.own, "type") || type.id,
    name: textAt(entity.own, "name") || entity.caption || (named ?? ""),
    aliases: others.map(({ value }) => String(value)),
    placeholder: fieldOf(entity.own, "placeholder") === true,
    description: textAt(entity.own, "description") || (firstText(properties.get(described)) ?? ""),
  });
}

function* valuesOf(
  claim: ThingClaim,
  property: string,
  values: readonly FtmValue[],
  { records, schema }: ThingReading,
): Generator<ReadRecord> {
  const type = schema?.properties.get(property);
  for (const value of values)
    if (value.isEntity || type === "entity") {
      yield* records.relation(property, {});
      yield* records.link({ ...claim, relation: property, object: String(value.value), attributes: [] });
    } else yield* records.attribute({ ...claim, property, value: scalarOf(value, type) });
}

/** What stands beside the properties: when it was seen, the datasets where they are not the one source, ids that it had. */
function besides({ seen, datasets, referents }: FtmEntity, only: Source | null): (readonly [string, string | boolean])[] {
  const isSource = datasets.length === 1 && only?.id === `dataset:${datasets[0]}`;
  return [
    ...seen,
    ...(isSource ? [] : datasets.map((name) => ["dataset", name] as const)),
    ...referents.map((referent) => ["referent", referent] as const),
  ];
}

export function scalarOf({ value }: FtmValue, type: string | undefined): string | number | boolean {
  return type === "number" && typeof value === "string" ? numberOrText(value) : value;
}
