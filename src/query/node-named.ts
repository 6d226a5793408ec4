import { cutText } from "../base/cut-text.ts";
import { BadInput } from "../base/problem.ts";
import { placeOfId } from "../graph/packed-ids.ts";
import type { SnapshotNames } from "../graph/snapshot.ts";

/** The node of an entity id, by bisection. Throws BadInput (`not-found`) for one that the case lacks. */
export function nodeNamed({ entities }: Pick<SnapshotNames, "entities">, id: string): number {
  const node = placeOfId(entities, id);
  if (node !== -1) return node;
  throw new BadInput(`entity: wanted one of the case, got ${idInWords(id)}`, { kind: "not-found" });
}

/** An id for a message, quoted and cut. */
export function idInWords(id: string): string {
  return JSON.stringify(cutText(id, 80));
}
