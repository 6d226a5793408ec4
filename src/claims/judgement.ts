import type { EntityId, JudgementId } from "../base/ids.ts";

/**
 * Somebody's word that two entities are the same, different, or may be the same. Only `same` merges,
 * and only while it is not withdrawn; the claims keep the entity that they named.
 */
export interface Judgement {
  readonly id: JudgementId;
  readonly a: EntityId;
  readonly b: EntityId;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export const verdicts = ["same", "different", "unsure"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * The entity that stands for each entity once all `same` judgements in force are applied: the
 * smallest id (code units) of its class. Entities that no judgement names stand for themselves and
 * are left out. Order of the judgements does not matter.
 */
export function representatives(judgements: Iterable<Pick<Judgement, "a" | "b" | "verdict">>): ReadonlyMap<EntityId, EntityId> {
  const parent = new Map<EntityId, EntityId>();
  const find = (id: EntityId): EntityId => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = id; at !== root; ) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  for (const { a, b, verdict } of judgements) {
    if (verdict !== "same") continue;
    const [rootA, rootB] = [find(a), find(b)];
    const [low, high] = rootA <= rootB ? [rootA, rootB] : [rootB, rootA];
    parent.set(low, low);
    parent.set(high, low);
  }
  return new Map([...parent.keys()].map((id) => [id, find(id)]));
}
