import { foldCommunities } from "./fold-communities.ts";
import type { Snapshot } from "./snapshot.ts";

/** A graph whose links have weights: the case itself, then what its communities make of it. */
export interface Web {
  readonly nodes: number;
  /** The neighbours of a node lie from `start` to before `end`. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly other: Uint32Array;
  /** Per place of `other`; null where each counts 1. */
  readonly weight: Uint32Array | null;
  /** Per node twice what lies inside it; null where nothing does. */
  readonly inside: Uint32Array | null;
}

export interface Communities {
  /** Per node its community: 0, 1, 2 … in order of their first nodes. */
  readonly of: Uint32Array;
  readonly count: number;
}

/** A node is looked at this often at most on a level: a bound that no sound graph comes near. */
const mostVisits = 40;
const pollEvery = 0x3fff;

/**
 * Which entities belong together by their links alone: the Louvain method (Blondel et al. 2008), each link counting 1 and
 * parallel ones each, with a queue of the nodes whose surroundings changed instead of whole sweeps (Ozaki et al. 2016, Traag
 * et al. 2019). Nodes come in their order, equal gains go to the lower community: the same snapshot gives the same communities.
 * A node without links is a community of its own. Null once `cancelled` says so. O(slots) a level in practice, few levels; beside the
 * snapshot some 40 bytes a node and 8 a pair of communities.
 */
export function communitiesOf(
  { nodes, slotStart, slotEnd, slotNode }: Pick<Snapshot, "nodes" | "slotStart" | "slotEnd" | "slotNode">,
  cancelled: () => boolean = () => false,
): Communities | null {
  let web: Web = { nodes, start: slotStart, end: slotEnd, other: slotNode, weight: null, inside: null };
  let of: Uint32Array | null = null;
  for (;;) {
    const moved = moveNodes(web, cancelled);
    if (moved === null) return null;
    const { of: next, count } = numbered(moved);
    of = of === null ? next : composed(of, next);
    if (count === web.nodes) return { of, count };
    web = foldCommunities(web, { of: next, count });
  }
}

interface Moving {
  readonly web: Web;
  readonly community: Uint32Array;
  /** Per community the weights of its nodes' links. */
  readonly total: Float64Array;
  readonly degree: Float64Array;
  /** Of the graph, each link from both ends. */
  readonly all: number;
  /** Per community what leads there from the node at hand; 0 between nodes. */
  readonly toward: Float64Array;
  readonly near: Uint32Array;
  readonly waiting: Waiting;
}

/** Each node goes where modularity gains most, until no move gains. */
function moveNodes(web: Web, cancelled: () => boolean): Uint32Array | null {
  const { nodes } = web;
  const degree = degreesOf(web);
  const moving: Moving = {
    web,
    community: Uint32Array.from({ length: nodes }, (_, node) => node),
    total: degree.slice(),
    degree,
    all: degree.reduce((sum, each) => sum + each, 0),
    toward: new Float64Array(nodes),
    near: new Uint32Array(nodes),
    waiting: new Waiting(nodes),
  };
  if (moving.all === 0) return moving.community;
  for (let visits = 0; moving.waiting.length > 0 && visits < mostVisits * nodes; visits++) {
    if ((visits & pollEvery) === pollEvery && cancelled()) return null;
    const node = moving.waiting.take();
    const best = bestFor(node, moving);
    if (best !== moving.community[node]) move(node, best, moving);
  }
  return moving.community;
}

function degreesOf({ nodes, start, end, weight, inside }: Web): Float64Array {
  const degree = new Float64Array(nodes);
  for (let node = 0; node < nodes; node++) {
    let sum = inside === null ? 0 : inside[node]!;
    if (weight === null) sum += end[node]! - start[node]!;
    else for (let at = start[node]!; at < end[node]!; at++) sum += weight[at]!;
    degree[node] = sum;
  }
  return degree;
}

/** The neighbouring community whose modularity gains most by the node; its own where none gains more. */
function bestFor(node: number, { web, community, total, degree, all, toward, near }: Moving): number {
  const { start, end, other, weight } = web;
  const own = community[node]!;
  let count = 0;
  for (let at = start[node]!; at < end[node]!; at++) {
    const there = community[other[at]!]!;
    if (toward[there] === 0) near[count++] = there;
    toward[there]! += weight === null ? 1 : weight[at]!;
  }
  const share = degree[node]! / all;
  let best = own;
  let most = toward[own]! - (total[own]! - degree[node]!) * share;
  for (let at = 0; at < count; at++) {
    const there = near[at]!;
    if (there === own) continue;
    const gain = toward[there]! - total[there]! * share;
    if (gain > most + 1e-9 || (best !== own && there < best && gain > most - 1e-9)) {
      best = there;
      most = Math.max(most, gain);
    }
  }
  for (let at = 0; at < count; at++) toward[near[at]!] = 0;
  return best;
}

/** Neighbours elsewhere may want to follow. */
function move(node: number, to: number, { web, community, total, degree, waiting }: Moving): void {
  total[community[node]!]! -= degree[node]!;
  total[to]! += degree[node]!;
  community[node] = to;
  for (let at = web.start[node]!; at < web.end[node]!; at++) {
    const other = web.other[at]!;
    if (community[other] !== to) waiting.add(other);
  }
}

/** Nodes that wait to be looked at, first come, first served, each once. */
class Waiting {
  readonly #ring: Uint32Array;
  readonly #isIn: Uint8Array;
  #head = 0;
  #length: number;

  /** All of them, in their order. */
  constructor(nodes: number) {
    this.#ring = Uint32Array.from({ length: nodes }, (_, node) => node);
    this.#isIn = new Uint8Array(nodes).fill(1);
    this.#length = nodes;
  }

  get length(): number {
    return this.#length;
  }

  take(): number {
    const node = this.#ring[this.#head]!;
    this.#head = this.#head + 1 === this.#ring.length ? 0 : this.#head + 1;
    this.#isIn[node] = 0;
    this.#length--;
    return node;
  }

  add(node: number): void {
    if (this.#isIn[node] === 1) return;
    this.#isIn[node] = 1;
    const at = this.#head + this.#length;
    this.#ring[at < this.#ring.length ? at : at - this.#ring.length] = node;
    this.#length++;
  }
}

function numbered(community: Uint32Array): Communities {
  const number = new Uint32Array(community.length);
  let count = 0;
  const of = community.map((each) => {
    if (number[each] === 0) number[each] = ++count;
    return number[each]! - 1;
  });
  return { of, count };
}

function composed(of: Uint32Array, next: Uint32Array): Uint32Array {
  return of.map((each) => next[each]!);
}
