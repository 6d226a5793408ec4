import type { EntityTypeId, RelationId } from "../base/ids.ts";
import { kindsOf, type Ontology, relationOf } from "../claims/ontology.ts";
import type { SnapshotNames } from "./snapshot.ts";

/** What the ontology says of the relations and types of a snapshot. */
export function namesInOntology(
  ontology: Ontology,
  { relations, types }: Pick<SnapshotNames, "relations" | "types">,
): Pick<SnapshotNames, "families" | "kinds"> {
  return {
    families: relations.map((id) => relationOf(ontology, id as RelationId).family),
    kinds: types.map((type) => kindsOf(ontology, type as EntityTypeId)),
  };
}
