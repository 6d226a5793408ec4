import type { ClaimId } from "../../base/ids.ts";
import type { Source } from "../../claims/source.ts";
import { contentNumber } from "../content-id.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import type { GraphPlace } from "../graph-records.ts";
import { type JsonValue, textAt } from "../json-value.ts";
import { type OwnClaim, ownClaim } from "../own-claim.ts";
import { brokenText, isSoundJson } from "../sound-json.ts";
import { plainClaim, ThingRecords } from "../thing-records.ts";
import { type FtmEntity, type FtmValue, parseFtmEntity } from "./parse-entity.ts";
import { sourcesOf } from "./provenance.ts";
import { ftmRelations } from "./relations.ts";
import { saidOfLink } from "./said-of-link.ts";
import { type FtmEdge, type FtmSchema, ftmSchemata } from "./schemata.ts";
import { thingOf } from "./thing-of.ts";

/**
 * What entities of FollowTheMoney mean. One of a link schema that has both its ends is a claim for each pair of ends and each document
 * that it names; one that lacks an end, and every other, is an entity, and its references to others are claims of relations that
 * are called as the property is. Each value is an attribute claim; names are the entity's own. Held: ids, with a number for what each said.
 */
export class FtmEntities {
  readonly #context: ReadContext;
  readonly #records: ThingRecords;
  readonly #seen = new Map<string, number>();
  /** Claims that Clew wrote, by the ids of their link entities. */
  readonly #ownClaims = new Map<string, ClaimId>();
  /** Keys beside the properties that have no place, and where the first stands. */
  readonly #left = new Map<string, GraphPlace>();

  constructor(context: ReadContext) {
    this.#context = context;
    this.#records = new ThingRecords(context, "ftm");
  }

  *take(given: JsonValue, place: GraphPlace): Generator<ReadRecord> {
    const isSound = isSoundJson(given);
    const entity = isSound ? parseFtmEntity(given) : null;
    if (entity === null) {
      const message = "wanted an entity with an id, a schema and properties, got something else";
      yield this.#records.problem(place, isSound ? { kind: "not-an-entity", message } : brokenText, "dropped");
      return;
    }
    for (const nested of entity.nested) if (!this.#seen.has(textAt(nested, "id"))) yield* this.take(nested, place);
    if (yield* this.#isRepeated(entity.id, given, place)) return;
    yield* this.tell(entity, place);
  }

  /** Likewise of one that is at hand already, however often its id came. */
  *tell(entity: FtmEntity, place: GraphPlace): Generator<ReadRecord> {
    for (const key of entity.others) if (!this.#left.has(key)) this.#left.set(key, place);
    const schema = ftmSchemata.get(entity.schema);
    const ends = schema?.edge == null ? null : yield* this.#ends(entity, schema, schema.edge, place);
    if (ends === null) yield* thingOf(entity, { context: this.#context, records: this.#records, schema, place });
    else yield* this.#links(entity, ends, place);
  }

  /** Whether an entity of that id was read, and no link. */
  has(id: string): boolean {
    return this.#records.hasEntity(id);
  }

  /** What was left out, once for each key. */
  *end(): Generator<ReadRecord> {
    for (const [key, place] of this.#left) {
      const message = `wanted properties, got ${JSON.stringify(key.slice(0, 60))} beside them; it is left out`;
      yield this.#records.problem(place, { kind: "left-out", message }, "dropped");
    }
  }

  *#isRepeated(id: string, given: JsonValue, place: GraphPlace): Generator<ReadRecord, boolean> {
    const said = contentNumber(given);
    const before = this.#seen.get(id);
    this.#seen.set(id, said);
    if (before === undefined) return false;
    const how = before === said ? "in the same words" : "in other words; what both say is kept";
    const message = `wanted a new id, got ${JSON.stringify(id.slice(0, 60))} again ${how}`;
    yield this.#records.problem(place, { kind: "repeated-id", message }, "merged");
    return before === said;
  }

  /** Null where one is lacking, with a problem. */
  *#ends(entity: FtmEntity, schema: FtmSchema, edge: FtmEdge, place: GraphPlace): Generator<ReadRecord, LinkEnds | null> {
    const { properties } = entity;
    const objects = (properties.get(edge.target) ?? []).map(({ value }) => String(value));
    const named = properties.get(edge.source) ?? [];
    const lacking = named.length === 0 ? edge.source : objects.length === 0 ? edge.target : null;
    if (lacking !== null) {
      const message = `wanted both ends of ${entity.schema}, got no ${lacking}; it is kept as an entity`;
      yield this.#records.problem(place, { kind: "empty-end", message }, "kept");
      return null;
    }
    const isEntity = schema.properties.get(edge.source) === "entity" || named.some((value) => value.isEntity);
    const subjects = isEntity ? named.map(({ value }) => String(value)) : yield* this.#authorities(named, entity);
    return { schema, edge, subjects, objects };
  }

  /** Where the schema has only a name (who sanctioned), an entity of that name, known by it. */
  *#authorities(named: readonly FtmValue[], { own }: FtmEntity): Generator<ReadRecord, string[]> {
    const known = textAt(own, "subject");
    if (known !== "") return [known];
    const ids: string[] = [];
    for (const { value } of named) {
      const name = String(value);
      const id = `authority:${name}`;
      if (!this.#records.hasEntity(id))
        yield* this.#records.entity({ id, type: "public-body", name, aliases: [], description: "" });
      ids.push(id);
    }
    return ids;
  }

  *#links(entity: FtmEntity, ends: LinkEnds, place: GraphPlace): Generator<ReadRecord> {
    const own = ownClaim(entity.own);
    if (own !== null) {
      yield* this.#own(entity.id, { ...own, place }, ends);
      return;
    }
    const { schema, edge, subjects, objects } = ends;
    const words = ftmRelations.get(edge.relation);
    if (words !== undefined) yield* this.#records.relation(edge.relation, words);
    const claim = { ...plainClaim, ...saidOfLink(entity, schema, edge), relation: edge.relation, place };
    for (const subject of subjects)
      for (const object of objects)
        for (const source of orFile(sourcesOf(entity, this.#context)))
          yield* this.#records.link({ ...claim, subject, object, source });
  }

  /** A claim that Clew wrote, as it was. */
  *#own(
    id: string,
    { symmetric, origins, relays, ...claim }: OwnClaim & { place: GraphPlace },
    ends: LinkEnds,
  ): Generator<ReadRecord> {
    yield* this.#records.relation(claim.relation, { symmetric });
    for (const source of origins) yield* this.#records.source(source);
    const relayed = relays === null ? null : (this.#ownClaims.get(relays) ?? null);
    for (const subject of ends.subjects)
      for (const object of ends.objects)
        this.#ownClaims.set(id, yield* this.#records.link({ ...claim, subject, object, relays: relayed }));
  }
}

interface LinkEnds {
  readonly schema: FtmSchema;
  readonly edge: FtmEdge;
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
}

function orFile(sources: readonly Source[]): readonly (Source | null)[] {
  return sources.length === 0 ? [null] : sources;
}
