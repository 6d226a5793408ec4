import type { ClaimAttributes } from "../../claims/claim.ts";
import type { Source } from "../../claims/source.ts";
import { contentNumber } from "../content-id.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import type { GraphPlace } from "../graph-records.ts";
import { dayOfTime, spanOf } from "../iso-days.ts";
import type { JsonValue } from "../json-value.ts";
import { fieldOf, textAt } from "../json-value.ts";
import { troubleIn } from "../sound-json.ts";
import { isOneLine, plainClaim, type ThingClaim, ThingRecords } from "../thing-records.ts";
import { numberOrText } from "../values.ts";
import { ownClaim } from "./own-claim.ts";
import { type FtmEntity, type FtmValue, parseFtmEntity } from "./parse-entity.ts";
import { datasetSource, firstText, sourcesOf } from "./provenance.ts";
import { ftmRelations } from "./relations.ts";
import { type FtmSchema, ftmSchemata } from "./schemata.ts";
import { typeOfSchema } from "./types.ts";

/** Properties that name a thing, the first that is there. */
const nameKeys = [
  ...["name", "title", "fileName", "full", "subject", "caseNumber", "number", "registrationNumber"],
  ...["publicKey", "username", "program", "summary"],
];
/** What the note of a link is: in what two entities are linked. */
const noteKeys = ["role", "relationship", "program", "purpose", "ownershipType", "summary"];
/** What a link is about, beside its ends. */
const aboutKeys = ["contract", "project", "callForTenders"];
const provenanceKeys = ["sourceUrl", "publisher", "retrievedAt"];

/**
 * What entities of FollowTheMoney mean. One of a link schema that has both its ends is a claim for each pair of ends and each document
 * that it names; one that lacks an end, and every other, is an entity, and its references to others are claims of relations that
 * are called as the property is. Each value is an attribute claim; names are the entity's own.
 */
export class FtmEntities {
  readonly #context: ReadContext;
  readonly #records: ThingRecords;
  /** By id a number for what was said under it. */
  readonly #seen = new Map<string, number>();
  /** Keys beside the properties that have no place, and where the first stands. */
  readonly #left = new Map<string, GraphPlace>();

  constructor(context: ReadContext) {
    this.#context = context;
    this.#records = new ThingRecords(context, "ftm");
  }

  *take(given: JsonValue, place: GraphPlace): Generator<ReadRecord> {
    const trouble = troubleIn(given);
    const entity = trouble === null ? parseFtmEntity(given) : null;
    if (entity === null) {
      const message = "wanted an entity with an id, a schema and properties, got something else";
      yield this.#records.problem(place, trouble ?? { kind: "not-an-entity", message }, "dropped");
      return;
    }
    for (const nested of entity.nested) yield* this.#nested(nested, place);
    if (yield* this.#isRepeated(entity.id, given, place)) return;
    for (const key of entity.others) if (!this.#left.has(key)) this.#left.set(key, place);
    const schema = ftmSchemata.get(entity.schema);
    if (!(yield* this.#links(entity, schema, place))) yield* this.#thing(entity, schema, place);
  }

  /** What was left out, once for each key. */
  *end(): Generator<ReadRecord> {
    for (const [key, place] of this.#left) {
      const message = `wanted properties, got ${JSON.stringify(key.slice(0, 60))} beside them; it is left out`;
      yield this.#records.problem(place, { kind: "left-out", message });
    }
  }

  /** An entity that stands within another is told once, if it is told apart nowhere else. */
  *#nested(given: JsonValue, place: GraphPlace): Generator<ReadRecord> {
    const id = textAt(given, "id");
    if (!this.#seen.has(id)) yield* this.take(given, place);
  }

  *#isRepeated(id: string, given: JsonValue, place: GraphPlace): Generator<ReadRecord, boolean> {
    const said = contentNumber(given);
    const before = this.#seen.get(id);
    this.#seen.set(id, said);
    if (before === undefined) return false;
    if (before === said) return true;
    const message = `wanted a new id, got ${JSON.stringify(id.slice(0, 60))} again in other words; what both say is kept`;
    yield this.#records.problem(place, { kind: "repeated-id", message });
    return false;
  }

  *#thing(entity: FtmEntity, schema: FtmSchema | undefined, place: GraphPlace): Generator<ReadRecord> {
    const { id, properties, own } = entity;
    const type = typeOfSchema(entity.schema, this.#context.ontology);
    if (type.declared !== null) yield* this.#records.type(type.declared);
    const named = nameKeys.map((key) => firstText(properties.get(key))).find((name) => name !== null && name.trim() !== "");
    const others = ["name", "alias", "previousName"].flatMap((key) => properties.get(key) ?? []);
    const described = ["summary", "description"].find((key) => isOneLine(firstText(properties.get(key)) ?? "\n"));
    yield* this.#records.entity({
      id,
      type: textAt(own, "type") || type.id,
      name: entity.caption || (named ?? ""),
      aliases: others.map(({ value }) => String(value)),
      description: described === undefined ? "" : (firstText(properties.get(described)) ?? ""),
    });
    if (fieldOf(own, "placeholder") === true) return;
    const sources = sourcesOf(entity, this.#context);
    const only = sources.length === 1 ? sources[0]! : null;
    const claim = { ...plainClaim, source: only, said: dayOfTime(entity.firstSeen), place, subject: id };
    const taken = new Set(["name", "alias", ...(only === null ? [] : provenanceKeys)]);
    for (const [property, values] of properties)
      if (!taken.has(property))
        for (const value of property === described ? values.slice(1) : values)
          yield* this.#value({ claim, property, value, type: schema?.properties.get(property) });
    const about = [
      ...entity.seen,
      ...(entity.datasets.length > 0 && only?.id !== datasetSource(entity.datasets[0]!).id
        ? entity.datasets.map((name) => ["dataset", name] as const)
        : []),
      ...entity.referents.map((referent) => ["referent", referent] as const),
    ];
    for (const [property, value] of about) yield* this.#records.attribute({ ...claim, property, value });
  }

  *#value({ claim, property, value, type }: ValueOf): Generator<ReadRecord> {
    if (value.isEntity || type === "entity") {
      yield* this.#records.relation(property, {});
      yield* this.#records.link({ ...claim, relation: property, object: String(value.value), attributes: [] });
    } else yield* this.#records.attribute({ ...claim, property, value: scalarOf(value, type) });
  }

  /** False for what is no link. */
  *#links(entity: FtmEntity, schema: FtmSchema | undefined, place: GraphPlace): Generator<ReadRecord, boolean> {
    const edge = schema?.edge ?? null;
    if (edge === null || schema === undefined) return false;
    const { properties } = entity;
    const subjects = yield* this.#ends(properties.get(edge.source), schema.properties.get(edge.source), entity);
    const objects = (properties.get(edge.target) ?? []).map(({ value }) => String(value));
    if (subjects.length === 0 || objects.length === 0) {
      const lacking = subjects.length === 0 ? edge.source : edge.target;
      const message = `wanted both ends of ${entity.schema}, got no ${lacking}; it is kept as an entity`;
      yield this.#records.problem(place, { kind: "empty-end", message });
      return false;
    }
    const own = ownClaim(entity.own);
    const relation = own?.relation ?? edge.relation;
    const words = own === null ? ftmRelations.get(relation) : { symmetric: own.symmetric };
    if (words !== undefined) yield* this.#records.relation(relation, words);
    const sources: readonly (Source | null)[] = own !== null ? [own.source] : orFile(sourcesOf(entity, this.#context));
    const said = own ?? this.#said(entity, schema);
    for (const subject of subjects)
      for (const object of objects)
        for (const source of sources)
          yield* this.#records.link({ ...plainClaim, ...said, subject, relation, object, source, place });
    return true;
  }

  /** The ids of an end; where the schema has only a name there (who sanctioned), an entity of that name, known by it. */
  *#ends(values: readonly FtmValue[] = [], type: string | undefined, { own }: FtmEntity): Generator<ReadRecord, readonly string[]> {
    if (type === "entity" || values.some(({ isEntity }) => isEntity)) return values.map(({ value }) => String(value));
    const known = textAt(own, "subject");
    if (known !== "") return [known];
    const ids: string[] = [];
    for (const { value } of values) {
      const name = String(value);
      const id = `authority:${name}`;
      if (!this.#records.hasEntity(id))
        yield* this.#records.entity({ id, type: "public-body", name, aliases: [], description: "" });
      ids.push(id);
    }
    return ids;
  }

  #said(entity: FtmEntity, schema: FtmSchema): Pick<ThingClaim, "during" | "said" | "about" | "note"> & { attributes: ClaimAttributes } {
    const { properties } = entity;
    const texts = (key: string) => (properties.get(key) ?? []).map(({ value }) => String(value));
    const day = (key: string) => dayOfTime(texts(key)[0] ?? "");
    const [start, end, date] = [day("startDate"), day("endDate"), day("date")];
    const span = spanOf(start ?? (end === null ? null : date), end);
    const noteKey = noteKeys.find((key) => properties.has(key));
    const aboutKey = aboutKeys.find((key) => properties.has(key) && schema.edge?.source !== key && schema.edge?.target !== key);
    const usesDate = start === null && date !== null;
    const once = new Set([noteKey, aboutKey, ...(start === null ? [] : ["startDate"]), end === null ? "" : "endDate", usesDate ? "date" : ""]);
    const whole = new Set([schema.edge?.source, schema.edge?.target, ...provenanceKeys.slice(0, texts("sourceUrl").length > 0 ? 3 : 0)]);
    const rest = [...properties]
      .filter(([key]) => !whole.has(key))
      .flatMap(([key, values]) =>
        values.slice(once.has(key) ? 1 : 0).map((value) => [key, scalarOf(value, schema.properties.get(key))] as const),
      );
    return {
      during: span ?? (usesDate ? date : null),
      said: dayOfTime(entity.firstSeen),
      about: aboutKey === undefined ? null : (texts(aboutKey)[0] ?? null),
      note: noteKey === undefined ? "" : (texts(noteKey)[0] ?? ""),
      attributes: [
        ["id", entity.id],
        ...rest,
        ...entity.seen,
        ...(texts("sourceUrl").length > 0 ? entity.datasets.map((name) => ["dataset", name] as const) : []),
        ...entity.referents.map((referent) => ["referent", referent] as const),
      ],
    };
  }
}

interface ValueOf {
  readonly claim: ThingClaim;
  readonly property: string;
  readonly value: FtmValue;
  readonly type: string | undefined;
}

function scalarOf({ value }: FtmValue, type: string | undefined): string | number | boolean {
  return type === "number" && typeof value === "string" ? numberOrText(value) : value;
}

function orFile(sources: readonly Source[]): readonly (Source | null)[] {
  return sources.length === 0 ? [null] : sources;
}
