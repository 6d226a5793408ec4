import type { Rows } from "./rows.ts";

/** How many hops, paths of entities and sequences of links the shortest way has; -1, 0, 0 when there is none. */
export interface Ties {
  readonly hops: number;
  readonly paths: number;
  readonly sequences: number;
}

interface Side {
  readonly queue: Int32Array;
  /** Where each level begins. */
  readonly starts: number[];
  tail: number;
}

/** A node bears `base + 4 * level + side`, or MET once both sides have seen it. */
const MET = 2;

/**
 * Counts all shortest paths between two nodes: both sides grow by whole levels until they meet, the nodes on a path are
 * walked back to `from`, and the numbers of ways run down again from there to `to`.
 */
export class ShortestTies {
  readonly #rows: Rows;
  readonly #seen: Int32Array;
  readonly #paths: Float64Array;
  readonly #sequences: Float64Array;
  readonly #met: Int32Array;
  readonly #queues: readonly [Int32Array, Int32Array];
  #base = 4;

  constructor(rows: Rows) {
    const ints = () => new Int32Array(rows.nodes);
    this.#rows = rows;
    this.#seen = ints();
    this.#met = ints();
    this.#queues = [ints(), ints()];
    this.#paths = new Float64Array(rows.nodes);
    this.#sequences = new Float64Array(rows.nodes);
  }

  count(from: number, to: number): Ties {
    const sides = this.#queues.map((queue, at) => this.#start(queue, [from, to][at]!, at));
    const [forth, back] = sides as [Side, Side];
    let met = 0;
    while (met === 0) {
      const [forthSlots, backSlots] = [this.#slots(forth), this.#slots(back)];
      if (forthSlots === 0 || backSlots === 0) return this.#ended(sides, { hops: -1, paths: 0, sequences: 0 });
      met = forthSlots <= backSlots ? this.#grow(forth, 0) : this.#grow(back, 1);
    }
    const layers = this.#walkBack(forth, met);
    const hops = forth.starts.length + back.starts.length - 2;
    return this.#ended(sides, { hops, ...this.#runDown(layers, back) });
  }

  #start(queue: Int32Array, end: number, at: number): Side {
    queue[0] = end;
    this.#seen[end] = this.#base + at;
    return { queue, starts: [0], tail: 1 };
  }

  #ended(sides: readonly Side[], ties: Ties): Ties {
    this.#base += 4 * (2 + sides.reduce((sum, { starts }) => sum + starts.length, 0));
    return ties;
  }

  #slots({ queue, starts, tail }: Side): number {
    const { start } = this.#rows;
    let slots = 0;
    for (let at = starts.at(-1)!; at < tail; at++) slots += start[queue[at]! + 1]! - start[queue[at]!]!;
    return slots;
  }

  /** One level more; returns how many nodes of the other side it met. */
  #grow(side: Side, code: number): number {
    const { start, node } = this.#rows;
    const seen = this.#seen;
    const { queue, starts, tail: end } = side;
    const base = this.#base;
    const stamp = base + 4 * starts.length + code;
    let met = 0;
    let tail = end;
    for (let at = starts.at(-1)!; at < end; at++) {
      const here = queue[at]!;
      for (let slot = start[here]!, last = start[here + 1]!; slot < last; slot++) {
        const other = node[slot]!;
        const was = seen[other]!;
        if (was < base) {
          if (met > 0) continue;
          seen[other] = stamp;
          queue[tail++] = other;
        } else if ((was & 3) === 1 - code) {
          seen[other] = base + MET;
          this.#met[met++] = other;
        }
      }
    }
    starts.push(end);
    side.tail = tail;
    return met;
  }

  /** The layers of nodes that lie on a path, from the start's side: the last is where the sides met. */
  #walkBack({ starts }: Side, met: number): number[][] {
    const layers: number[][] = [];
    let layer = [...this.#met.subarray(0, met)];
    layers.unshift(layer);
    for (let level = starts.length - 2; level >= 0; level--) {
      layer = this.#neighbours(layer, this.#base + 4 * level);
      layers.unshift(layer);
    }
    return layers;
  }

  /** The nodes that bear the stamp and are a step from one of the layer. They bear MET from then on. */
  #neighbours(layer: readonly number[], stamp: number): number[] {
    const { start, node } = this.#rows;
    const found: number[] = [];
    for (const here of layer)
      for (let slot = start[here]!, last = start[here + 1]!; slot < last; slot++) {
        const other = node[slot]!;
        if (this.#seen[other] !== stamp) continue;
        this.#seen[other] = this.#base + MET;
        found.push(other);
      }
    return found;
  }

  #runDown(layers: readonly number[][], { starts }: Side): Omit<Ties, "hops"> {
    const start = layers[0]![0]!;
    let layer = layers[0]!;
    this.#paths[start] = this.#sequences[start] = 1;
    for (const next of layers.slice(1)) {
      for (const node of next) this.#paths[node] = this.#sequences[node] = 0;
      const onto = this.#base + 3;
      for (const node of next) this.#seen[node] = onto;
      this.#handOn(layer, onto);
      for (const node of next) this.#seen[node] = this.#base + MET;
      layer = next;
    }
    for (let level = starts.length - 2; level >= 0; level--) {
      const stamp = this.#base + 4 * level + 1;
      const next = this.#neighbours(layer, stamp);
      for (const node of next) {
        this.#paths[node] = this.#sequences[node] = 0;
        this.#seen[node] = stamp;
      }
      this.#handOn(layer, stamp);
      for (const node of next) this.#seen[node] = this.#base + MET;
      layer = next;
    }
    return { paths: this.#paths[layer[0]!]!, sequences: this.#sequences[layer[0]!]! };
  }

  /** Each node of the layer adds its ways to those of every neighbour that bears the stamp; parallel links are one path. */
  #handOn(layer: readonly number[], stamp: number): void {
    const { start, node } = this.#rows;
    for (const here of layer) {
      let before = -1;
      for (let slot = start[here]!, last = start[here + 1]!; slot < last; slot++) {
        const other = node[slot]!;
        if (this.#seen[other] !== stamp) continue;
        this.#sequences[other]! += this.#sequences[here]!;
        if (other !== before) this.#paths[other]! += this.#paths[here]!;
        before = other;
      }
    }
  }
}
