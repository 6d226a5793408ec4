const smallest = 10;
const largest = 20;
/** Below this degree the best linked entity of a case is not drawn at full size: a case of two is no case of hubs. */
const leastLargest = 8;

/** Radius in pixels at zoom 1 for an entity of that many links where the best linked has `mostLinks`: area grows with links. */
export function nodeRadius(links: number, mostLinks: number): number {
  const share = Math.min(1, Math.max(0, links) / Math.max(mostLinks, leastLargest));
  return smallest + (largest - smallest) * Math.sqrt(share);
}
