import type { Snapshot } from "../graph/snapshot.ts";
import type { Plan } from "./plan.ts";

/**
 * Whether no node of the one side is joined with one of the other at all: then there is no path, whatever the question allows,
 * and nothing needs to be searched. O(nodes named).
 */
export function areApart({ nodePart }: Snapshot, { from, to }: Pick<Plan, "from" | "to">): boolean {
  if (from.length === 1 && to.length === 1) return nodePart[from[0]!] !== nodePart[to[0]!];
  const parts = new Set(from.map((node) => nodePart[node]!));
  return to.every((node) => !parts.has(nodePart[node]!));
}
