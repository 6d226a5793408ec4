import { type Balls, EVERYWHERE, growBalls, UNKNOWN } from "./connect-balls.ts";
import { type ConnectGround, degreeOf, isOpen } from "./connect-ground.ts";

/** Terminals at most: tables have 2^(terminals - 1) entries per node. */
export const MOST_TERMINALS = 10;

/** What a proof may cost, in slots and pairs of labels looked at, and the labels that it may keep. */
const MOST_WORK = 12_000_000;
const MOST_LABELS = 2 ** 22;

/** `none`: no tree has fewer hops than the bound. `unknown`: the search was stopped. */
export type Fewest = { readonly nodes: readonly number[] } | "none" | "unknown";

/**
 * The nodes of a tree that joins the terminals with the fewest hops, where there is one with fewer than `bound`. Dynamic
 * programming over subsets of the terminals (Dreyfus & Wagner 1971), in order of cost and cut off by a lower bound on what the
 * rest must cost (Hougardy, Silvanus & Vygen 2017): half a tour of the terminals left (a 1-tree), or the farthest of them. O(3^k n + 2^k
 * m) at worst; what it costs is bounded by counts, so that time does not change the answer.
 */
export function fewestHops(ground: ConnectGround, terminals: readonly number[], bound: number): Fewest {
  if (terminals.length > MOST_TERMINALS || bound >= NONE) return "unknown";
  const balls = growBalls(ground, terminals, bound);
  if (ground.meter.stopped !== null) return "unknown";
  return new TreeSearch(ground, balls, bound).run();
}

const NONE = 255;

/**
 * A label is a node and a set of terminals: the fewest hops of a tree that joins them with it. The last terminal is the root: it is in no set,
 * and the label of all others at it is the answer.
 */
class TreeSearch {
  readonly #ground: ConnectGround;
  readonly #bound: number;
  readonly #rest: RestBound;
  /** Sets of terminals but the root are 0 … sets - 1; label = place of the node * sets + set. */
  readonly #sets: number;
  readonly #root: number;
  readonly #places = new Map<number, number>();
  readonly #nodes: number[] = [];
  #cost = new Uint8Array(2 ** 12).fill(NONE);
  /** Per label the place of the node it came from, or -1 - set for the two sets it was put together from; at a terminal itself. */
  #from = new Int32Array(2 ** 12);
  /** Labels by cost. */
  readonly #buckets: number[][] = [];
  #work = 0;

  constructor(ground: ConnectGround, balls: Balls, bound: number) {
    this.#ground = ground;
    this.#bound = bound;
    this.#rest = new RestBound(balls);
    this.#sets = 2 ** (balls.terminals.length - 1);
    this.#root = balls.terminals.at(-1)!;
    for (const [at, node] of balls.terminals.slice(0, -1).entries()) {
      const place = this.#placeOf(node);
      if (this.#isHopeful(node, 2 ** at, 0)) this.#keep(place * this.#sets + 2 ** at, 0, place);
    }
  }

  run(): Fewest {
    const all = this.#sets - 1;
    for (let cost = 0; cost < this.#bound; cost++)
      for (const label of this.#buckets[cost] ?? []) {
        if (this.#cost[label]! < cost) continue;
        const place = Math.floor(label / this.#sets);
        const set = label % this.#sets;
        if (set === all && this.#nodes[place] === this.#root) return { nodes: [...this.#treeOf(label)] };
        this.#merge(place, set, cost);
        this.#walk(place, set, cost);
        if (this.#work > MOST_WORK || this.#nodes.length * this.#sets > MOST_LABELS || this.#ground.meter.stopped !== null)
          return "unknown";
      }
    return "none";
  }

  #placeOf(node: number): number {
    const known = this.#places.get(node);
    if (known !== undefined) return known;
    const place = this.#nodes.push(node) - 1;
    this.#places.set(node, place);
    const labels = (place + 1) * this.#sets;
    if (labels > this.#cost.length) {
      const cost = new Uint8Array(2 * labels).fill(NONE);
      const from = new Int32Array(2 * labels);
      cost.set(this.#cost);
      from.set(this.#from);
      this.#cost = cost;
      this.#from = from;
    }
    return place;
  }

  /** Whether a tree of that cost can still grow into one below the bound. */
  #isHopeful(node: number, set: number, cost: number): boolean {
    return cost + this.#rest.atLeast(node, set, cost) < this.#bound;
  }

  #keep(label: number, cost: number, from: number): void {
    this.#cost[label] = cost;
    this.#from[label] = from;
    this.#buckets[cost] ??= [];
    this.#buckets[cost].push(label);
  }

  /** Trees that share the node and no terminal make one. */
  #merge(place: number, set: number, cost: number): void {
    const others = (this.#sets - 1) & ~set;
    const first = place * this.#sets;
    for (let other = others; other > 0; other = (other - 1) & others) {
      this.#work++;
      const more = this.#cost[first + other]!;
      const label = first + (set | other);
      if (more > cost || cost + more >= this.#cost[label]!) continue;
      if (this.#isHopeful(this.#nodes[place]!, set | other, cost + more)) this.#keep(label, cost + more, -1 - set);
    }
  }

  #costAt(node: number, set: number): number {
    const place = this.#places.get(node);
    return place === undefined ? NONE : this.#cost[place * this.#sets + set]!;
  }

  #walk(place: number, set: number, cost: number): void {
    const ground = this.#ground;
    const { slotStart, slotEnd, slotNode } = ground.snapshot;
    const { filter } = ground;
    const node = this.#nodes[place]!;
    this.#work += degreeOf(ground, node) * this.#rest.terminals;
    if (cost + 1 >= this.#bound || !ground.meter.spend(degreeOf(ground, node))) return;
    let last = -1;
    for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++) {
      const other = slotNode[slot]!;
      if (other === last || !filter.walksSlot(filter.either, slot)) continue;
      last = other;
      if (this.#costAt(other, set) <= cost + 1) continue;
      // Most nodes are too far from the terminals left: they get no place.
      if (!this.#isHopeful(other, set, cost + 1) || !isOpen(ground, other)) continue;
      this.#keep(this.#placeOf(other) * this.#sets + set, cost + 1, place);
    }
  }

  #treeOf(label: number): Set<number> {
    const nodes = new Set<number>();
    const labels = [label];
    for (const each of labels) {
      const place = Math.floor(each / this.#sets);
      const set = each % this.#sets;
      nodes.add(this.#nodes[place]!);
      const from = this.#from[each]!;
      if (this.#cost[each] === 0) continue;
      if (from >= 0) labels.push(from * this.#sets + set);
      else labels.push(place * this.#sets + (-1 - from), place * this.#sets + (set & ~(-1 - from)));
    }
    return nodes;
  }
}

/** What joining a node with the terminals outside a set must cost at least. */
class RestBound {
  readonly terminals: number;
  readonly #balls: Balls;
  /** Per set of all terminals, the root's bit among them, the weight of its shortest spanning tree. */
  readonly #trees: Float64Array;
  /** Per set and terminal the hops between that and the farthest of the set. */
  readonly #farthest: Float64Array;

  constructor(balls: Balls) {
    const count = balls.terminals.length;
    this.terminals = count;
    this.#balls = balls;
    this.#trees = Float64Array.from({ length: 2 ** count }, (_, set) => spanningTree(balls.between, set));
    this.#farthest = Float64Array.from({ length: 2 ** count * count }, (_, at) => {
      const [set, terminal] = [Math.floor(at / count), at % count];
      return balls.between.reduce((far, hops, other) => ((set & (1 << other)) === 0 ? far : Math.max(far, hops[terminal]!)), 0);
    });
  }

  /** A tree of `cost` hops has come no farther than that from each terminal of the set: the others are no nearer than that leaves. */
  atLeast(node: number, set: number, cost: number): number {
    const count = this.terminals;
    const { hops: table, radius } = this.#balls;
    const first = this.#balls.at(node);
    let [nearest, second, farthest] = [EVERYWHERE, EVERYWHERE, 0];
    for (let terminal = 0; terminal < count; terminal++) {
      if ((set & (1 << terminal)) !== 0) continue;
      const known = first < 0 ? UNKNOWN : table[first + terminal]!;
      const hops = known !== UNKNOWN ? known : Math.max(radius[terminal]! + 1, this.#farthest[set * count + terminal]! - cost);
      if (hops > farthest) farthest = hops;
      if (hops < nearest) {
        second = nearest;
        nearest = hops;
      } else if (hops < second) second = hops;
    }
    const rest = (2 ** count - 1) & ~set;
    if ((rest & (rest - 1)) === 0) return farthest;
    return Math.max(farthest, Math.ceil((this.#trees[rest]! + nearest + second) / 2));
  }
}

/** Weight of the shortest spanning tree of the set's terminals (Prim 1957). */
function spanningTree(between: readonly (readonly number[])[], set: number): number {
  const left = new Map(between.flatMap((_, at) => ((set & (1 << at)) === 0 ? [] : [[at, Infinity] as const])));
  let weight = 0;
  for (let next = [...left.keys()][0]; next !== undefined; ) {
    left.delete(next);
    for (const [other, hops] of left) left.set(other, Math.min(hops, between[next]![other]!));
    const nearest: [number, number] | undefined = [...left].sort((a, b) => a[1] - b[1])[0];
    weight += nearest?.[1] ?? 0;
    next = nearest?.[0];
  }
  return weight;
}
