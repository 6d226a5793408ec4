import type { LinkMaker } from "./link-maker.ts";
import { magnitude, type Random } from "./random.ts";

const SMALLEST = 20;
const LARGEST = 400;
/** Links that leave their cluster. */
const LEAVING = 0.1;

/**
 * Clusters of 20 to 400 nodes in a ring; nine links of ten stay in one, the others lead to a cluster near or far,
 * each order of distance as likely (after Kleinberg 2000): no hubs, longer ways. Makes all the links that are left to make.
 */
export function joinClustered(maker: LinkMaker, nodes: number, random: Random): void {
  const starts = [0];
  while (starts.at(-1)! < nodes) starts.push(Math.min(nodes, starts.at(-1)! + magnitude(random, SMALLEST, LARGEST)));
  const clusters = starts.length - 1;
  const member = (cluster: number): number => {
    const start = starts[cluster]!;
    return start + random.below(starts[cluster + 1]! - start);
  };
  const clusterOf = new Uint32Array(nodes);
  for (let cluster = 0; cluster < clusters; cluster++) clusterOf.fill(cluster, starts[cluster], starts[cluster + 1]);
  while (maker.made < maker.from.length) {
    const node = random.below(nodes);
    const home = clusterOf[node]!;
    const away = random.unit() < LEAVING ? magnitude(random, 1, clusters / 2) : 0;
    const step = random.below(2) === 0 ? away : clusters - away;
    maker.join(node, member((home + step) % clusters));
  }
}
