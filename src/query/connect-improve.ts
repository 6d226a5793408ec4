import { type ConnectGround, degreeOf, openNeighbours } from "./connect-ground.ts";
import { countParts, type SmallWeb, smallWeb } from "./small-web.ts";

/** A network that joins the named entities as well as can be, and what "as well" means. */
export interface Network {
  /** Nodes beside the named, in ascending order. */
  readonly added: readonly number[];
  /** Into how many parts the named fall. */
  readonly parts: number;
  readonly maxHops: number;
}

/** Nodes that are tried in one round, and what is spent on trying, counted as links of small webs looked at. */
const MOST_TRIED = 64;
const MOST_WORK = 5_000_000;
/** Slots looked at for nodes to try. */
const MOST_SLOTS = 2_000_000;

/**
 * A network that does with fewer, if a local search finds one: what is not needed is dropped; then a node that is one
 * link from several of the network is put in, and kept if more than it can be dropped for it (insertion and deletion of
 * Steiner nodes: Voß 1992), the best connected first, until nothing helps. What it costs is bounded by counts, not by time.
 */
export function improveNetwork(ground: ConnectGround, network: Network): Network {
  const work = { left: MOST_WORK };
  let web = smallWeb(ground, network.added);
  let kept = dropUnneeded(ground, { web, network, work });
  for (let better: number[] | null = kept; better !== null && kept.length > 1 && work.left > 0; ) {
    kept = better;
    web = smallWeb(ground, kept);
    better = insertOne(ground, { web, network, work });
  }
  return { ...network, added: kept.toSorted((a, b) => a - b) };
}

interface Local {
  readonly web: SmallWeb;
  readonly network: Network;
  readonly work: { left: number };
}

/** The nodes beside the named that are left when each in turn is dropped, if the named hang together without it. */
function dropUnneeded(ground: ConnectGround, { web, network, work }: Local): number[] {
  const { nodes, named, near } = web;
  const gone = new Uint8Array(nodes.length);
  const cost = near.reduce((sum, places) => sum + places.length + 1, 0);
  for (let place = named; place < nodes.length; place++) {
    work.left -= cost;
    if (work.left < 0 || !ground.meter.toil(cost)) break;
    gone[place] = 1;
    if (countParts(web, gone, network.maxHops) > network.parts) gone[place] = 0;
  }
  return nodes.filter((_, place) => place >= named && gone[place] === 0);
}

/** The network with one node more and at least two fewer; null when no node tried gives one. */
function insertOne(ground: ConnectGround, local: Local): number[] | null {
  const { web, work } = local;
  const before = web.nodes.length - web.named;
  for (const [node, places] of nodesToTry(ground, web)) {
    if (work.left < 0 || ground.meter.stopped !== null) return null;
    const near = web.near.map((others, place) => (places.includes(place) ? [...others, web.nodes.length] : others));
    const wider = { ...web, nodes: [...web.nodes, node], near: [...near, places] };
    const kept = dropUnneeded(ground, { ...local, web: wider });
    if (kept.length < before) return kept;
  }
  return null;
}

/** Nodes outside that are one link from two or more of the network, with the places of those; the best connected first. */
function nodesToTry(ground: ConnectGround, { nodes }: SmallWeb): [node: number, places: number[]][] {
  const inside = new Set(nodes);
  const near = new Map<number, number[]>();
  let slots = 0;
  for (const [place, node] of nodes.entries()) {
    slots += degreeOf(ground, node);
    if (slots > MOST_SLOTS || !ground.meter.spend(degreeOf(ground, node))) break;
    for (const other of openNeighbours(ground, node)) {
      if (inside.has(other)) continue;
      const places = near.get(other);
      if (places === undefined) near.set(other, [place]);
      else places.push(place);
    }
  }
  return [...near]
    .filter(([, places]) => places.length > 1)
    .sort((a, b) => b[1].length - a[1].length || a[0] - b[0])
    .slice(0, MOST_TRIED);
}
