import type { EntityId, EntityTypeId } from "../base/ids.ts";

/** A person, organization, country, place, event, group … that claims speak of. */
export interface Entity {
  readonly id: EntityId;
  /** A type of the case's ontology, or an imported type kept under its own name. */
  readonly type: EntityTypeId;
  /** The name shown. Imported entities without one carry their id here. */
  readonly name: string;
  /** Other names and transliterations, as given; searched, and good for naming the entity exactly. */
  readonly aliases: readonly string[];
  /** One line for the reader ("regional branch of the Islamic State group"); "" when there is none. */
  readonly description: string;
  /** True for the end of an imported link that the file never declared. */
  readonly placeholder: boolean;
}
