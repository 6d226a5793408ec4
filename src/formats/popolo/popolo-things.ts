import type { ReadContext, ReadRecord } from "../format.ts";
import type { GraphPlace } from "../graph-records.ts";
import { attributesOf } from "../json-graph.ts";
import { isJsonObject, type JsonObject, type JsonValue, listAt, textAt, textIn } from "../json-value.ts";
import { brokenText, isSoundJson } from "../sound-json.ts";
import { isOneLine, plainClaim, type RelationWords, type ThingClaim, type ThingRecords } from "../thing-records.ts";
import type { MembershipOf, Memberships } from "./memberships.ts";
import { duringOf, sourcesOf } from "./said-of.ts";

export const thingLists = ["persons", "people", "organizations", "posts", "areas", "events"] as const;
export type ThingList = (typeof thingLists)[number];

/** Where a thing refers to others. */
const references: readonly (readonly [key: string, relation: string, words: RelationWords])[] = [
  ["parent_id", "part-of", {}],
  ["organization_id", "belongs-to", { inverse: "has", family: "affiliation" }],
  ["area_id", "located-in", {}],
];
const ownKeys = ["id", "name", "label", "other_names", "identifiers", "links", "contact_details", "images", "sources"];
const shortKeys = ["summary", "description"];

/**
 * People, organizations, posts, areas and events of Popolo: an entity each, with a claim for each value, identifier, link and contact, and for each
 * thing that it refers to. Of its one source, where it has one alone; of several nobody can tell which says what, and it is the file's word.
 */
export class PopoloThings {
  readonly #context: ReadContext;
  readonly #records: ThingRecords;
  readonly #memberships: Memberships;

  constructor(context: ReadContext, records: ThingRecords, memberships: Memberships) {
    this.#context = context;
    this.#records = records;
    this.#memberships = memberships;
  }

  *take(thing: JsonValue, list: ThingList, place: GraphPlace): Generator<ReadRecord> {
    const [id, isSound] = [textAt(thing, "id"), isSoundJson(thing)];
    if (!isJsonObject(thing) || id === "" || !isSound) {
      const message = "wanted an object with an id, got something else";
      yield this.#records.problem(place, isSound ? { kind: "no-thing", message } : brokenText, "dropped");
      return;
    }
    if (this.#records.hasEntity(id)) {
      const message = `wanted each id once, got ${JSON.stringify(id.slice(0, 80))} again; what both say is kept`;
      yield this.#records.problem(place, { kind: "repeated-id", message }, "merged");
    }
    const short = shortKeys.find((key) => textAt(thing, key) !== "" && isOneLine(textAt(thing, key)));
    yield* this.#records.entity({
      id,
      type: typeOfThing(thing, list),
      name: textAt(thing, "name") || textAt(thing, "label"),
      aliases: listAt(thing, "other_names").map((each) => textAt(each, "name")),
      description: short === undefined ? "" : textAt(thing, short),
    });
    const documents = sourcesOf(thing, this.#context);
    const source = documents.length === 1 ? documents[0]! : null;
    yield* this.#said(thing, { ...plainClaim, subject: id, source, place }, short);
    for (const document of documents.length > 1 ? documents : [])
      yield* this.#attribute({ ...plainClaim, subject: id, source: document, place }, "reference", document.id);
    if (list === "events") yield* this.#memberships.period(id, duringOf(thing));
    for (const each of listAt(thing, "memberships")) yield* this.#memberships.take(each, ofThing(id, list), place);
  }

  *#said(thing: JsonObject, claim: ThingClaim, short: string | undefined): Generator<ReadRecord> {
    const taken = [...ownKeys, "memberships", ...references.map(([key]) => key), ...(short === undefined ? [] : [short])];
    for (const { key, value } of attributesOf(Object.entries(thing).filter(([name]) => !taken.includes(name))))
      yield* this.#attribute(claim, key, value);
    for (const [key, relation, words] of references) {
      const object = textAt(thing, key);
      if (object === "") continue;
      yield* this.#records.relation(relation, words);
      yield* this.#records.link({ ...claim, relation, object, attributes: [] });
    }
    yield* this.#lists(thing, claim);
  }

  *#lists(thing: JsonObject, claim: ThingClaim): Generator<ReadRecord> {
    for (const each of listAt(thing, "other_names")) yield* this.#formerName(each, claim);
    for (const each of listAt(thing, "identifiers"))
      yield* this.#attribute(claim, textAt(each, "scheme") || "identifier", textAt(each, "identifier"));
    for (const each of listAt(thing, "contact_details"))
      yield* this.#attribute({ ...claim, during: duringOf(each) }, textAt(each, "type") || "contact", textAt(each, "value"));
    for (const each of listAt(thing, "links"))
      yield* this.#attribute({ ...claim, note: textAt(each, "note") }, "link", textAt(each, "url"));
    for (const each of listAt(thing, "images")) {
      const url = isJsonObject(each) ? textAt(each, "url") : textIn(each);
      if (url !== textAt(thing, "image")) yield* this.#attribute(claim, "image", url);
    }
  }

  /** A name that was borne for a time, or that somebody says something of, is a claim beside the other name. */
  *#formerName(each: JsonValue, claim: ThingClaim): Generator<ReadRecord> {
    const during = duringOf(each);
    const note = textAt(each, "note");
    if (during !== null || (note !== "" && note !== "multilingual"))
      yield* this.#attribute({ ...claim, during, note }, "other_name", textAt(each, "name"));
  }

  *#attribute(claim: ThingClaim, property: string, value: string | number | boolean): Generator<ReadRecord> {
    if (property !== "" && value !== "") yield* this.#records.attribute({ ...claim, property, value });
  }
}

function typeOfThing(thing: JsonObject, list: ThingList): string {
  if (list === "persons" || list === "people") return "person";
  if (list === "areas") return "place";
  const classification = textAt(thing, "classification").toLowerCase();
  if (list === "events") return classification.endsWith("election") ? "election" : "event";
  if (list === "posts") return "post";
  return ["legislature", "chamber", "ministry", "executive", "government"].includes(classification)
    ? "public-body"
    : "organization";
}

function ofThing(id: string, list: ThingList): MembershipOf {
  if (list === "organizations") return { organization: id };
  return list === "posts" ? { post: id } : { person: id };
}
