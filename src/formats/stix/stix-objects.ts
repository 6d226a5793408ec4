import type { Claim } from "../../claims/claim.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import type { GraphPlace } from "../graph-records.ts";
import { fieldOf, isJsonObject, type JsonObject, type JsonValue, textAt, textsAt } from "../json-value.ts";
import { type OwnClaim, ownClaim } from "../own-claim.ts";
import { ownValuesIn } from "../own-values.ts";
import { brokenText, isSoundJson } from "../sound-json.ts";
import { isOneLine, plainClaim, type ThingClaim, type ThingLink, ThingRecords } from "../thing-records.ts";
import { isOwnFrame, type OwnObject, withoutOwn } from "./own.ts";
import { namesElsewhere, referencesOf } from "./references.ts";
import { attributesOf, datesOf, gradeOf, relationOfKey, speakerOf, takenBack } from "./said-by.ts";
import { typeOfObject } from "./types.ts";
import { stixRelations } from "./words.ts";

type ClaimId = Claim["id"];
type Claims = Generator<ReadRecord, readonly ClaimId[]>;

/** What was read under an id: the version, and its claims, which a later version takes the place of. */
interface Version {
  readonly modified: string;
  readonly claims: readonly ClaimId[];
}

/** An object that comes again. */
interface Told {
  readonly object: JsonObject;
  readonly id: string;
  readonly type: string;
  readonly modified: string;
  readonly place: GraphPlace;
}

type OwnLink = OwnClaim & Pick<ThingLink, "subject" | "object" | "place">;

const nameKeys = [
  "name",
  "value",
  "path",
  "display_name",
  "account_login",
  "user_id",
  "subject",
  "key",
  "command_line",
  "content",
];

/**
 * What objects of STIX mean. A relationship is what its creator says, and what each document that it refers to says; a sighting is one for
 * each place where it was; all else is an entity, with a claim for each value and each reference to another object. What was revoked
 * or deprecated is read and withdrawn. Of several versions of one id the latest counts. Held: per object its version and its claims' ids.
 */
export class StixObjects {
  readonly #context: ReadContext;
  readonly #records: ThingRecords;
  readonly #versions = new Map<string, Version>();
  /** Of objects that Clew wrote: their ids in the case. */
  readonly #ids = new Map<string, string>();

  constructor(context: ReadContext) {
    this.#context = context;
    this.#records = new ThingRecords(context, "stix");
  }

  *take(object: JsonValue, place: GraphPlace): Generator<ReadRecord> {
    const [id, type] = [textAt(object, "id"), textAt(object, "type")];
    const isSound = isSoundJson(object);
    if (!isJsonObject(object) || id === "" || type === "" || !isSound) {
      const message = "wanted an object with a type and an id, got something else";
      yield this.#records.problem(place, isSound ? { kind: "not-an-object", message } : brokenText, "dropped");
      return;
    }
    if (isOwnFrame(id)) return;
    const modified = textAt(object, "modified") || textAt(object, "created");
    const before = this.#versions.get(id);
    const told = { object, id, type, modified, place };
    if (before === undefined) this.#versions.set(id, { modified, claims: yield* this.#claims(told) });
    else yield* this.#again(before, told);
  }

  *#again(before: Version, told: Told): Generator<ReadRecord> {
    const { id, modified, place } = told;
    const how = modified === before.modified ? "what both say is kept" : "the latest counts";
    const message = `wanted each object once, got ${JSON.stringify(id.slice(0, 80))} again; ${how}`;
    yield this.#records.problem(place, { kind: "repeated-id", message }, "merged");
    if (modified >= before.modified) yield* this.#replace(before, told);
  }

  *#replace(before: Version, told: Told): Generator<ReadRecord> {
    const { id, modified } = told;
    const isSame = modified === before.modified;
    const claims = new Set(yield* this.#claims(told));
    this.#versions.set(id, { modified, claims: [...(isSame ? before.claims : []), ...claims] });
    const reason = `a later version of ${id} is in ${this.#context.file}`;
    for (const claim of isSame ? [] : before.claims) if (!claims.has(claim)) yield { kind: "withdrawn", claim, reason };
  }

  *#claims({ object: given, type, place }: Told): Claims {
    const { object, own, id } = withoutOwn(given);
    if (id !== textAt(given, "id")) this.#ids.set(textAt(given, "id"), id);
    if (type === "relationship") return yield* this.#relationship(object, own, place);
    if (type === "sighting") return yield* this.#sighting(object, place);
    return yield* this.#thing({ object, own, id }, place);
  }

  /** What an id of STIX is in the case. */
  #idOf(ref: string): string {
    return this.#ids.get(ref) ?? ref;
  }

  #speakerOf(object: JsonObject): string | null {
    const speaker = speakerOf(object);
    return speaker === null ? null : this.#idOf(speaker);
  }

  *#relationship(object: JsonObject, own: JsonObject | undefined, place: GraphPlace): Claims {
    const [subject, target] = [this.#idOf(textAt(object, "source_ref")), this.#idOf(textAt(object, "target_ref"))];
    const relation = textAt(object, "relationship_type") || "related-to";
    if (subject === "" || target === "") {
      const lacking = subject === "" ? "source_ref" : "target_ref";
      const message = `wanted a source_ref and a target_ref, got no ${lacking}: ${textAt(object, "id").slice(0, 80)}`;
      yield this.#records.problem(place, { kind: "empty-end", message }, "dropped");
      return [];
    }
    const claim = ownClaim(own);
    if (claim !== null) return yield* this.#own(object, { ...claim, subject, object: target, place });
    yield* this.#records.relation(relation, { ...stixRelations.get(relation), stix: relation });
    const taken = new Set(["relationship_type", "source_ref", "target_ref", "description", "start_time", "stop_time"]);
    return yield* this.#said(object, {
      ...plainClaim,
      ...datesOf(object, "start_time", "stop_time"),
      subject,
      relation,
      object: target,
      speaker: this.#speakerOf(object),
      note: textAt(object, "description"),
      credibility: gradeOf(object),
      attributes: [["id", textAt(object, "id")], ...attributesOf(object, taken)],
      place,
    });
  }

  /** A claim that Clew wrote, as it was. */
  *#own(object: JsonObject, { symmetric, origins, relays, ...link }: OwnLink): Claims {
    yield* this.#records.relation(link.relation, { ...stixRelations.get(link.relation), symmetric });
    for (const source of origins) yield* this.#records.source(source);
    const relayed = relays === null ? null : (this.#versions.get(relays)?.claims[0] ?? null);
    const claims = [yield* this.#records.link({ ...link, relays: relayed })];
    yield* this.#withdraw(object, claims);
    return claims;
  }

  *#withdraw(object: JsonObject, claims: readonly ClaimId[]): Generator<ReadRecord> {
    const reason = takenBack(object, this.#context.file);
    if (reason !== null) for (const claim of claims) yield { kind: "withdrawn", claim, reason };
  }

  /** By its creator (or the file), and by each document that it refers to; taken back where it was revoked. */
  *#said(object: JsonObject, link: ThingLink): Claims {
    const documents = referencesOf(object, this.#context).flatMap(({ source }) => (source === null ? [] : [source]));
    const claims: ClaimId[] = [];
    if (link.speaker !== null || documents.length === 0) claims.push(yield* this.#records.link(link));
    for (const source of documents) claims.push(yield* this.#records.link({ ...link, speaker: null, source }));
    yield* this.#withdraw(object, claims);
    return claims;
  }

  /** Without a place where it was sighted, its creator sighted it; without that, too, it is an entity. */
  *#sighting(object: JsonObject, place: GraphPlace): Claims {
    const sighted = textAt(object, "sighting_of_ref");
    const where = textsAt(object, "where_sighted_refs");
    const creator = textAt(object, "created_by_ref");
    const subjects = where.length > 0 ? where : creator === "" ? [] : [creator];
    if (sighted === "" || subjects.length === 0)
      return yield* this.#thing({ object, own: undefined, id: textAt(object, "id") }, place);
    yield* this.#records.relation("sighted", stixRelations.get("sighted") ?? {});
    const taken = new Set(["sighting_of_ref", "where_sighted_refs", "description", "first_seen", "last_seen"]);
    const link = {
      ...plainClaim,
      ...datesOf(object, "first_seen", "last_seen"),
      speaker: this.#speakerOf(object),
      note: textAt(object, "description"),
      credibility: gradeOf(object),
      attributes: [["id", textAt(object, "id")] as const, ...attributesOf(object, taken)],
      place,
    };
    const claims: ClaimId[] = [];
    for (const subject of subjects)
      claims.push(...(yield* this.#said(object, { ...link, subject, relation: "sighted", object: sighted })));
    for (const observed of textsAt(object, "observed_data_refs")) {
      yield* this.#records.relation("observed-in", stixRelations.get("observed-in") ?? {});
      claims.push(...(yield* this.#said(object, { ...link, subject: sighted, relation: "observed-in", object: observed })));
    }
    return claims;
  }

  *#thing({ object, own, id }: OwnObject, place: GraphPlace): Claims {
    yield* this.#entity({ object, own, id });
    const claim = { ...plainClaim, subject: id, speaker: this.#speakerOf(object), said: datesOf(object, "", "").said, place };
    const isShort = isOneLine(textAt(object, "description"));
    const taken = new Set(["name", "aliases", "x_mitre_aliases", ...(isShort ? ["description"] : [])]);
    const creator = textAt(object, "created_by_ref");
    const claims: ClaimId[] = [];
    if (creator !== "") claims.push(yield* this.#reference(claim, "created-by", creator));
    for (const [property, value] of attributesOf(object, taken)) {
      const relation = relationOfKey(property, value);
      if (relation !== null && typeof value === "string") claims.push(yield* this.#reference(claim, relation, value));
      else claims.push(yield* this.#records.attribute({ ...claim, property, value }));
    }
    for (const { text: _, ...said } of ownValuesIn(own)) claims.push(yield* this.#records.attribute({ ...claim, ...said }));
    return [...claims, ...(yield* this.#documents(object, claim))];
  }

  *#entity({ object, own, id }: OwnObject): Generator<ReadRecord> {
    const type = typeOfObject(object, this.#context.ontology);
    const ownType = textAt(own, "type");
    if (type.declared !== null && ownType === "") yield* this.#records.type(type.declared);
    const described = textAt(object, "description");
    const named = nameKeys.map((key) => textAt(object, key)).find((name) => name.trim() !== "");
    yield* this.#records.entity({
      id,
      type: ownType || type.id,
      name: textAt(own, "name") || (named ?? ""),
      aliases: [
        ...[...textsAt(object, "aliases"), ...textsAt(object, "x_mitre_aliases"), ...namesElsewhere(object)],
        ...textsAt(own, "aliases"),
      ],
      description: textAt(own, "description") || (isOneLine(described) ? described : ""),
      placeholder: fieldOf(own, "placeholder") === true,
    });
  }

  *#reference(claim: ThingClaim, relation: string, object: string): Generator<ReadRecord, ClaimId> {
    yield* this.#records.relation(relation, stixRelations.get(relation) ?? {});
    return yield* this.#records.link({ ...claim, relation, object: this.#idOf(object), attributes: [] });
  }

  /** What an entity is called elsewhere, said by the document there; a reference without an address is the creator's word. */
  *#documents(object: JsonObject, claim: ThingClaim): Claims {
    const claims: ClaimId[] = [];
    for (const { source, externalId, text } of referencesOf(object, this.#context)) {
      const said = source === null ? claim : { ...claim, speaker: null, source };
      if (externalId !== "") claims.push(yield* this.#records.attribute({ ...said, property: "external_id", value: externalId }));
      else if (source !== null) claims.push(yield* this.#records.attribute({ ...said, property: "reference", value: source.id }));
      else if (text !== "") claims.push(yield* this.#records.attribute({ ...said, property: "reference", value: text }));
    }
    return claims;
  }
}
