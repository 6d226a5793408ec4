import { compareIds } from "../base/ids.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { linkIdAt } from "./link-id-at.ts";

/** Below 0 where the id of link `a` comes before that of link `b`: their indices say so, but of what has changed since the snapshot was laid. */
export function compareLinks(graph: BuiltSnapshot, a: number, b: number): number {
  const { tail, links } = graph.snapshot;
  const laid = tail === null ? links : tail.laid.links;
  if (a === b || (a < laid && b < laid)) return a - b;
  return compareIds(linkIdAt(graph, a), linkIdAt(graph, b));
}

/** Puts links, each once, in order of id: in place. `sorted`: they are in order of index. */
export function orderLinks(graph: BuiltSnapshot, sorted: Uint32Array): Uint32Array {
  const { tail } = graph.snapshot;
  if (tail === null || sorted.length === 0 || sorted.at(-1)! < tail.laid.links) return sorted;
  const at = sorted.findIndex((link) => link >= tail.laid.links);
  const late = [...sorted.subarray(at)].sort((a, b) => compareLinks(graph, a, b));
  let [from, to] = [at - 1, sorted.length - 1];
  while (late.length > 0) {
    const last = late.at(-1)!;
    if (from >= 0 && compareLinks(graph, sorted[from]!, last) > 0) sorted[to--] = sorted[from--]!;
    else {
      sorted[to--] = last;
      late.pop();
    }
  }
  return sorted;
}
