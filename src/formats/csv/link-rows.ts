import type { EntityId } from "../../base/ids.ts";
import { claimId } from "../../base/ids.ts";
import { ownText } from "../../base/own-text.ts";
import type { Citation, LinkClaim, Stance } from "../../claims/claim.ts";
import type { Source } from "../../claims/source.ts";
import { contentNumber } from "../content-id.ts";
import type { ChosenRelation, WrittenRelation } from "../relation-chooser.ts";
import { relationChooser } from "../relation-chooser.ts";
import { stanceOf } from "./stance-words.ts";
import type { PlacedEnd } from "./table-layout.ts";
import type { TableReading } from "./table-rows.ts";
import { citationOf } from "./table-sources.ts";
import { readTableNumber, readTableValue } from "./table-values.ts";

/** A row's words that all of its claims share. */
interface Shared {
  readonly key: string;
  readonly during: string | null;
  readonly note: string;
  readonly stances: readonly Stance[];
  readonly direction: WrittenRelation["direction"];
  readonly relation: string;
  readonly attributes: LinkClaim["attributes"];
  readonly documents: readonly Source["id"][];
  readonly citation: Citation;
}

/** An end of the links: its columns, and those of its type and name, -1 for none. */
interface Side {
  readonly places: readonly PlacedEnd[];
  readonly type: number;
  readonly name: number;
}

/** Rows that are links: a claim for each pair of ends, each document and each stance. */
export class LinkRows {
  readonly #reading: TableReading;
  readonly #from: Side;
  readonly #to: Side;
  readonly #chooser: ReturnType<typeof relationChooser>;
  readonly #chosen = new Map<string, ChosenRelation>();
  /** Of links that have an id, a number for what they say. */
  readonly #said = new Map<string, number>();
  /** The relation of the row before, which is often that of the next. */
  #last: (WrittenRelation & { readonly chosen: ChosenRelation }) | null = null;
  #count = 0;
  /** `TableEnds` gives an entity for every end, but in a strict reading. */
  readonly #areGiven: boolean;

  constructor(reading: TableReading) {
    const { sources, targets, one } = reading.layout;
    this.#reading = reading;
    this.#from = { places: sources, type: one["source-type"], name: one["source-name"] };
    this.#to = { places: targets, type: one["target-type"], name: one["target-name"] };
    this.#areGiven = !reading.desk.context.strict;
    this.#chooser = relationChooser(reading.desk.context.ontology);
  }

  /** `entity` is the one that the row itself is, at an end that has no column. */
  take(entity: EntityId | null): void {
    const [from, to] = [this.#stands(this.#from, entity), this.#stands(this.#to, entity)];
    if (from !== "here" && to !== "here" && this.#reading.mapping.role === "both") return;
    if (from === "nothing" || to === "nothing") {
      const missing = [from === "nothing" ? "source" : "", to === "nothing" ? "target" : ""].filter((end) => end !== "");
      this.#reading.desk.tell("empty-end", `wanted an id in source and target, got an empty ${missing.join(" and ")}`, "dropped");
      return;
    }
    const sources = from === "row" ? [[entity!, ""] as const] : this.#ends(this.#from);
    const targets = to === "row" ? [[entity!, ""] as const] : this.#ends(this.#to);
    const shared = this.#shared(entity);
    if (shared === null) return;
    this.#count = 0;
    for (const [source] of sources)
      for (const [target, relation] of targets) this.#claims([source, target], shared.relation || relation, shared);
  }

  /** What stands at an end: what its cells say, the row's own entity where it has no columns, or nothing. */
  #stands({ places }: Side, entity: EntityId | null): "here" | "row" | "nothing" {
    for (let at = 0; at < places.length; at++) if (this.#reading.cell(places[at]!.at) !== "") return "here";
    return places.length === 0 && entity !== null ? "row" : "nothing";
  }

  #ends({ places, type, name }: Side): (readonly [id: EntityId, relation: string])[] {
    const { cell, values, ends } = this.#reading;
    const [first] = places;
    if (places.length === 1 && !first!.several) {
      const { at, by, space, relation } = first!;
      return [[ends.idOf({ text: cell(at), by, type: cell(type) || first!.type, name: cell(name), space }), relation]];
    }
    return places.flatMap((place) =>
      values(place).map((text, _, all) => {
        const alone = places.length === 1 && all.length === 1;
        const [said, called] = alone ? [cell(type), cell(name)] : ["", ""];
        const written = { text, by: place.by, type: said || place.type, name: called, space: place.space };
        return [ends.idOf(written), place.relation] as const;
      }),
    );
  }

  /** Null for a link that was read before, in the same words. */
  #shared(entity: EntityId | null): Shared | null {
    const { cell, layout, desk, mapping, spells } = this.#reading;
    const { one } = layout;
    const key = this.#key();
    if (key === null) return null;
    const { during, unreadable } = spells.of(cell(one.date), cell(one.from), cell(one.to));
    if (unreadable !== "") {
      const message = `wanted a date, got ${JSON.stringify(unreadable.slice(0, 80))}; kept in the note`;
      desk.tell("unreadable-date", message, "repaired");
    }
    const said = cell(one.stance);
    const stances = stanceOf(said);
    if (stances === null) {
      const message = `wanted asserts, alleges, denies or a standing, got ${JSON.stringify(said.slice(0, 80))}; asserted, and kept in the note`;
      desk.tell("unreadable-stance", message, "repaired");
    }
    const isPlain = layout.notes.length === 0 && unreadable === "" && stances !== null;
    const notes = isPlain ? none : [...layout.notes.map(cell), unreadable, stances === null ? said : ""];
    return {
      key,
      during,
      note: isPlain ? "" : notes.filter((text) => text !== "").join("; "),
      stances: stances ?? ["asserts"],
      direction: directionOf(cell(one.direction)) ?? mapping.direction,
      relation: cell(one.relation),
      attributes: this.#attributes(entity),
      documents: this.#documents(),
      citation: citationOf(desk.row, { page: cell(one.page), quote: cell(one.quotation) }),
    };
  }

  #documents(): readonly Source["id"][] {
    const { cell, layout, sources } = this.#reading;
    if (layout.urls.length === 0 && layout.one["source-title"] < 0) return sources.own;
    const urls = layout.urls.length === 0 ? none : layout.urls.map(({ at }) => cell(at));
    return sources.of(urls, cell(layout.one["source-title"]));
  }

  /** What tells this row's claims from others'; null for a link that says the same again. */
  #key(): string | null {
    const { cell, layout, desk } = this.#reading;
    const id = layout.sources.length > 0 && layout.targets.length > 0 ? cell(layout.id.at) : "";
    if (id === "") return layout.id.at < 0 ? String(desk.row) : `row ${desk.row}`;
    const said = contentNumber(this.#reading.cells());
    const before = this.#said.get(id);
    if (before === undefined) {
      this.#said.set(ownText(id), said);
      return id;
    }
    const what = `wanted a new id, got ${JSON.stringify(id.slice(0, 60))} again`;
    desk.tell(
      "repeated-id",
      `${what} in ${before === said ? "the same words; it is one link" : "other words; both are kept"}`,
      before === said ? "merged" : "kept",
    );
    return before === said ? null : `${id} ${desk.row}`;
  }

  #claims([from, to]: readonly [EntityId, EntityId], written: string, shared: Shared): void {
    const { desk, prefix, mapping } = this.#reading;
    const { relation, note } = this.#relation(written || mapping.relation, shared.direction);
    const { file, by, at } = desk.context;
    for (const stance of shared.stances)
      for (const source of shared.documents) {
        const claim: LinkClaim = {
          kind: "link",
          id: claimId(`${prefix}${shared.key}${this.#suffix(stance, shared)}`),
          subject: from,
          relation,
          object: to,
          stance,
          speaker: null,
          source,
          citation: shared.citation,
          during: shared.during,
          said: null,
          about: null,
          note: joined(note, shared.note),
          credibility: null,
          relays: null,
          origin: { kind: "imported", file, row: desk.row },
          recordedBy: by,
          recordedAt: at,
          attributes: shared.attributes,
        };
        desk.give(this.#areGiven ? { kind: "claim", claim, ends: "given" } : { kind: "claim", claim });
      }
  }

  /** What tells the claims of a row from each other; the first has none. */
  #suffix(stance: Stance, { documents }: Shared): string {
    if (this.#count++ === 0) return "";
    return stance === "denies" && documents.length === 1 && this.#count === 2 ? "-denies" : `~${this.#count}`;
  }

  #relation(name: string, direction: WrittenRelation["direction"]): ChosenRelation {
    if (this.#last !== null && this.#last.name === name && this.#last.direction === direction) return this.#last.chosen;
    const key = `${direction ?? ""} ${name}`;
    let chosen = this.#chosen.get(key);
    if (chosen === undefined) {
      chosen = this.#chooser.choose({ name, direction });
      if (chosen.undirected !== null) this.#reading.desk.give({ kind: "relation", relation: chosen.undirected });
      this.#chosen.set(key, chosen);
    }
    if (chosen.trouble !== null) this.#reading.desk.tell("mixed-direction", chosen.trouble, "repaired");
    else this.#last = { name, direction, chosen };
    return chosen;
  }

  /** What the columns say of the link; of the entity that the row is, where it is one. */
  #attributes(entity: EntityId | null): LinkClaim["attributes"] {
    const { cell, layout, mapping, desk } = this.#reading;
    const found: (readonly [string, string | number | boolean])[] = [];
    const weight = cell(layout.one.weight);
    if (weight !== "") found.push(["weight", readTableNumber(weight, mapping.decimal) ?? weight]);
    if (entity !== null) return found;
    for (const { at, key, holds } of layout.attributes) {
      const text = cell(at);
      if (text === "") continue;
      const value = holds === "text" ? text : readTableValue(text, holds, mapping);
      if (value === null)
        desk.tell(
          "unreadable-value",
          `wanted a ${holds} in ${key}, got ${JSON.stringify(text.slice(0, 80))}; kept as text`,
          "kept",
        );
      found.push([key, value ?? text]);
    }
    return found;
  }
}

const none: readonly string[] = [];

function joined(one: string, other: string): string {
  if (one === "") return other;
  return other === "" ? one : `${one}; ${other}`;
}

/** Null for a cell that says nothing of it. */
function directionOf(text: string): WrittenRelation["direction"] {
  if (text === "") return null;
  const word = text.toLowerCase();
  if (word === "directed") return "directed";
  return word === "undirected" || word === "mutual" ? "undirected" : null;
}
