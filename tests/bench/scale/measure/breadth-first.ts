import { type DrawnCase, linkStandings } from "../data/reckoning.ts";

/** Hops of the shortest path between two entities, by number; -1 where none joins them. */
export type HopsOf = (from: number, to: number) => number;

/**
 * A plain breadth-first search over the generated links, written apart from Clew: links that are only denied are not walked, and
 * entities that are the same are one.
 */
export function breadthFirst({ network, merged, standing, size }: DrawnCase): HopsOf {
  const itself = (entity: number) => merged.get(entity) ?? entity;
  const denied = linkStandings.indexOf("denied");
  const start = new Uint32Array(size.entities + 1);
  const each = (use: (from: number, to: number) => void): void => {
    for (let link = 0; link < network.links; link++)
      if (standing[link] !== denied) use(itself(network.from[link]!), itself(network.to[link]!));
  };
  each((from, to) => {
    start[from + 1]!++;
    start[to + 1]!++;
  });
  for (let entity = 0; entity < size.entities; entity++) start[entity + 1]! += start[entity]!;
  const fill = start.slice();
  const neighbour = new Uint32Array(start[size.entities]!);
  each((from, to) => {
    neighbour[fill[from]!++] = to;
    neighbour[fill[to]!++] = from;
  });
  const hops = new Int32Array(size.entities);
  const queue = new Uint32Array(size.entities);
  return (one, other) => {
    hops.fill(-1);
    const [from, to] = [itself(one), itself(other)];
    hops[from] = 0;
    queue[0] = from;
    let tail = 1;
    for (let head = 0; head < tail && hops[to]! < 0; head++) {
      const at = queue[head]!;
      for (let slot = start[at]!; slot < start[at + 1]!; slot++) {
        const next = neighbour[slot]!;
        if (hops[next]! >= 0) continue;
        hops[next] = hops[at]! + 1;
        queue[tail++] = next;
      }
    }
    return hops[to]!;
  };
}
