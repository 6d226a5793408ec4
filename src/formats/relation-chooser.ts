import type { RelationId } from "../base/ids.ts";
import { relationId } from "../base/ids.ts";
import type { Ontology, Relation } from "../claims/ontology.ts";
import { relationOf } from "../claims/ontology.ts";

export interface WrittenRelation {
  /** As the file names it; "" where it names none. */
  readonly name: string;
  /** Null where the file does not say. */
  readonly direction: "directed" | "undirected" | null;
}

export interface ChosenRelation {
  readonly relation: RelationId;
  /** The name, where the relation could not be called so; else "". */
  readonly note: string;
  /** To declare before the claim: a relation that the ontology lacks and that this file uses without direction. */
  readonly undirected: Relation | null;
  readonly trouble: string | null;
}

/**
 * Which relation the edges of one file speak of. None named: `linked-to`, undirected `related-to`. An undirected edge needs a
 * symmetric relation: its name is declared so when the ontology lacks it; a name that is known, or was used before, the other
 * way round becomes the note of the plain relation.
 */
export function relationChooser(ontology: Ontology): { choose(written: WrittenRelation): ChosenRelation } {
  /** Relations that the ontology lacks, as this file used them first. */
  const symmetric = new Map<RelationId, boolean>();

  const choose = ({ name, direction }: WrittenRelation): ChosenRelation => {
    const wantSymmetric = direction === "undirected";
    const plain = relationId(wantSymmetric ? "related-to" : "linked-to");
    const relation = name === "" ? plain : knownRelation(ontology, name);
    const declared = ontology.relations.get(relation)?.symmetric ?? symmetric.get(relation);
    if (declared !== undefined && direction !== null && declared !== wantSymmetric) {
      const trouble = `"${name}" is ${declared ? "symmetric" : "directed"} elsewhere and ${direction} here; kept as ${plain} with "${name}" as its note`;
      return { relation: plain, note: name, undirected: undirectedOnce(plain, wantSymmetric), trouble };
    }
    return { relation, note: "", undirected: undirectedOnce(relation, wantSymmetric), trouble: null };
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

/** The ontology's relation that the name equals in lower-kebab form ("Affiliate of"); otherwise the name as it is. */
function knownRelation(ontology: Ontology, name: string): RelationId {
  const kebab = kebabOf(name);
  const exact = relationId(name);
  return !ontology.relations.has(exact) && kebab !== "" && ontology.relations.has(relationId(kebab)) ? relationId(kebab) : exact;
}

/** "Affiliate of" as `affiliate-of`. */
export function kebabOf(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, "-");
}
