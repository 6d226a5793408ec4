import type { ClaimAttributes, Credibility } from "../../claims/claim.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import { gradeOfPercent } from "../grade-of-percent.ts";
import { type GraphPlace, sourceAt } from "../graph-records.ts";
import { attributesOf } from "../json-graph.ts";
import { isJsonObject, type JsonObject, type JsonValue, listAt, objectAt, textAt, textsAt } from "../json-value.ts";
import { brokenText, isSoundJson } from "../sound-json.ts";
import { typeOfObject } from "../stix/types.ts";
import { stixRelations } from "../stix/words.ts";
import { isOneLine, plainClaim, type RelationWords, type ThingClaim, ThingRecords } from "../thing-records.ts";
import { countryOf } from "./countries.ts";
import { gradeOfTags } from "./grade-of-tags.ts";

/** What the galaxy says of all its clusters. */
export interface Galaxy {
  readonly type: string;
  readonly category: string;
}

const addressKeys = ["refs", "references", "sources", "official-refs"];
const victimKeys = ["cfr-suspected-victims", "suspected-victims"];
const sponsorKey = "cfr-suspected-state-sponsor";
const confidenceKey = "attribution-confidence";
const taken = [...addressKeys, ...victimKeys, "synonyms", "country", sponsorKey, confidenceKey];

/** Types of clusters that STIX has too: a galaxy that is called otherwise may have one of them as its category. */
const knownTypes = ["threat-actor", "malware", "tool", "attack-pattern", "campaign", "intrusion-set", "course-of-action"];
const relations: ReadonlyMap<string, string> = new Map([["similar", "similar-to"]]);
const words: ReadonlyMap<string, RelationWords> = new Map([["similar-to", { symmetric: true, ftm: "Similar" }]]);

/**
 * What clusters of a galaxy mean. Whom a cluster is attributed to (its country, a state sponsor) and whom it went for is alleged, by the galaxy, with
 * the confidence that it gives; so is a relation with a likelihood. Its references are documents, each of which speaks of it: which of
 * them says what, nobody can tell.
 */
export class MispClusters {
  readonly #context: ReadContext;
  readonly #records: ThingRecords;
  readonly #seen = new Set<string>();

  constructor(context: ReadContext) {
    this.#context = context;
    this.#records = new ThingRecords(context, "misp");
  }

  *take(cluster: JsonValue, galaxy: Galaxy, place: GraphPlace): Generator<ReadRecord> {
    const isSound = isSoundJson(cluster);
    const name = textAt(cluster, "value");
    const id = textAt(cluster, "uuid") || (name === "" ? "" : `${galaxy.type}:${name}`);
    if (!isJsonObject(cluster) || id === "" || !isSound) {
      const message = "wanted a cluster with a uuid and a value, got something else";
      yield this.#records.problem(place, isSound ? { kind: "not-a-cluster", message } : brokenText, "dropped");
      return;
    }
    if (this.#seen.has(id)) {
      const message = `wanted each cluster once, got ${JSON.stringify(id.slice(0, 80))} again; what both say is kept`;
      yield this.#records.problem(place, { kind: "repeated-id", message }, "merged");
    }
    this.#seen.add(id);
    yield* this.#cluster(cluster, { id, name, place, galaxy });
  }

  *#cluster(
    cluster: JsonObject,
    {
      id,
      name,
      place,
      galaxy,
    }: { readonly id: string; readonly name: string; readonly place: GraphPlace; readonly galaxy: Galaxy },
  ): Generator<ReadRecord> {
    const kind = knownTypes.includes(galaxy.category) && !knownTypes.includes(galaxy.type) ? galaxy.category : galaxy.type;
    const { id: type, declared } = typeOfObject({ type: kind === "" ? "thing" : kind }, this.#context.ontology);
    if (declared !== null) yield* this.#records.type(declared);
    const meta = objectAt(cluster, "meta") ?? {};
    const described = textAt(cluster, "description");
    const isShort = isOneLine(described);
    yield* this.#records.entity({ id, type, name, aliases: textsAt(meta, "synonyms"), description: isShort ? described : "" });
    const claim: ThingClaim = { ...plainClaim, subject: id, place };
    if (!isShort) yield* this.#records.attribute({ ...claim, property: "description", value: described });
    for (const { key, value } of attributesOf(Object.entries(meta)))
      if (key !== "" && !taken.includes(key)) yield* this.#records.attribute({ ...claim, property: key, value });
    yield* this.#documents(meta, claim);
    yield* this.#attributions(meta, claim);
    for (const related of listAt(cluster, "related")) yield* this.#related(related, claim);
  }

  *#documents(meta: JsonObject, claim: ThingClaim): Generator<ReadRecord> {
    for (const address of new Set(addressKeys.flatMap((key) => textsAt(meta, key)))) {
      const isUrl = /^https?:\/\//i.test(address);
      const source = isUrl ? { ...sourceAt(address, this.#context), retrieved: null } : null;
      yield* this.#records.attribute({ ...claim, source, property: "reference", value: address });
    }
  }

  /** Where it comes from, who stands behind it, whom it went for: each is alleged. */
  *#attributions(meta: JsonObject, claim: ThingClaim): Generator<ReadRecord> {
    const confidence = textAt(meta, confidenceKey);
    const attributes: ClaimAttributes = confidence === "" ? [] : [[confidenceKey, confidence]];
    const graded = { attributes, credibility: gradeOfPercent(confidence === "" ? Number.NaN : Number(confidence)) };
    const countries = textsAt(meta, "country").flatMap((text) => text.split(",").map((code) => code.trim()));
    for (const code of countries.filter((each) => each !== ""))
      yield* this.#alleged({ ...claim, note: "country" }, { relation: "originates-from", object: code, ...graded });
    if (countries.length === 0 && !textsAt(meta, sponsorKey).some(isNamed) && confidence !== "")
      yield* this.#records.attribute({ ...claim, property: confidenceKey, value: confidence });
    const plain = { attributes: [], credibility: null };
    for (const sponsor of textsAt(meta, sponsorKey).filter(isNamed))
      yield* this.#alleged({ ...claim, note: "state sponsor" }, { relation: "backed-by", object: sponsor, ...graded });
    for (const victim of new Set(victimKeys.flatMap((key) => textsAt(meta, key))))
      yield* this.#alleged({ ...claim, note: "suspected victim" }, { relation: "targeted", object: victim, ...plain });
  }

  *#alleged(
    claim: ThingClaim,
    link: { relation: string; object: string; attributes: ClaimAttributes; credibility: Credibility | null },
  ): Generator<ReadRecord> {
    const place = yield* this.#place(link.object);
    // A sponsor backs the cluster: the country is the subject.
    const ends = link.relation === "backed-by" ? { subject: place, object: claim.subject, relation: "backs" } : { object: place };
    yield* this.#records.link({ ...claim, ...link, stance: "alleges", ...ends });
  }

  /** A country by its code, so that a name and its code are one; anything else by its name, within galaxies. */
  *#place(text: string): Generator<ReadRecord, string> {
    const country = countryOf(text);
    const id = country === null ? `misp-place:${text}` : `country:${country.code}`;
    if (!this.#records.hasEntity(id))
      yield* this.#records.entity({
        id,
        type: country === null ? "place" : "country",
        name: country?.name ?? text,
        aliases: [],
        description: "",
      });
    return id;
  }

  *#related(related: JsonValue, claim: ThingClaim): Generator<ReadRecord> {
    const object = textAt(related, "dest-uuid");
    if (object === "") {
      const message = `wanted a dest-uuid of what is related, got ${JSON.stringify(related).slice(0, 60)}`;
      yield this.#records.problem(claim.place, { kind: "empty-end", message }, "dropped");
      return;
    }
    const type = textAt(related, "type") || "related-to";
    const relation = relations.get(type) ?? type;
    const tags = textsAt(related, "tags");
    const credibility = gradeOfTags(tags);
    yield* this.#records.relation(relation, words.get(relation) ?? stixRelations.get(relation) ?? {});
    const stance = credibility !== null || type === "attributed-to" ? "alleges" : "asserts";
    const attributes = tags.map((tag) => ["tags", tag] as const);
    yield* this.#records.link({ ...claim, relation, object, attributes, credibility, stance });
  }
}

function isNamed(sponsor: string): boolean {
  return sponsor.toLowerCase() !== "unknown";
}
