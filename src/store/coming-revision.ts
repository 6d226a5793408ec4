import type { Ontology } from "../claims/ontology.ts";
import type { GraphPatch } from "../graph/patch.ts";

/** A revision that is about to be put on disk, as only the transaction sees it that makes it. */
export interface ComingRevision {
  readonly revision: number;
  /** Of its entry, those that runs stand for among them. */
  readonly changes: number;
  ontology(): Ontology;
  /** As `CaseStore.graphPatchSince`, what is coming included. */
  patchSince(revision: number, most: number): GraphPatch | null;
}

/** The last step before a change is on disk; what it throws takes the change back. What it gives is called as soon as it is there. */
export type BeforeDisk = (coming: ComingRevision) => () => void;
