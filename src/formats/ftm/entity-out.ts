import type { Source } from "../../claims/source.ts";
import { fits } from "./fits.ts";
import { ownKey } from "./parse-entity.ts";
import type { FtmSchema } from "./schemata.ts";

/** Properties whose spaces FollowTheMoney makes one, and which read back from elsewhere. */
const oneLine = new Set(["role", "relationship", "publisher", "authority", "program"]);

/** An entity that is being written: values go where its schema has a property for them. */
export class EntityOut {
  readonly schema: FtmSchema;
  readonly #id: string;
  readonly #properties = new Map<string, Set<string>>();

  constructor(id: string, schema: FtmSchema) {
    this.#id = id;
    this.schema = schema;
  }

  /** False where the schema has no such property, or none of that kind: then nothing is added. */
  add(property: string, value: string | number | boolean | null): boolean {
    const given = value === null ? "" : String(value);
    const text = oneLine.has(property) ? given.replaceAll(/\s+/g, " ").trim() : given;
    return fits(text, this.schema.properties.get(property)) && this.#put(property, text);
  }

  /** Likewise the id of an entity. */
  refer(property: string, id: string): boolean {
    return this.schema.properties.get(property) === "entity" && this.#put(property, id);
  }

  /** The first of the properties that takes it. */
  addToFirst(properties: readonly string[], value: string): boolean {
    return properties.some((property) => this.add(property, value));
  }

  /** Where it says so, by the properties that FollowTheMoney has for it. */
  source({ url, publisher, title, retrieved }: Source): void {
    this.add("sourceUrl", url);
    this.add("publisher", publisher ?? title);
    this.add("retrievedAt", retrieved);
  }

  /** One line of JSON. `own`: what only Clew understands; other programs keep it beside the properties. */
  line(own: object): string {
    const properties = Object.fromEntries(Array.from(this.#properties, ([key, values]) => [key, [...values]]));
    const beside = Object.keys(own).length === 0 ? {} : { [ownKey]: own };
    return `${JSON.stringify({ id: this.#id, schema: this.schema.name, properties, ...beside })}\n`;
  }

  #put(property: string, value: string): true {
    const values = this.#properties.get(property);
    if (values === undefined) this.#properties.set(property, new Set([value]));
    else values.add(value);
    return true;
  }
}
