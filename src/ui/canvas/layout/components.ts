import type { LayoutTask } from "./layout-task.ts";

/** Node indexes of each connected part, the largest first, then by first node; inside a part in ascending order. Cost: near linear. */
export function components({ count, links }: Pick<LayoutTask, "count" | "links">): number[][] {
  const parent = Int32Array.from({ length: count }, (_, at) => at);
  const rootOf = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  for (let at = 0; at < links.length; at += 2) {
    const a = rootOf(links[at] as number);
    const b = rootOf(links[at + 1] as number);
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const parts = new Map<number, number[]>();
  for (let node = 0; node < count; node++) {
    const root = rootOf(node);
    const part = parts.get(root);
    if (part === undefined) parts.set(root, [node]);
    else part.push(node);
  }
  return [...parts.values()].sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number));
}
