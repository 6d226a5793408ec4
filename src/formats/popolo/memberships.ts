import type { ClaimAttributes } from "../../claims/claim.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import type { GraphPlace } from "../graph-records.ts";
import { attributesOf } from "../json-graph.ts";
import { isJsonObject, type JsonObject, type JsonValue, objectAt, textAt } from "../json-value.ts";
import { brokenText, isSoundJson } from "../sound-json.ts";
import { plainClaim, type RelationWords, type ThingLink, type ThingRecords } from "../thing-records.ts";
import { duringOf, sourcesOf } from "./said-of.ts";

/** What the thing says in which a membership stands: whose it is. */
export interface MembershipOf {
  readonly person?: string;
  readonly organization?: string;
  readonly post?: string;
}

const ends: readonly (readonly [key: string, relation: string, words: RelationWords])[] = [
  ["organization_id", "member-of", { inverse: "has member", family: "affiliation" }],
  ["post_id", "holds-office", { inverse: "held by", family: "property" }],
  ["on_behalf_of_id", "represents", { inverse: "represented by", family: "affiliation" }],
  ["area_id", "represents", { inverse: "represented by", family: "affiliation" }],
];
const nested = ["person", "member", "organization", "post", "on_behalf_of", "area"];
const taken = ["person_id", "member_id", ...nested, "role", "label", "sources", "start_date", "end_date"];
const periodKey = "legislative_period_id";

/**
 * Memberships: for each organization, post, party (`on_behalf_of`) and area that one names a claim, of each of its sources. The dates of one that
 * has none are those of its legislative period, which may come later in the file: it waits until then, and to the end at most.
 */
export class Memberships {
  readonly #context: ReadContext;
  readonly #records: ThingRecords;
  readonly #periods = new Map<string, string | null>();
  readonly #waiting = new Map<
    string,
    { readonly membership: JsonObject; readonly of: MembershipOf; readonly place: GraphPlace }[]
  >();

  constructor(context: ReadContext, records: ThingRecords) {
    this.#context = context;
    this.#records = records;
  }

  *take(membership: JsonValue, of: MembershipOf, place: GraphPlace): Generator<ReadRecord> {
    if (!isJsonObject(membership) || !isSoundJson(membership)) {
      const message = "wanted a membership with a person and an organization, got something else";
      yield this.#records.problem(
        place,
        isJsonObject(membership) ? brokenText : { kind: "not-a-membership", message },
        "dropped",
      );
      return;
    }
    const [during, period] = [duringOf(membership), textAt(membership, periodKey)];
    const waiting = this.#waiting.get(period);
    if (during !== null || period === "") yield* this.#claims(membership, of, { place, during });
    else if (this.#periods.has(period)) yield* this.#claims(membership, of, { place, during: this.#periods.get(period)! });
    else if (waiting !== undefined) waiting.push({ membership, of, place });
    else this.#waiting.set(period, [{ membership, of, place }]);
  }

  /** An event: memberships that wait for its dates are told now. */
  *period(id: string, during: string | null): Generator<ReadRecord> {
    this.#periods.set(id, during);
    const waiting = this.#waiting.get(id) ?? [];
    this.#waiting.delete(id);
    for (const { membership, of, place } of waiting) yield* this.#claims(membership, of, { place, during });
  }

  /** Those whose period never came. */
  *end(): Generator<ReadRecord> {
    for (const waiting of this.#waiting.values())
      for (const { membership, of, place } of waiting) yield* this.#claims(membership, of, { place, during: null });
  }

  *#claims(
    membership: JsonObject,
    of: MembershipOf,
    { place, during }: { readonly place: GraphPlace; readonly during: string | null },
  ): Generator<ReadRecord> {
    const subject = memberOf(membership) || (of.person ?? "");
    const objects = ends.filter(([key]) => endOf(membership, key, of) !== "");
    if (subject === "" || objects.length === 0) {
      yield this.#noEnd(subject === "" ? "member" : "organization", place);
      return;
    }
    const named = sourcesOf(membership, this.#context);
    const documents = named.length === 0 ? [null] : named;
    const claim = { ...plainClaim, subject, during, about: textAt(membership, periodKey) || null, place };
    for (const [key, relation, words] of objects) {
      yield* this.#records.relation(relation, words);
      const note = noteOf(membership, key);
      const object = endOf(membership, key, of);
      const link: ThingLink = { ...claim, relation, object, note, attributes: restOf(membership, key, during) };
      for (const source of documents) yield* this.#records.link({ ...link, source });
    }
  }

  #noEnd(lacking: string, place: GraphPlace): ReadRecord {
    const message = `wanted a member and an organization, got no ${lacking}`;
    return this.#records.problem(place, { kind: "empty-end", message }, "dropped");
  }
}

function noteOf(membership: JsonObject, end: string): string {
  return end === "area_id" ? "constituency" : textAt(membership, "role") || textAt(membership, "label");
}

function memberOf(membership: JsonObject): string {
  const ids = ["person_id", "member_id"].map((key) => textAt(membership, key));
  const within = ["person", "member"].map((key) => textAt(objectAt(membership, key), "id"));
  return [...ids, ...within].find((id) => id !== "") ?? "";
}

/** By its id, as an object that stands in its place, or as what the membership stands in. */
function endOf(membership: JsonObject, key: string, { organization = "", post = "" }: MembershipOf): string {
  const within = key === "organization_id" ? organization : key === "post_id" ? post : "";
  return textAt(membership, key) || textAt(objectAt(membership, key.slice(0, -"_id".length)), "id") || within;
}

/** What the claim does not say in its own place: dates that are none, and of the claim of the organization itself all that is left. */
function restOf(membership: JsonObject, end: string, during: string | null): ClaimAttributes {
  const dates = ["start_date", "end_date"].filter((key) => during === null && textAt(membership, key) !== "");
  const others = ends.map(([key]) => key).filter((key) => key !== end);
  const rest = Object.keys(membership).filter((key) => ![...taken, ...others, end, periodKey].includes(key));
  const keys = [...dates, ...(end === "organization_id" ? rest : []), ...(end === "organization_id" ? ["post_id"] : [])];
  const entries = Object.entries(membership).filter(([key]) => keys.includes(key));
  return attributesOf(entries).map(({ key, value }) => [key, value] as const);
}
