import type { EntityId, LinkId, RelationId } from "../base/ids.ts";
import { linkId } from "../base/ids.ts";
import type { LinkClaim } from "./claim.ts";
import type { Ontology } from "./ontology.ts";
import { relationOf } from "./ontology.ts";
import type { Standing } from "./standing.ts";

/** All claims with one subject, relation and object: what a user sees as one line. Derived, never stored as truth. */
export interface Link {
  readonly id: LinkId;
  readonly relation: RelationId;
  /** Subject, after `same` judgements; for a symmetric relation the end with the smaller id. */
  readonly from: EntityId;
  /** Object, likewise. */
  readonly to: EntityId;
  readonly standing: Standing;
  /** Claims in force behind it. */
  readonly claims: number;
  /** Independent origins that assert it in their own voice. */
  readonly origins: number;
}

export interface LinkEnds {
  readonly id: LinkId;
  readonly relation: RelationId;
  readonly from: EntityId;
  readonly to: EntityId;
}

/** The link that a claim belongs to, once merged entities and symmetric relations are taken into account. */
export function linkOfClaim(
  claim: Pick<LinkClaim, "subject" | "relation" | "object">,
  ontology: Ontology,
  merged: ReadonlyMap<EntityId, EntityId> = new Map(),
): LinkEnds {
  const subject = merged.get(claim.subject) ?? claim.subject;
  const object = merged.get(claim.object) ?? claim.object;
  const turned = relationOf(ontology, claim.relation).symmetric && object < subject;
  const [from, to] = turned ? [object, subject] : [subject, object];
  return { id: linkIdOf(from, claim.relation, to), relation: claim.relation, from, to };
}

/** `from>relation>to`, with `%` and `>` inside a part written `%25` and `%3E`: readable, stable, and never the same for two links. */
export function linkIdOf(from: EntityId, relation: RelationId, to: EntityId): LinkId {
  return linkId([from, relation, to].map(escapePart).join(">"));
}

/** A part of a link's id. */
export function escapePart(part: string): string {
  return part.replaceAll("%", "%25").replaceAll(">", "%3E");
}
