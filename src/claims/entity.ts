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
  /** The space that its id is of; left out for `world`. Two ids that are written alike are one only within one space. */
  readonly space?: string;
  /** Its id as it is written there, where another entity has that id here. */
  readonly written?: string;
}
