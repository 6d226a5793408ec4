import type { EntityId } from "../base/ids.ts";
import { representatives } from "../claims/judgement.ts";
import type { CaseStore } from "../store/case-store.ts";

/** Who stands for whom, by the `same` judgements in force. */
export function mergesOf(store: CaseStore): ReadonlyMap<EntityId, EntityId> {
  return representatives(store.judgements());
}
