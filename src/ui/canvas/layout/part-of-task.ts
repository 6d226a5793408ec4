import type { LayoutTask } from "./layout-task.ts";

/** The task restricted to some nodes, renumbered in the order given; links that leave them are dropped, as are links of a node to itself. */
export function partOfTask(task: LayoutTask, nodes: readonly number[]): LayoutTask {
  const place = new Int32Array(task.count).fill(-1);
  nodes.forEach((node, at) => {
    place[node] = at;
  });
  const links: number[] = [];
  for (let at = 0; at < task.links.length; at += 2) {
    const a = place[task.links[at] as number] as number;
    const b = place[task.links[at + 1] as number] as number;
    if (a >= 0 && b >= 0 && a !== b) links.push(a, b);
  }
  const pick = (values: Float64Array) => Float64Array.from(nodes, (node) => values[node] as number);
  return {
    ...task,
    count: nodes.length,
    x: pick(task.x),
    y: pick(task.y),
    halfWidth: pick(task.halfWidth),
    above: pick(task.above),
    below: pick(task.below),
    links: Uint32Array.from(links),
  };
}
