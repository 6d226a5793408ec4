import type { ClaimId, EntityId, EntityTypeId, RelationId, SourceId } from "../base/ids.ts";

/** What an answer is dressed with: what the snapshot leaves out, looked up for the few that an answer names. */
export interface Lookup {
  entity(id: EntityId): { readonly type: EntityTypeId; readonly name: string };
  /** From subject to object: "charged". */
  relationLabel(id: RelationId): string;
  sourceTitle(id: SourceId): string;
  claim(id: ClaimId): { readonly quote: string | null; readonly said: string | null; readonly during: string | null };
}
