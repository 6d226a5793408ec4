import type { ReadContext, ReadRecord } from "../format.ts";
import { FtmEntities } from "../ftm/ftm-entities.ts";
import type { FtmEntity, FtmValue } from "../ftm/parse-entity.ts";
import { datasetSource } from "../ftm/provenance.ts";
import { type FtmSchema, ftmSchemata } from "../ftm/schemata.ts";
import { typeOfSchema } from "../ftm/types.ts";
import { dayOfTime } from "../iso-days.ts";
import { plainClaim, ThingRecords } from "../thing-records.ts";
import { numberOrText } from "../values.ts";
import type { FtmStatement } from "./statement-row.ts";

const nameProps = new Set(["name", "alias", "previousName"]);

/**
 * What statements mean, taken one entity at a time, as files of them are ordered: each is a claim of its dataset, seen first when it was said. A
 * link is a claim of each dataset that has statements of it; where these stand apart, a link that lacks an end waits for the rest. Held: ids,
 * the entity at hand, and links that lack an end.
 */
export class StatementEntities {
  readonly #context: ReadContext;
  readonly #records: ThingRecords;
  readonly #links: FtmEntities;
  readonly #waiting = new Map<string, FtmStatement[]>();
  #open: FtmStatement[] = [];

  constructor(context: ReadContext) {
    this.#context = context;
    this.#records = new ThingRecords(context, "ftm");
    this.#links = new FtmEntities(context);
  }

  *take(statement: FtmStatement): Generator<ReadRecord> {
    const place = { where: `row ${statement.row}`, row: statement.row };
    const { entity, schema, prop, value } = statement;
    if (entity === "" || schema === "" || prop === "" || value === "") {
      const lacking = entity === "" ? "entity_id" : schema === "" ? "schema" : prop === "" ? "prop" : "value";
      yield this.#records.problem(place, { kind: "empty-cell", message: `wanted a statement, got no ${lacking}` }, "dropped");
      return;
    }
    if (this.#open[0] !== undefined && this.#open[0].entity !== entity) yield* this.#close();
    this.#open.push(statement);
  }

  *end(): Generator<ReadRecord> {
    yield* this.#close();
    for (const statements of this.#waiting.values()) yield* this.#link(statements, schemaOf(statements)!);
    yield* this.#links.end();
  }

  *#close(): Generator<ReadRecord> {
    const here = this.#open;
    this.#open = [];
    const [first] = here;
    if (first === undefined) return;
    const statements = [...(this.#waiting.get(first.entity) ?? []), ...here];
    const schema = schemaOf(statements);
    if (schema?.edge == null) yield* this.#thing(statements, schema);
    else if (hasEnds(statements, schema)) {
      this.#waiting.delete(first.entity);
      yield* this.#link(statements, schema);
    } else this.#waiting.set(first.entity, statements);
  }

  *#thing(statements: readonly FtmStatement[], schema: FtmSchema | undefined): Generator<ReadRecord> {
    const { entity: id, schema: written } = statements[0]!;
    const type = typeOfSchema(schema?.name ?? written, this.#context.ontology);
    if (type.declared !== null) yield* this.#records.type(type.declared);
    const names = statements.filter(({ prop }) => nameProps.has(prop)).toSorted((a, b) => rank(a) - rank(b));
    const [name = "", ...aliases] = names.map(({ value }) => value);
    const title = name || (statements.find(({ prop }) => ["title", "fileName", "full", "number"].includes(prop))?.value ?? "");
    yield* this.#records.entity({ id, type: type.id, name: title, aliases, description: "" });
    for (const statement of statements) yield* this.#claim(statement, schema);
  }

  *#claim(statement: FtmStatement, schema: FtmSchema | undefined): Generator<ReadRecord> {
    const { entity, prop, value, dataset, firstSeen, note, row } = statement;
    const place = { where: `row ${row}`, row };
    const source = dataset === "" ? null : datasetSource(dataset);
    const claim = { ...plainClaim, subject: entity, said: dayOfTime(firstSeen), note, source, place };
    const type = statement.type || schema?.properties.get(prop);
    if (type === "entity") {
      yield* this.#records.relation(prop, {});
      yield* this.#records.link({ ...claim, relation: prop, object: value, attributes: [] });
    } else if (prop === "id") yield* this.#records.attribute({ ...claim, property: "dataset", value: dataset || value });
    else yield* this.#records.attribute({ ...claim, property: prop, value: type === "number" ? numberOrText(value) : value });
  }

  /** What each dataset says of a link; one that leaves an end to the others has theirs. */
  *#link(statements: readonly FtmStatement[], { name, edge }: FtmSchema): Generator<ReadRecord> {
    const { entity: id, row } = statements[0]!;
    const ends = valuesOf(statements.filter(({ prop }) => prop === edge?.source || prop === edge?.target));
    for (const [dataset, some] of Map.groupBy(statements, (each) => each.dataset)) {
      const entity: FtmEntity = {
        id,
        schema: name,
        properties: new Map([...ends, ...valuesOf(some.filter(({ prop }) => prop !== "id"))]),
        nested: [],
        caption: "",
        datasets: dataset === "" ? [] : [dataset],
        referents: [...new Set(some.map(({ original }) => original))].filter((original) => original !== id),
        firstSeen: least(some.map(({ firstSeen }) => firstSeen)),
        seen: seenIn(some),
        own: undefined,
        others: [],
      };
      yield* this.#links.tell(entity, { where: `row ${row}`, row });
    }
  }
}

/** The name comes before the others. */
function rank({ prop }: FtmStatement): number {
  return prop === "name" ? 0 : 1;
}

/** The most special of the schemata that the statements name. */
function schemaOf(statements: readonly FtmStatement[]): FtmSchema | undefined {
  let found: FtmSchema | undefined;
  for (const { schema } of statements) {
    const named = ftmSchemata.get(schema);
    if (named !== undefined && (found === undefined || named.kinds.length > found.kinds.length)) found = named;
  }
  return found;
}

function hasEnds(statements: readonly FtmStatement[], { edge }: FtmSchema): boolean {
  return [edge?.source, edge?.target].every((end) => statements.some(({ prop }) => prop === end));
}

function valuesOf(statements: readonly FtmStatement[]): Map<string, FtmValue[]> {
  const values = new Map<string, FtmValue[]>();
  for (const [prop, some] of Map.groupBy(statements, (each) => each.prop))
    values.set(
      prop,
      Array.from(new Set(some.map(({ value }) => value)), (value) => ({ value, isEntity: false })),
    );
  return values;
}

function seenIn(statements: readonly FtmStatement[]): FtmEntity["seen"] {
  const last = statements
    .map(({ lastSeen }) => lastSeen)
    .filter((day) => day !== "")
    .sort()
    .at(-1);
  return last === undefined ? [] : [["last_seen", last]];
}

function least(texts: readonly string[]): string {
  return texts.filter((text) => text !== "").sort()[0] ?? "";
}
