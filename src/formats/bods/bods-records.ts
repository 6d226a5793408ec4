import type { ReadContext, ReadRecord } from "../format.ts";
import type { GraphPlace } from "../graph-records.ts";
import { fieldOf, type JsonObject, type JsonValue, objectAt, textAt } from "../json-value.ts";
import { brokenText, isSoundJson } from "../sound-json.ts";
import { isOneLine, plainClaim, type ThingClaim, ThingRecords, wordsOf } from "../thing-records.ts";
import { detailsOf, pairsOf } from "./details.ts";
import { interestsOf } from "./interests.ts";
import { type BodsStatement, parseStatement } from "./statement.ts";

/** A thing as far as its statements were read: its names, and the values that the last of them still says. */
interface Thing {
  type: string;
  description: string;
  readonly names: Set<string>;
  open: ReadonlyMap<string, { readonly property: string; readonly value: string | number | boolean; readonly claim: ThingClaim }>;
}

/** Records that are followed in time at once; the one that was not told of longest goes first. */
const most = 200_000;
const relationshipFields = new Set(["subject", "interestedParty", "interests"]);

/**
 * What statements of beneficial ownership mean. All statements of one record are one thing, or one relationship, over time: a value is said since
 * the first statement that has it, and until the first that has it no more; each interest of each statement is a claim, which ends where the
 * interest does, else where the next statement of its record takes its place. Held: per record its last statement.
 */
export class BodsRecords {
  readonly #context: ReadContext;
  readonly #records: ThingRecords;
  readonly #things = new Map<string, Thing>();
  readonly #relationships = new Map<string, BodsStatement>();
  /** Before 0.4: what a statement that took another's place is of. */
  readonly #places = new Map<string, string>();
  readonly #statements = new Set<string>();

  constructor(context: ReadContext) {
    this.#context = context;
    this.#records = new ThingRecords(context, "bods");
  }

  /** False for what is no statement. */
  *take(given: JsonValue, place: GraphPlace): Generator<ReadRecord, boolean> {
    const isSound = isSoundJson(given);
    const statement = isSound ? parseStatement(given, place, { context: this.#context, records: this.#places }) : null;
    if (statement === null) {
      const message = "wanted a statement of an entity, a person or a relationship, got something else";
      yield this.#records.problem(place, isSound ? { kind: "not-a-statement", message } : brokenText, "dropped");
      return false;
    }
    if (this.#statements.has(statement.id)) {
      const message = `wanted a new id, got the statement ${JSON.stringify(statement.id.slice(0, 60))} again`;
      yield this.#records.problem(place, { kind: "repeated-id", message }, "merged");
      return true;
    }
    this.#statements.add(statement.id);
    if (statement.kind === "relationship") yield* this.#relate(statement);
    else yield* this.#tell(statement);
    return true;
  }

  *end(): Generator<ReadRecord> {
    for (const [record, thing] of this.#things) yield* this.#finish(record, thing);
    for (const statement of this.#relationships.values()) yield* this.#links(statement, null);
  }

  *#tell(statement: BodsStatement): Generator<ReadRecord> {
    const { record, date, note, source, place } = statement;
    const thing = this.#things.get(record) ?? { type: "", description: "", names: new Set<string>(), open: new Map() };
    const { type, names, description, values } = detailsOf(statement);
    const claim: ThingClaim = { ...plainClaim, subject: record, said: date, note, source, place };
    const open = new Map<string, { property: string; value: string | number | boolean; claim: ThingClaim }>();
    for (const [property, value] of values) {
      const key = JSON.stringify([property, value]);
      open.set(key, thing.open.get(key) ?? { property, value, claim });
    }
    for (const [key, { property, value, claim: before }] of thing.open)
      if (!open.has(key))
        yield* this.#records.attribute({ ...before, property, value, during: date === null ? null : `/${date}` });
    // The last name comes first.
    const known = [...thing.names].filter((name) => !names.includes(name));
    this.#things.delete(record);
    this.#things.set(record, { type, description: description || thing.description, names: new Set([...names, ...known]), open });
    if (this.#things.size > most)
      for (const [oldest, first] of this.#things) {
        yield* this.#finish(oldest, first);
        this.#things.delete(oldest);
        break;
      }
  }

  *#finish(record: string, { type, description, names, open }: Thing): Generator<ReadRecord> {
    const [name = "", ...aliases] = names;
    const isShort = isOneLine(description);
    yield* this.#records.entity({ id: record, type, name, aliases, description: isShort ? description : "" });
    for (const { property, value, claim } of open.values()) yield* this.#records.attribute({ ...claim, property, value });
  }

  *#relate(statement: BodsStatement): Generator<ReadRecord> {
    const before = this.#relationships.get(statement.record);
    const isLater = before === undefined || (before.date ?? "") <= (statement.date ?? "");
    this.#relationships.delete(statement.record);
    this.#relationships.set(statement.record, isLater ? statement : before);
    if (before !== undefined) yield* isLater ? this.#links(before, statement.date) : this.#links(statement, before.date);
    if (this.#relationships.size <= most) return;
    for (const [oldest, first] of this.#relationships) {
      yield* this.#links(first, null);
      this.#relationships.delete(oldest);
      return;
    }
  }

  /** `next`: when another statement took its place. */
  *#links(statement: BodsStatement, next: string | null): Generator<ReadRecord> {
    const { record, id, date, isClosed, details, note, source, place } = statement;
    const object = yield* this.#end(details, "subject", statement);
    const subject = yield* this.#end(details, "interestedParty", statement);
    if (subject === null || object === null) {
      const lacking = subject === null ? "interestedParty" : "subject";
      const message = `wanted a subject and an interested party, got no ${lacking}`;
      yield this.#records.problem(place, { kind: "empty-end", message }, "dropped");
      return;
    }
    const common = [
      ["recordId", record] as const,
      ["statementId", id] as const,
      ...(note === "" ? [] : [["source", note] as const]),
    ];
    const rest = pairsOf(details, relationshipFields);
    for (const { relation, words, note: said, during, attributes } of interestsOf(details, next ?? (isClosed ? date : null))) {
      yield* this.#records.relation(relation, words);
      const claim: ThingClaim = { ...plainClaim, subject, said: date, during, note: said, source, place };
      yield* this.#records.link({ ...claim, relation, object, attributes: [...common, ...attributes, ...rest] });
    }
  }

  /** The record at an end; where nobody is named, an entity that says why not. */
  *#end(
    details: JsonObject,
    key: "subject" | "interestedParty",
    { record }: BodsStatement,
  ): Generator<ReadRecord, string | null> {
    const given = fieldOf(details, key);
    if (typeof given === "string") return given === "" ? null : given;
    const described = ["describedByEntityStatement", "describedByPersonStatement"]
      .map((each) => textAt(given, each))
      .find((each) => each !== "");
    if (described !== undefined) return this.#places.get(described) ?? described;
    const unspecified = objectAt(given, "unspecified") ?? objectAt(details, key);
    const [reason, description] = [textAt(unspecified, "reason"), textAt(unspecified, "description")];
    if (reason === "") return null;
    const id = `unspecified:${record}`;
    const name = `Not named: ${wordsOf(reason)}`;
    if (!this.#records.hasEntity(id))
      yield* this.#records.entity({
        id,
        type: "thing",
        name,
        aliases: [],
        description: isOneLine(description) ? description : "",
      });
    return id;
  }
}
