import type { RelationId } from "../../base/ids.ts";
import { claimId, entityId, relationId } from "../../base/ids.ts";
import type { LinkClaim, Stance } from "../../claims/claim.ts";
import type { Ontology, Relation } from "../../claims/ontology.ts";
import { relationOf } from "../../claims/ontology.ts";
import type { ReadContext } from "../format.ts";
import { ownColumn } from "./links-columns.ts";

/** A row of an edge list, cell by meaning; "" where the file says nothing. */
export interface EdgeRow {
  readonly row: number;
  readonly source: string;
  readonly target: string;
  readonly type: string;
  readonly label: string;
  readonly weight: string;
  readonly others: readonly (readonly [name: string, value: string])[];
  /** The columns beyond the first five of a file that Clew wrote; null for all other files. */
  readonly own: ReadonlyMap<string, string> | null;
}

interface Choice {
  readonly relation: RelationId;
  readonly note: string;
  /** To declare before the claim: a relation that the ontology lacks and that this file uses without direction. */
  readonly undirected: Relation | null;
  readonly trouble: string | null;
}

/**
 * Which relation a row speaks of. Where `type` says Directed or Undirected (Gephi), `label` is the
 * relation, otherwise `type` is, and `label` the note. None given: `linked-to`, undirected `related-to`.
 * An undirected row needs a symmetric relation: its name is declared so when the ontology lacks it; a
 * name that is known, or was used before, the other way round becomes the note of the plain relation.
 */
export function relationChooser(ontology: Ontology): { choose(row: Pick<EdgeRow, "type" | "label">): Choice } {
  /** Relations that the ontology lacks, as this file used them first. */
  const symmetric = new Map<RelationId, boolean>();

  const choose = ({ type, label }: Pick<EdgeRow, "type" | "label">): Choice => {
    const direction = directionOf(type);
    const [given, note] = direction === null ? [type, label] : [label, ""];
    const wantSymmetric = direction === "undirected";
    const plain = relationId(wantSymmetric ? "related-to" : "linked-to");
    const relation = given === "" ? plain : knownRelation(ontology, given);
    const declared = ontology.relations.get(relation)?.symmetric ?? symmetric.get(relation);
    if (declared !== undefined && direction !== null && declared !== wantSymmetric) {
      const trouble = `"${given}" is ${declared ? "symmetric" : "directed"} elsewhere and ${direction} here; kept as ${plain} with "${given}" as its note`;
      return { relation: plain, note: given, undirected: undirectedOnce(plain, wantSymmetric), trouble };
    }
    return { relation, note, undirected: undirectedOnce(relation, wantSymmetric), trouble: null };
  };

  /** Notes how the file uses a relation; the declaration it needs, the first time it is used without direction. */
  const undirectedOnce = (relation: RelationId, wantSymmetric: boolean): Relation | null => {
    if (ontology.relations.has(relation) || symmetric.has(relation)) return null;
    symmetric.set(relation, wantSymmetric);
    if (!wantSymmetric) return null;
    const named = relationOf(ontology, relation);
    return { ...named, symmetric: true, inverse: named.label };
  };
  return { choose };
}

/** What Gephi puts into its column Type; null for the name of a relation. */
function directionOf(type: string): "directed" | "undirected" | null {
  const word = type.toLowerCase();
  if (word === "directed") return "directed";
  return word === "undirected" || word === "mutual" ? "undirected" : null;
}

/** The ontology's relation that the name equals in lower-kebab form ("Affiliate of"); otherwise the name as it is. */
function knownRelation(ontology: Ontology, name: string): RelationId {
  const kebab = name.toLowerCase().replaceAll(/[\s_-]+/g, "-");
  const exact = relationId(name);
  return !ontology.relations.has(exact) && kebab !== "" && ontology.relations.has(relationId(kebab)) ? relationId(kebab) : exact;
}

/**
 * The claims of a row: one, asserted in the source's own voice. A row of our own `links` part keeps
 * what its standing says, so that what was alleged or denied is not asserted on the way back: a
 * contested link gives an allegation and a denial.
 */
export function edgeClaims(
  row: EdgeRow,
  { relation, note }: Pick<Choice, "relation" | "note">,
  context: ReadContext,
): LinkClaim[] {
  return stancesOf(ownColumn(row.own, "standing")).map((stance, at) => ({
    kind: "link",
    id: claimId(`${context.source.id}#${row.row}${at === 0 ? "" : `-${stance}`}`),
    subject: entityId(row.source),
    relation,
    object: entityId(row.target),
    stance,
    speaker: null,
    source: context.source.id,
    citation: { kind: "row", row: row.row },
    during: null,
    said: null,
    about: null,
    note,
    credibility: null,
    relays: null,
    origin: { kind: "imported", file: context.file, row: row.row },
    recordedBy: context.by,
    recordedAt: context.at,
    attributes: [...(row.weight === "" ? [] : [["weight", numberOrText(row.weight)] as const]), ...row.others],
  }));
}

function stancesOf(standing: string): readonly Stance[] {
  if (standing === "alleged") return ["alleges"];
  if (standing === "denied") return ["denies"];
  if (standing === "contested") return ["alleges", "denies"];
  return ["asserts"];
}

/** A decimal number as written by people and programs; anything else stays text. */
function numberOrText(text: string): number | string {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text)) ? Number(text) : text;
}
