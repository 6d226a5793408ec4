import type { EntityId, LinkId, RelationId, SourceId } from "../base/ids.ts";
import type { Claim, Stance } from "../claims/claim.ts";
import type { Link } from "../claims/link.ts";
import type { Source } from "../claims/source.ts";
import type { Standing } from "../claims/standing.ts";

/**
 * What a page about an entity, and a list of links, is read from. However large the case and however many the neighbours, a call
 * reads what it gives and walks through an index for the rest. Entities are asked for by their representative.
 */
export interface NeighbourReader {
  /** Links of an entity, counted by relation and end. A link to itself starts there. */
  countLinks(id: EntityId): LinkCount[];
  /** All links of an entity by relation, then by the other end's id (UTF-8); null where they are more than `most`, one to itself taken twice. */
  fewLinks(id: EntityId, most: number): Link[] | null;
  /** Some links of one relation, in order of the other end's id (UTF-8). */
  linkPage(id: EntityId, page: LinkPage): Link[];
  /** Claims in force that name the entity as speaker or in `about`, the first `limit` by order of recording. */
  mentions(id: EntityId, limit: number): Claim[];
  /** Claims in force behind each of the links, by order of recording. */
  claimsOfLinks(ids: readonly LinkId[]): Map<LinkId, Claim[]>;
  /** Attribute claims in force about each of the entities and those merged into it; without those that have none. */
  attributes(ids: Iterable<EntityId>): Map<EntityId, Claim[]>;
  /** Of those that are there. */
  heads(ids: Iterable<EntityId>): Map<EntityId, EntityHead>;
  /** Without its text, however long that is. */
  sourceHead(id: SourceId): Source | undefined;
  /**
   * The first `limit` links by id that are wanted, and how many are. Of an entity with more than 50,000 links those with which each
   * relation begins, by the other end's id. Those of a stance, and a hub's of a standing, are counted one by
   * one, and at most 100,000 of them or one more than the limit.
   */
  select(wanted: LinkSelection, limit: number): { readonly count: number; readonly links: readonly Link[] };
}

export interface LinkCount {
  readonly relation: RelationId;
  readonly side: "out" | "in";
  readonly count: number;
}

export interface LinkPage {
  readonly relation: RelationId;
  /** Links that start at the entity, that end there and start elsewhere, or both. */
  readonly side: "out" | "in" | "both";
  /** Only links whose other end comes after this one. */
  readonly after: EntityId | null;
  readonly limit: number;
}

export interface EntityHead {
  readonly id: EntityId;
  readonly type: string;
  readonly name: string;
}

/** What is null does not constrain. */
export interface LinkSelection {
  readonly relations: readonly RelationId[] | null;
  readonly standing: Standing | null;
  /** At least one claim in force has it. */
  readonly stance: Stance | null;
  /** It starts or ends there. */
  readonly of: EntityId | null;
}
