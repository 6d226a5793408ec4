import type { EntityId, EntityTypeId } from "../../base/ids.ts";
import { entityId, entityTypeId } from "../../base/ids.ts";
import { ownText } from "../../base/own-text.ts";
import type { Ontology } from "../../claims/ontology.ts";
import { kebabOf } from "../relation-chooser.ts";
import type { RowDesk } from "./row-desk.ts";

/** An end of a link, as its cells have it. */
export interface WrittenEnd {
  readonly text: string;
  readonly by: "id" | "name";
  /** "" where nothing says it. */
  readonly type: string;
  readonly name: string;
  readonly space: string;
}

/**
 * The entities of a table. An end by name is an entity of that name; one by id that has neither name nor type is a placeholder, until a
 * table of entities declares it. A name under which two types stand is two entities, and told. Holds ids, and what was said of them.
 */
export class TableEnds {
  readonly #desk: RowDesk;
  readonly #types: TableTypes;
  /** Of every entity that was given, what it was called and which type; "" for nothing. */
  readonly #given = new Map<string, string>();
  /** Whether ids stand for themselves where nobody declares them. */
  readonly #undeclared: "placeholders" | "left to the importer";
  #placeholders = 0;

  constructor(desk: RowDesk, types: TableTypes) {
    this.#desk = desk;
    this.#types = types;
    this.#undeclared = desk.context.strict ? "left to the importer" : "placeholders";
  }

  /** Entities that stand for ids which this table says nothing else of. */
  get placeholders(): number {
    return this.#placeholders;
  }

  idOf({ text, by, type, name, space }: WrittenEnd): EntityId {
    const id = spacedId(text, space);
    const given = this.#given.get(id);
    if (type === "" && name === "") return given === undefined ? this.#bare(id, { text, by }) : entityId(id);
    const said = `${type}\0${name}`;
    if (given === said) return entityId(id);
    if (by === "name" && isOtherType(given, type)) return this.#apart({ text, by, type, name, space });
    const own = this.#keep(id, said);
    return this.#give(own, { name: name || text, type });
  }

  /** Marks an id as one that a row of entities declares. */
  declare(id: string): void {
    if (!this.#given.has(id)) this.#keep(id, "");
  }

  /** An id that is held as long as the file is read must not hold the piece of the file that it was cut from. */
  #keep(id: string, said: string): string {
    const own = ownText(id);
    this.#given.set(own, ownText(said));
    return own;
  }

  #bare(id: string, { text, by }: Pick<WrittenEnd, "text" | "by">): EntityId {
    if (by === "id" && this.#undeclared === "left to the importer") return entityId(id);
    const own = this.#keep(id, "");
    if (by === "id") this.#placeholders++;
    return this.#give(own, { name: text, type: "", placeholder: by === "id" });
  }

  #apart(end: WrittenEnd): EntityId {
    const id = `${end.text} (${end.type})`;
    if (!this.#given.has(id)) {
      const message = `wanted one type for the name ${JSON.stringify(end.text.slice(0, 60))}, got ${end.type.slice(0, 60)} too; they are two entities`;
      this.#desk.tell("name-of-two-types", message, "kept");
      const own = this.#keep(id, `${end.type}\0${end.name}`);
      this.#give(own, { name: end.name || end.text, type: end.type });
    }
    return entityId(id);
  }

  #give(id: string, { name, type, placeholder = false }: { name: string; type: string; placeholder?: boolean }): EntityId {
    const entity = { id: entityId(id), type: this.#types.of(type), name, aliases: [], description: "", placeholder };
    this.#desk.give({ kind: "entity", entity });
    return entity.id;
  }
}

/** An id of another space than the file's is written with it. */
export function spacedId(text: string, space: string): string {
  return space === "" ? text : `${space}:${text}`;
}

function isOtherType(given: string | undefined, type: string): boolean {
  if (given === undefined || given === "" || type === "") return false;
  const before = given.slice(0, given.indexOf("\0"));
  return before !== "" && before !== type;
}

/** Types as a table writes them: one of the ontology's in other letters is that. */
export class TableTypes {
  readonly #ontology: Ontology;
  readonly #known = new Map<string, EntityTypeId>([["", entityTypeId("thing")]]);

  constructor(ontology: Ontology) {
    this.#ontology = ontology;
  }

  of(text: string): EntityTypeId {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const [exact, kebab] = [entityTypeId(text), kebabOf(text)];
    const { types } = this.#ontology;
    const found = !types.has(exact) && kebab !== "" && types.has(entityTypeId(kebab)) ? entityTypeId(kebab) : exact;
    this.#known.set(text, found);
    return found;
  }
}
