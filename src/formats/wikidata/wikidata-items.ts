import type { Claim, ClaimAttributes, Stance } from "../../claims/claim.ts";
import type { ReadContext, ReadRecord } from "../format.ts";
import type { GraphPlace } from "../graph-records.ts";
import { spanOf } from "../iso-days.ts";
import { JsonGraph } from "../json-graph.ts";
import { hasKeys, isJsonObject, type JsonObject, type JsonValue, listAt, objectAt, textAt } from "../json-value.ts";
import { brokenText, isSoundJson } from "../sound-json.ts";
import { isOneLine, plainClaim, type ThingClaim, ThingRecords } from "../thing-records.ts";
import { hedges, propertyName, typeOfClasses, wikidataRelations } from "./properties.ts";
import { sourcesOf } from "./references.ts";
import { snakValue, textsIn, timeIn } from "./snaks.ts";

/** A statement with what all its claims have alike. */
interface Stated {
  readonly statement: JsonObject;
  readonly property: string;
  readonly claim: ThingClaim;
  readonly attributes: ClaimAttributes;
}

/**
 * What entities of Wikidata mean: an item is an entity, a statement a claim of each document that it refers to, or of the file. One between two
 * items is a link; its qualifiers say when it held, or stay with it. What is deprecated is read and withdrawn, with the reason that is
 * given; that it is preferred is in the note. Held: ids of items.
 */
export class WikidataItems {
  readonly #context: ReadContext;
  readonly #records: ThingRecords;
  readonly #left: JsonGraph;

  constructor(context: ReadContext) {
    this.#context = context;
    this.#records = new ThingRecords(context, "wikidata");
    this.#left = new JsonGraph(context);
  }

  *take(entity: JsonValue, place: GraphPlace): Generator<ReadRecord> {
    const id = textAt(entity, "id");
    const trouble = isSoundJson(entity) ? troubleWith(entity) : brokenText;
    if (!isJsonObject(entity) || trouble !== null) {
      yield this.#records.problem(place, trouble ?? brokenText, "dropped");
      return;
    }
    if (this.#records.hasEntity(id)) {
      const message = `wanted each entity once, got ${JSON.stringify(id.slice(0, 80))} again; what both say is kept`;
      yield this.#records.problem(place, { kind: "repeated-id", message }, "merged");
    }
    if (hasKeys(entity, "sitelinks")) this.#left.leaveOut("sitelinks", place.where);
    yield* this.#entity(entity, id, place);
    for (const { statement, property } of statementsOf(entity))
      yield* this.#statement(statement, { property, subject: id, place });
  }

  end(): Iterable<ReadRecord> {
    return this.#left.end();
  }

  *#entity(entity: JsonObject, id: string, place: GraphPlace): Generator<ReadRecord> {
    const [labels, aliases] = [byText(entity, "labels"), byText(entity, "aliases")];
    const descriptions = byText(entity, "descriptions");
    const described = inEnglish(descriptions);
    yield* this.#records.entity({
      id,
      type: typeOfClasses(classesOf(entity)),
      name: inEnglish(labels),
      aliases: [...labels.keys(), ...aliases.keys()],
      description: isOneLine(described) ? described : "",
    });
    const claim = { ...plainClaim, subject: id, place };
    const said = [
      ["label", labels],
      ["alias", aliases],
      ["description", descriptions],
    ] as const;
    for (const [property, texts] of said)
      for (const [value, languages] of texts)
        yield* this.#records.attribute({ ...claim, property, value, note: languages.join(", ") });
  }

  *#statement(
    statement: JsonObject,
    { property, subject, place }: { readonly property: string; readonly subject: string; readonly place: GraphPlace },
  ): Generator<ReadRecord> {
    const qualifiers = objectAt(statement, "qualifiers");
    const during = duringOf(qualifiers);
    const role = [...textsIn(qualifiers, "P3831"), ...textsIn(qualifiers, "P2868")];
    const rank = textAt(statement, "rank");
    const note = [...(rank === "preferred" ? ["preferred"] : []), ...role].join("; ");
    const claim: ThingClaim = { ...plainClaim, subject, stance: stanceOf(qualifiers), during, note, place };
    const attributes: ClaimAttributes = [...idOf(statement), ...restOf(qualifiers, during)];
    const claims: Claim["id"][] = [];
    const sources = sourcesOf(statement, this.#context);
    for (const source of sources.length === 0 ? [null] : sources) {
      const made = yield* this.#claim({ statement, property, claim: { ...claim, source }, attributes });
      if (made !== null) claims.push(made);
    }
    if (rank !== "deprecated") return;
    const reasons = textsIn(qualifiers, "P2241");
    const reason = `deprecated in ${this.#context.file}${reasons.length === 0 ? "" : `: ${reasons.join(", ")}`}`;
    for (const each of claims) yield { kind: "withdrawn", claim: each, reason };
  }

  /** Null where the statement says nothing that can be read. */
  *#claim({ statement, property, claim, attributes }: Stated): Generator<ReadRecord, Claim["id"] | null> {
    const value = snakValue(objectAt(statement, "mainsnak"));
    if (value === null) return null;
    if (value.kind === "item") return yield* this.#link(claim, { property, object: value.id, attributes });
    const [text, note] = value.kind === "value" ? [value.value, value.note] : [value.kind, ""];
    const notes = [claim.note, note].filter((each) => each !== "").join("; ");
    return yield* this.#records.attribute({ ...claim, property: propertyName(property), value: text, note: notes });
  }

  *#link(
    claim: ThingClaim,
    {
      property,
      object,
      attributes,
    }: { readonly property: string; readonly object: string; readonly attributes: ClaimAttributes },
  ): Generator<ReadRecord, Claim["id"]> {
    const known = wikidataRelations.get(property);
    const relation = known?.relation ?? property;
    yield* this.#records.relation(relation, known ?? {});
    const ends = known?.turned ? { subject: object, object: claim.subject } : { object };
    const said = [["property", property] as const, ...attributes];
    return yield* this.#records.link({ ...claim, relation, attributes: said, ...ends });
  }
}

function troubleWith(entity: JsonValue): { readonly kind: string; readonly message: string } | null {
  const id = textAt(entity, "id");
  if (id !== "" && !hasKeys(entity, "missing")) return null;
  const got = id === "" ? "something else" : `${JSON.stringify(id.slice(0, 60))}, which is missing there`;
  return { kind: "no-entity", message: `wanted an entity of Wikidata, got ${got}` };
}

function* statementsOf(entity: JsonObject): Generator<{ readonly statement: JsonObject; readonly property: string }> {
  const properties = objectAt(entity, "claims") ?? objectAt(entity, "statements") ?? {};
  for (const property of Object.keys(properties))
    for (const statement of listAt(properties, property))
      if (property !== "" && isJsonObject(statement)) yield { statement, property };
}

/** Texts of all languages, each once, with the languages that have it. */
function byText(entity: JsonObject, key: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const written = Object.values(objectAt(entity, key) ?? {}).flat();
  for (const each of written) {
    const [text, language] = [textAt(each, "value"), textAt(each, "language")];
    const languages = found.get(text) ?? [];
    if (text !== "" && !languages.includes(language)) found.set(text, [...languages, language]);
  }
  return found;
}

/** In English, else in what is the same in many languages, else in the first; "" for none. */
function inEnglish(texts: ReadonlyMap<string, readonly string[]>): string {
  const [first = ""] = texts.keys();
  for (const wanted of ["en", "mul"]) for (const [text, languages] of texts) if (languages.includes(wanted)) return text;
  return first;
}

/** What it is an instance of, preferred ones first; deprecated ones are not. */
function classesOf(entity: JsonObject): string[] {
  const statements = listAt(objectAt(entity, "claims"), "P31").filter((each) => textAt(each, "rank") !== "deprecated");
  const ordered = [true, false].flatMap((wanted) =>
    statements.filter((each) => (textAt(each, "rank") === "preferred") === wanted),
  );
  return ordered.flatMap((each) => {
    const value = snakValue(objectAt(each, "mainsnak"));
    return value?.kind === "item" ? [value.id] : [];
  });
}

function duringOf(qualifiers: JsonObject | undefined): string | null {
  const span = spanOf(timeIn(qualifiers, "P580"), timeIn(qualifiers, "P582"));
  return span ?? timeIn(qualifiers, "P585");
}

function stanceOf(qualifiers: JsonObject | undefined): Stance {
  const words = [...textsIn(qualifiers, "P5102"), ...textsIn(qualifiers, "P1480")];
  return words.some((word) => hedges.has(word)) ? "alleges" : "asserts";
}

function idOf(statement: JsonObject): ClaimAttributes {
  const id = textAt(statement, "id");
  return id === "" ? [] : [["id", id]];
}

/** Qualifiers that are not said otherwise. */
function restOf(qualifiers: JsonObject | undefined, during: string | null): ClaimAttributes {
  const dates =
    during === null
      ? []
      : timeIn(qualifiers, "P580") === null && timeIn(qualifiers, "P582") === null
        ? ["P585"]
        : ["P580", "P582"];
  return Object.keys(qualifiers ?? {})
    .filter((property) => property !== "" && ![...dates, "P3831", "P2868"].includes(property))
    .flatMap((property) => textsIn(qualifiers, property).map((text) => [propertyName(property), text] as const));
}
