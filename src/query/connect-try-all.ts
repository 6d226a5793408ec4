import { type ConnectGround, degreeOf, openNeighbours } from "./connect-ground.ts";
import type { Network } from "./connect-improve.ts";
import { countParts, type SmallWeb, smallWeb } from "./small-web.ts";

/** Nodes that a network can have beside the named, at most, and sets of them that are tried. */
const MOST_NODES = 24;
const MOST_SETS = 20_000;

/**
 * The network with the fewest nodes, by trying all sets with one node less than the network has: a set that does stays one
 * when more is added to it, so that none smaller does when none of these does. Null when there are too many to try, or the meter stopped it.
 */
export function tryAll(ground: ConnectGround, network: Network): Network | null {
  const others = othersInReach(ground, network.maxHops);
  if (others === null) return null;
  const web = smallWeb(ground, others);
  let best = network;
  while (best.added.length > 0) {
    if (choices(others.length, best.added.length - 1) > MOST_SETS) return null;
    const fewer = setThatDoes(ground, web, best);
    if (ground.meter.stopped !== null) return null;
    if (fewer === null) break;
    best = { ...best, added: fewer };
  }
  return best;
}

/** Nodes beside the named that lie on a chain of at most `maxHops` between two of them, and perhaps a few more; null for too many. */
function othersInReach(ground: ConnectGround, maxHops: number): number[] | null {
  const found = new Set(ground.named);
  let rim: readonly number[] = ground.named;
  for (let hop = 1; hop <= maxHops / 2 && rim.length > 0; hop++) {
    rim = rimBeyond(ground, rim, found);
    if (found.size > ground.named.length + MOST_NODES || ground.meter.stopped !== null) return null;
  }
  return [...found].slice(ground.named.length).sort((a, b) => a - b);
}

/** Nodes one link from the rim that are not found yet; none past the first that are too many. */
function rimBeyond(ground: ConnectGround, rim: readonly number[], found: Set<number>): number[] {
  const beyond: number[] = [];
  for (const node of rim) {
    if (found.size > ground.named.length + MOST_NODES || !ground.meter.spend(degreeOf(ground, node))) break;
    for (const other of openNeighbours(ground, node)) {
      if (found.has(other)) continue;
      found.add(other);
      beyond.push(other);
    }
  }
  return beyond;
}

function choices(of: number, some: number): number {
  let count = 1;
  for (let at = 0; at < some; at++) count = (count * (of - at)) / (at + 1);
  return count;
}

/** A set with one node less that leaves the named in as few parts; the first in lexicographic order of its nodes. */
function setThatDoes(ground: ConnectGround, web: SmallWeb, { added, parts, maxHops }: Network): number[] | null {
  const size = added.length - 1;
  const cost = web.near.reduce((sum, places) => sum + places.length + 1, 0);
  const gone = new Uint8Array(web.nodes.length).fill(1, web.named);
  const choose = (from: number, left: number): boolean => {
    if (left === 0) return ground.meter.toil(cost) && countParts(web, gone, maxHops) === parts;
    for (let place = from; place <= web.nodes.length - left; place++) {
      gone[place] = 0;
      if (choose(place + 1, left - 1)) return true;
      gone[place] = 1;
    }
    return false;
  };
  return choose(web.named, size) ? web.nodes.filter((_, place) => place >= web.named && gone[place] === 0) : null;
}
