const few = { smallest: 10, largest: 20 };
/** Among many, the hubs are what the eye should meet: the others make room for lines. */
const many = { smallest: 6.5, largest: 26 };
const mostFew = 400;
/** Below this degree the best linked entity of a case is not drawn at full size: a case of two is no case of hubs. */
const leastLargest = 8;

/** Radius in pixels at zoom 1 for an entity of that many links, among `entities` of which the best linked has `mostLinks`: area grows with links. */
export function nodeRadius(
  links: number,
  { mostLinks, entities }: { readonly mostLinks: number; readonly entities: number },
): number {
  const { smallest, largest } = entities > mostFew ? many : few;
  const share = Math.min(1, Math.max(0, links) / Math.max(mostLinks, leastLargest));
  return smallest + (largest - smallest) * Math.sqrt(share);
}
