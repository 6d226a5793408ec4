import type { Claim } from "../../claims/claim.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import type { GraphPlace } from "../graph-records.ts";
import { isJsonObject, type JsonObject, type JsonValue, textAt, textsAt } from "../json-value.ts";
import { brokenText, isSoundJson } from "../sound-json.ts";
import { isOneLine, plainClaim, type ThingClaim, type ThingLink, ThingRecords } from "../thing-records.ts";
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
    const modified = textAt(object, "modified") || textAt(object, "created");
    const before = this.#versions.get(id);
    if (before === undefined) {
      this.#versions.set(id, { modified, claims: yield* this.#claims(object, type, place) });
      return;
    }
    yield this.#again(id, modified === before.modified ? "what both say is kept" : "the latest counts", place);
    if (modified >= before.modified) yield* this.#replace(before, { object, id, type, modified, place });
  }

  *#replace(before: Version, { object, id, type, modified, place }: Told): Generator<ReadRecord> {
    const isSame = modified === before.modified;
    const claims = new Set(yield* this.#claims(object, type, place));
    this.#versions.set(id, { modified, claims: [...(isSame ? before.claims : []), ...claims] });
    const reason = `a later version of ${id} is in ${this.#context.file}`;
    for (const claim of isSame ? [] : before.claims) if (!claims.has(claim)) yield { kind: "withdrawn", claim, reason };
  }

  #again(id: string, how: string, place: GraphPlace): ReadRecord {
    const message = `wanted each object once, got ${JSON.stringify(id.slice(0, 80))} again; ${how}`;
    return this.#records.problem(place, { kind: "repeated-id", message }, "merged");
  }

  *#claims(object: JsonObject, type: string, place: GraphPlace): Claims {
    if (type === "relationship") return yield* this.#relationship(object, place);
    if (type === "sighting") return yield* this.#sighting(object, place);
    return yield* this.#thing(object, place);
  }

  *#relationship(object: JsonObject, place: GraphPlace): Claims {
    const [subject, target] = [textAt(object, "source_ref"), textAt(object, "target_ref")];
    const relation = textAt(object, "relationship_type") || "related-to";
    if (subject === "" || target === "") {
      const lacking = subject === "" ? "source_ref" : "target_ref";
      const message = `wanted a source_ref and a target_ref, got no ${lacking}: ${textAt(object, "id").slice(0, 80)}`;
      yield this.#records.problem(place, { kind: "empty-end", message }, "dropped");
      return [];
    }
    yield* this.#records.relation(relation, { ...stixRelations.get(relation), stix: relation });
    const taken = new Set(["relationship_type", "source_ref", "target_ref", "description", "start_time", "stop_time"]);
    return yield* this.#said(object, {
      ...plainClaim,
      ...datesOf(object, "start_time", "stop_time"),
      subject,
      relation,
      object: target,
      speaker: speakerOf(object),
      note: textAt(object, "description"),
      credibility: gradeOf(object),
      attributes: [["id", textAt(object, "id")], ...attributesOf(object, taken)],
      place,
    });
  }

  /** By its creator (or the file), and by each document that it refers to; taken back where it was revoked. */
  *#said(object: JsonObject, link: ThingLink): Claims {
    const documents = referencesOf(object, this.#context).flatMap(({ source }) => (source === null ? [] : [source]));
    const claims: ClaimId[] = [];
    if (link.speaker !== null || documents.length === 0) claims.push(yield* this.#records.link(link));
    for (const source of documents) claims.push(yield* this.#records.link({ ...link, speaker: null, source }));
    const reason = takenBack(object, this.#context.file);
    if (reason !== null) for (const claim of claims) yield { kind: "withdrawn", claim, reason };
    return claims;
  }

  /** Without a place where it was sighted, its creator sighted it; without that, too, it is an entity. */
  *#sighting(object: JsonObject, place: GraphPlace): Claims {
    const sighted = textAt(object, "sighting_of_ref");
    const where = textsAt(object, "where_sighted_refs");
    const creator = textAt(object, "created_by_ref");
    const subjects = where.length > 0 ? where : creator === "" ? [] : [creator];
    if (sighted === "" || subjects.length === 0) return yield* this.#thing(object, place);
    yield* this.#records.relation("sighted", stixRelations.get("sighted") ?? {});
    const taken = new Set(["sighting_of_ref", "where_sighted_refs", "description", "first_seen", "last_seen"]);
    const link = {
      ...plainClaim,
      ...datesOf(object, "first_seen", "last_seen"),
      speaker: speakerOf(object),
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

  *#thing(object: JsonObject, place: GraphPlace): Claims {
    const id = textAt(object, "id");
    const type = typeOfObject(object, this.#context.ontology);
    if (type.declared !== null) yield* this.#records.type(type.declared);
    const described = textAt(object, "description");
    const isShort = described !== "" && isOneLine(described);
    yield* this.#records.entity({
      id,
      type: type.id,
      name: nameKeys.map((key) => textAt(object, key)).find((name) => name.trim() !== "") ?? "",
      aliases: [...textsAt(object, "aliases"), ...textsAt(object, "x_mitre_aliases"), ...namesElsewhere(object)],
      description: isShort ? described : "",
    });
    const claim = { ...plainClaim, subject: id, speaker: speakerOf(object), said: datesOf(object, "", "").said, place };
    const taken = new Set(["name", "aliases", "x_mitre_aliases", ...(isShort ? ["description"] : [])]);
    const creator = textAt(object, "created_by_ref");
    const claims: ClaimId[] = [];
    if (creator !== "") claims.push(yield* this.#reference(claim, "created-by", creator));
    for (const [property, value] of attributesOf(object, taken)) {
      const relation = relationOfKey(property, value);
      if (relation !== null && typeof value === "string") claims.push(yield* this.#reference(claim, relation, value));
      else claims.push(yield* this.#records.attribute({ ...claim, property, value }));
    }
    return [...claims, ...(yield* this.#documents(object, claim))];
  }

  *#reference(claim: ThingClaim, relation: string, object: string): Generator<ReadRecord, ClaimId> {
    yield* this.#records.relation(relation, stixRelations.get(relation) ?? {});
    return yield* this.#records.link({ ...claim, relation, object, attributes: [] });
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
