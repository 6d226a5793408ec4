import type { LinkMaker } from "./link-maker.ts";
import type { Random } from "./random.ts";

/**
 * Nodes come one after the other, and each joins nodes that are there, those with many links the more often
 * (Barabási and Albert 1999): few hubs, short ways. Makes all the links that are left to make.
 */
export function joinScaleFree(maker: LinkMaker, nodes: number, random: Random): void {
  const first = maker.made;
  const links = maker.from.length - first;
  for (let node = 1; node < nodes; node++) {
    const wanted = first + Math.floor((links * node) / (nodes - 1));
    maker.join(node, node - 1 < 2 ? node - 1 : popular(maker, first, random));
    while (maker.made < wanted) maker.join(random.below(16) === 0 ? random.below(node) : node, popular(maker, first, random));
  }
}

/** An end of a link that is there: a node is drawn as often as it has links. */
function popular({ from, to, made }: LinkMaker, first: number, random: Random): number {
  const link = first + random.below(made - first);
  return random.below(2) === 0 ? from[link]! : to[link]!;
}
