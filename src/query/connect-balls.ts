import { type ConnectGround, degreeOf, openNeighbours } from "./connect-ground.ts";

/** Hops from some terminals to the nodes around them, as far as it was cheap to look. */
export interface Balls {
  readonly terminals: readonly number[];
  /** Per terminal its hops to each node within its radius. */
  readonly hops: readonly ReadonlyMap<number, number>[];
  /** Per terminal: every node within so many hops is known; EVERYWHERE when nothing is beyond. */
  readonly radius: readonly number[];
}

/** More hops than any search takes. */
export const EVERYWHERE = 2 ** 20;

/** Slots that are looked at for balls. */
const MOST_SLOTS = 300_000;

/** Grows a ball around each terminal, always the one whose rim is lightest, as far as the slots allow or `most` hops. */
export function growBalls(ground: ConnectGround, terminals: readonly number[], most: number): Balls {
  const hops = terminals.map((node) => new Map([[node, 0]]));
  const rims = terminals.map((node) => [node]);
  const radius = terminals.map(() => 0);
  for (let slots = 0; ground.meter.stopped === null; ) {
    const weights = rims.map((rim, at) =>
      radius[at]! < most ? rim.reduce((sum, node) => sum + degreeOf(ground, node), 0) : Infinity,
    );
    const least = weights.indexOf(Math.min(...weights));
    slots += weights[least]!;
    if (slots > MOST_SLOTS || !ground.meter.spend(weights[least]!)) break;
    radius[least]!++;
    rims[least] = rimBeyond(ground, hops[least]!, { rim: rims[least]!, hop: radius[least]! });
    if (rims[least].length === 0) radius[least] = EVERYWHERE;
  }
  return { terminals, hops, radius };
}

function rimBeyond(
  ground: ConnectGround,
  hops: Map<number, number>,
  { rim, hop }: { rim: readonly number[]; hop: number },
): number[] {
  const beyond: number[] = [];
  for (const node of rim)
    for (const other of openNeighbours(ground, node))
      if (!hops.has(other)) {
        hops.set(other, hop);
        beyond.push(other);
      }
  return beyond;
}

/** Hops from the terminal to the node, or as many as are certain. */
export function hopsAtLeast({ hops, radius }: Balls, terminal: number, node: number): number {
  return hops[terminal]!.get(node) ?? radius[terminal]! + 1;
}

/** Hops between each two terminals, or as many as are certain. O(nodes known · terminals^2). */
export function hopsBetween({ terminals, hops, radius }: Balls): number[][] {
  return terminals.map((_, a) =>
    terminals.map((_, b) => {
      if (a === b) return 0;
      const [small, large] = hops[a]!.size < hops[b]!.size ? [hops[a]!, hops[b]!] : [hops[b]!, hops[a]!];
      let least = radius[a]! + radius[b]! + 1;
      for (const [node, near] of small) {
        const far = large.get(node);
        if (far !== undefined && near + far < least) least = near + far;
      }
      return least;
    }),
  );
}
