import { cutText } from "../base/cut-text.ts";
import { compareIds } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { SnapshotNames } from "../graph/snapshot.ts";

/** The node of an entity id, by bisection. Throws BadInput (`not-found`) for one that the case lacks. */
export function nodeNamed({ entities }: Pick<SnapshotNames, "entities">, id: string): number {
  let [low, high] = [0, entities.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(entities[middle]!, id) < 0) low = middle + 1;
    else high = middle;
  }
  if (entities[low] === id) return low;
  throw new BadInput(`entity: wanted one of the case, got ${idInWords(id)}`, { kind: "not-found" });
}

/** An id for a message, quoted and cut. */
export function idInWords(id: string): string {
  return JSON.stringify(cutText(id, 80));
}
