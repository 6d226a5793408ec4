import { type ClaimId, claimId, entityId, entityTypeId, propertyId, relationId } from "../base/ids.ts";
import type { Outcome } from "../base/problem.ts";
import type { AttributeClaim, ClaimAttributes, Credibility, LinkClaim, Stance } from "../claims/claim.ts";
import type { EntityType, Family, Relation } from "../claims/ontology.ts";
import type { Source } from "../claims/source.ts";
import { contentId } from "./content-id.ts";
import type { ReadContext, ReadRecord } from "./format.ts";
import type { GraphPlace } from "./graph-records.ts";

/** What any claim of a format of statements may say, beside what it says it of. */
export interface ThingClaim {
  readonly subject: string;
  readonly stance: Stance;
  readonly speaker: string | null;
  /** Null: the file says it. */
  readonly source: Source | null;
  readonly during: string | null;
  readonly said: string | null;
  readonly about: string | null;
  readonly note: string;
  readonly credibility: Credibility | null;
  readonly place: GraphPlace;
}

export interface ThingLink extends ThingClaim {
  readonly relation: string;
  readonly object: string;
  readonly attributes: ClaimAttributes;
  readonly relays?: ClaimId | null;
}

export interface ThingAttribute extends ThingClaim {
  readonly property: string;
  readonly value: string | number | boolean;
  readonly approximate?: boolean;
}

/** An entity as a file has it; `type` may be a type that the ontology lacks. */
export interface Thing {
  readonly id: string;
  readonly type: string;
  /** "" for none: then the id is the name. */
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly placeholder?: boolean;
}

/** How a relation is called that the ontology lacks. */
export interface RelationWords {
  readonly inverse?: string;
  readonly family?: Family;
  readonly symmetric?: boolean;
  readonly ftm?: string;
  readonly stix?: string;
}

export const plainClaim = {
  stance: "asserts",
  speaker: null,
  source: null,
  during: null,
  said: null,
  about: null,
  note: "",
  credibility: null,
} as const;

/**
 * Entities, sources and claims of formats in which things have ids of their own and say who says so. What claims name (types,
 * relations, properties, sources) is declared once, when it is first used. A claim's id is made of what it says and of the source that says
 * it: the same statement in another file is the same claim. Texts that come in are taken to be well-formed Unicode. Held: ids.
 */
export class ThingRecords {
  readonly #context: ReadContext;
  readonly #prefix: string;
  readonly #declared = new Set<string>();
  readonly #entities = new Set<string>();

  /** `prefix`: of claims' ids, the format's own. */
  constructor(context: ReadContext, prefix: string) {
    this.#context = context;
    this.#prefix = prefix;
  }

  hasEntity(id: string): boolean {
    return this.#entities.has(id);
  }

  *entity({ id, type, name, aliases, description, placeholder = false }: Thing): Generator<ReadRecord> {
    this.#entities.add(id);
    const shown = name.trim() === "" ? id : name;
    const others = [...new Set(aliases)].filter((alias) => alias !== "" && alias !== shown);
    const entity = { id: entityId(id), type: entityTypeId(type), name: shown, aliases: others, description, placeholder };
    yield { kind: "entity", entity };
  }

  *type(type: EntityType): Generator<ReadRecord> {
    if (!this.#context.ontology.types.has(type.id) && this.#isNew(`type ${type.id}`)) yield { kind: "type", type };
  }

  *source(source: Source): Generator<ReadRecord> {
    if (source.id !== this.#context.source.id && this.#isNew(`source ${source.id}`)) yield { kind: "source", source };
  }

  *relation(id: string, words: RelationWords): Generator<ReadRecord> {
    const relation = relationFor(id, words);
    if (!this.#context.ontology.relations.has(relation.id) && this.#isNew(`relation ${id}`)) yield { kind: "relation", relation };
  }

  /** Gives the claim's id back. */
  *link(link: ThingLink): Generator<ReadRecord, LinkClaim["id"]> {
    if (link.source !== null) yield* this.source(link.source);
    const { subject, relation, object, attributes, relays = null } = link;
    const frame = { ...this.#frame(link), relays };
    const claim: LinkClaim = {
      ...frame,
      kind: "link",
      id: claimId(contentId(this.#prefix, [subject, relation, object, said(frame), attributes, relays])),
      relation: relationId(relation),
      object: entityId(object),
      attributes,
    };
    yield { kind: "claim", claim };
    return claim.id;
  }

  *attribute(given: ThingAttribute): Generator<ReadRecord, AttributeClaim["id"]> {
    const { subject, property, value, approximate = false } = given;
    if (!this.#context.ontology.properties.has(propertyId(property)) && this.#isNew(`property ${property}`))
      yield { kind: "property", property: { id: propertyId(property), label: wordsOf(property), unit: "" } };
    if (given.source !== null) yield* this.source(given.source);
    const frame = this.#frame(given);
    const claim: AttributeClaim = {
      ...frame,
      kind: "attribute",
      id: claimId(contentId(this.#prefix, [subject, property, value, approximate, said(frame)])),
      property: propertyId(property),
      value,
      approximate,
    };
    yield { kind: "claim", claim };
    return claim.id;
  }

  problem(place: GraphPlace, problem: { readonly kind: string; readonly message: string }, outcome: Outcome): ReadRecord {
    const { file } = this.#context;
    return { kind: "problem", problem: { file, where: place.where, ...problem }, outcome };
  }

  /** What every claim has alike; its place is cited where the file itself is the source. */
  #frame({ subject, stance, speaker, source, during, said: when, about, note, credibility, place }: ThingClaim) {
    const { file, by, at, source: own } = this.#context;
    return {
      subject: entityId(subject),
      stance,
      speaker: speaker === null ? null : entityId(speaker),
      source: (source ?? own).id,
      citation: source === null && place.row !== null ? ({ kind: "row", row: place.row } as const) : null,
      during,
      said: when,
      about: about === null ? null : entityId(about),
      note,
      credibility,
      relays: null,
      origin: { kind: "imported", file, row: place.row } as const,
      recordedBy: by,
      recordedAt: at,
    };
  }

  #isNew(what: string): boolean {
    if (this.#declared.has(what)) return false;
    this.#declared.add(what);
    return true;
  }
}

type Frame = Pick<LinkClaim, "stance" | "speaker" | "source" | "citation" | "during" | "said" | "about" | "note" | "credibility">;

function said({ stance, speaker, source, citation, during, said: when, about, note, credibility }: Frame): unknown[] {
  return [stance, speaker, source, citation, during, when, about, note, credibility];
}

function relationFor(id: string, { inverse, family = "other", symmetric = false, ftm, stix }: RelationWords): Relation {
  const label = wordsOf(id);
  return {
    id: relationId(id),
    family,
    label,
    inverse: symmetric ? label : (inverse ?? `${label} (from)`),
    symmetric,
    subjects: [],
    objects: [],
    ftm: ftm ?? null,
    stix: stix ?? null,
  };
}

/** `addressEntity`, `first_seen` and `works-for` as words. */
export function wordsOf(name: string): string {
  const words = name
    .replaceAll(/[-_]+/g, " ")
    .replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, " ")
    .trim();
  return words === "" ? name : /[A-Z]{2}/.test(words) ? words : words.toLowerCase();
}

/** A text that fits the one line that describes an entity. */
export function isOneLine(text: string): boolean {
  return text.length <= 300 && !/[\r\n]/.test(text);
}
