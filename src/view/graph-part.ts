import type { EntityId, LinkId, RelationId } from "../base/ids.ts";
import type { Standing } from "../claims/standing.ts";

/** The entities and links to draw, as a case gives them; merged entities appear once. */
export interface GraphPart {
  readonly entities: readonly PartEntity[];
  readonly links: readonly PartLink[];
}

export interface PartEntity {
  readonly id: EntityId;
  /** Id of its type; an imported case may name one that its ontology lacks. */
  readonly type: string;
  readonly name: string;
  /** Links of the whole case that start or end at it. */
  readonly degree: number;
}

export interface PartLink {
  readonly id: LinkId;
  readonly relation: RelationId;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly standing: Standing;
}
