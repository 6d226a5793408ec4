import type { EntityId } from "../../base/ids.ts";
import { chartId, claimId, entityId, propertyId } from "../../base/ids.ts";
import { ownText } from "../../base/own-text.ts";
import type { ChartNode } from "../../claims/chart.ts";
import type { AttributeClaim } from "../../claims/claim.ts";
import { contentNumber } from "../content-id.ts";
import { spacedId } from "./table-ends.ts";
import type { PlacedAttribute } from "./table-layout.ts";
import type { TableReading } from "./table-rows.ts";
import { citationOf } from "./table-sources.ts";
import type { TableSpell } from "./table-spell.ts";
import { readTableNumber, readTableValue } from "./table-values.ts";

/**
 * Rows that are entities: each with a claim for every attribute and document. An id again has what both rows say, and is told; in a
 * table without ids, a name again in other words is another entity.
 */
export class EntityRows {
  readonly #reading: TableReading;
  /** Per id a number for what the row says of it. */
  readonly #rows = new Map<string, number>();
  readonly #properties = new Set<string>();
  readonly #placed = new Map<string, ChartNode>();

  constructor(reading: TableReading) {
    this.#reading = reading;
  }

  /** The entity that the row is; null for a row that is none. */
  take(): EntityId | null {
    const { cell, layout, mapping, desk } = this.#reading;
    const [written, name] = [cell(layout.id.at), this.#name()];
    if (written === "" && name === "") {
      if (mapping.role === "entities") desk.tell("empty-id", "wanted an id or a name, got neither", "dropped");
      return null;
    }
    const own = written === "" ? name : spacedId(written, layout.id.space);
    const { id, again } = this.#identify(own, written === "" ? "name" : "id");
    if (again === "same") return entityId(id);
    this.#give(id, name || written);
    return entityId(id);
  }

  /** The chart of all positions, where there are any. */
  end(): void {
    if (this.#placed.size === 0) return;
    const { file, source } = this.#reading.desk.context;
    const chart = { id: chartId(`${source.id}-layout`), name: `Layout of ${file}`, nodes: [...this.#placed.values()] };
    this.#reading.desk.give({ kind: "chart", chart });
  }

  #name(): string {
    const { cell, layout } = this.#reading;
    if (layout.names.length === 1) return cell(layout.names[0]!);
    return layout.names.flatMap((at) => cell(at) || []).join(" ");
  }

  #identify(id: string, by: "id" | "name"): { readonly id: string; readonly again: "no" | "same" | "other" } {
    const { desk, mapping } = this.#reading;
    const said = contentNumber(this.#words());
    const before = this.#rows.get(id);
    if (before === undefined) {
      this.#rows.set(ownText(id), said);
      return { id, again: "no" };
    }
    const shown = JSON.stringify(id.slice(0, 60));
    if (before === said) {
      if (mapping.role === "entities")
        desk.tell("repeated-id", `wanted a new ${by}, got ${shown} again in the same words`, "merged");
      return { id, again: "same" };
    }
    if (by === "name" && mapping.role === "entities") {
      desk.tell(
        "repeated-name",
        `wanted a new name, got ${shown} again in other words; without an id they are two entities`,
        "kept",
      );
      return { id: `${id} (row ${desk.row})`, again: "no" };
    }
    desk.tell("repeated-id", `wanted a new ${by}, got ${shown} again in other words; what both say is kept`, "merged");
    return { id, again: "other" };
  }

  /** What the row says of the entity, apart from links. */
  #words(): readonly string[] {
    const { cell, layout } = this.#reading;
    const { one, names, types, aliases, attributes } = layout;
    return [...names, one.description, ...[...types, ...aliases, ...attributes].map(({ at }) => at)].map(cell);
  }

  #give(id: string, name: string): void {
    const { cell, values, layout, mapping, desk, types, ends } = this.#reading;
    const [type = mapping.type, ...otherTypes] = layout.types.flatMap(values);
    const aliases = layout.aliases.flatMap(values).filter((alias) => alias !== name);
    const description = [cell(layout.one.description), ...(mapping.role === "entities" ? layout.notes.map(cell) : [])];
    ends.declare(id);
    const entity = {
      id: entityId(id),
      type: types.of(type),
      name,
      aliases: [...new Set(aliases)],
      description: description.filter((text) => text !== "").join("; "),
      placeholder: false,
    };
    desk.give({ kind: "entity", entity });
    const spell = this.#spell();
    this.#claims(id, { key: "type", part: "t", values: otherTypes, spell });
    for (const attribute of layout.attributes) this.#attribute(id, attribute, spell);
    if (spell.unreadable !== "") this.#claims(id, { key: "date", part: "d", values: [spell.unreadable], spell });
    this.#place(id);
  }

  /** When the row's attributes held. In a table of both the dates are the link's. */
  #spell(): TableSpell {
    const { cell, layout, mapping, spells, desk } = this.#reading;
    const { one } = layout;
    if (mapping.role !== "entities") return { during: null, unreadable: "" };
    const spell = spells.of(cell(one.date), cell(one.from), cell(one.to));
    if (spell.unreadable !== "") {
      const message = `wanted a date, got ${JSON.stringify(spell.unreadable.slice(0, 80))}; kept as text`;
      desk.tell("unreadable-date", message, "repaired");
    }
    return spell;
  }

  #attribute(id: string, place: PlacedAttribute, spell: TableSpell): void {
    const { values, mapping, desk } = this.#reading;
    const found = values(place).map((text) => {
      const value = place.holds === "text" ? text : readTableValue(text, place.holds, mapping);
      if (value !== null) return value;
      const message = `wanted a ${place.holds} in ${place.key}, got ${JSON.stringify(text.slice(0, 80))}; kept as text`;
      desk.tell("unreadable-value", message, "kept");
      return text;
    });
    this.#claims(id, { key: place.key, part: String(place.at), values: found, spell });
  }

  #claims(
    id: string,
    {
      key,
      part,
      values,
      spell,
    }: { key: string; part: string; values: readonly (string | number | boolean)[]; spell: TableSpell },
  ): void {
    if (values.length === 0) return;
    const { cell, layout, desk, sources, prefix } = this.#reading;
    const { context, row } = desk;
    const property = propertyId(key);
    if (!this.#properties.has(key) && !context.ontology.properties.has(property)) {
      const label = key.replaceAll(/[-_]+/g, " ").trim() || key;
      desk.give({ kind: "property", property: { id: property, label, unit: "" } });
    }
    this.#properties.add(key);
    const documents = sources.of(
      layout.urls.map(({ at }) => cell(at)),
      cell(layout.one["source-title"]),
    );
    const citation = citationOf(row, { page: cell(layout.one.page), quote: cell(layout.one.quotation) });
    let count = 0;
    for (const value of values)
      for (const source of documents) {
        const claim: AttributeClaim = {
          kind: "attribute",
          id: claimId(`${prefix}${row}.${part}${count++ === 0 ? "" : `~${count}`}`),
          subject: entityId(id),
          stance: "asserts",
          speaker: null,
          source,
          citation,
          property,
          value,
          approximate: false,
          during: spell.during,
          said: null,
          about: null,
          note: "",
          credibility: null,
          relays: null,
          origin: { kind: "imported", file: context.file, row },
          recordedBy: context.by,
          recordedAt: context.at,
        };
        desk.give({ kind: "claim", claim });
      }
  }

  #place(id: string): void {
    const { cell, layout, mapping } = this.#reading;
    const [x, y] = [readTableNumber(cell(layout.one.x), mapping.decimal), readTableNumber(cell(layout.one.y), mapping.decimal)];
    if (x !== null && y !== null) this.#placed.set(id, { entity: entityId(id), x, y, pinned: false });
  }
}
