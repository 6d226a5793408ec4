import type { Rows } from "./rows.ts";

/** How many hops, paths of entities and sequences of links the shortest way has; -1, 0, 0 when there is none. */
export interface Ties {
  readonly hops: number;
  readonly paths: number;
  readonly sequences: number;
}

/** Whether a slot is walked; null where all are. */
export type Walks = ((slot: number) => boolean) | null;

interface Side {
  readonly queue: Int32Array;
  /** Where each level begins. */
  readonly starts: number[];
  tail: number;
}

/** A node bears `base + 4 * level + side`; or `base` and one of these. */
const MET = 2;
const NEXT = 3;

/**
 * Counts all shortest paths between two nodes: both sides grow by whole levels until they meet, the nodes on a path are
 * walked back to `from`, and the numbers of ways run down again from there to `to`.
 */
export class ShortestTies {
  readonly #rows: Rows;
  readonly #walks: Walks;
  readonly #seen: Int32Array;
  readonly #paths: Float64Array;
  readonly #sequences: Float64Array;
  readonly #met: Int32Array;
  readonly #queues: readonly [Int32Array, Int32Array];
  #base = 4;

  constructor(rows: Rows, walks: Walks) {
    const ints = () => new Int32Array(rows.nodes);
    this.#rows = rows;
    this.#walks = walks;
    this.#seen = ints();
    this.#met = ints();
    this.#queues = [ints(), ints()];
    this.#paths = new Float64Array(rows.nodes);
    this.#sequences = new Float64Array(rows.nodes);
  }

  count(from: number, to: number): Ties {
    const [forth, back] = [this.#start(0, from), this.#start(1, to)];
    let met = 0;
    while (met === 0) {
      const [forthSlots, backSlots] = [this.#slots(forth), this.#slots(back)];
      if (forthSlots === 0 || backSlots === 0) break;
      met = forthSlots <= backSlots ? this.#grow(forth, 0) : this.#grow(back, 1);
    }
    const hops = forth.starts.length + back.starts.length - 2;
    const ties = met === 0 ? { hops: -1, paths: 0, sequences: 0 } : { hops, ...this.#runDown(this.#walkBack(forth, met), back) };
    this.#base += 4 * (hops + 2);
    return ties;
  }

  #start(at: 0 | 1, end: number): Side {
    const queue = this.#queues[at];
    queue[0] = end;
    this.#seen[end] = this.#base + at;
    return { queue, starts: [0], tail: 1 };
  }

  #slots({ queue, starts, tail }: Side): number {
    const { start } = this.#rows;
    let slots = 0;
    for (let at = starts.at(-1)!; at < tail; at++) slots += start[queue[at]! + 1]! - start[queue[at]!]!;
    return slots;
  }

  /** One level more; returns how many nodes of the other side it met. */
  #grow(side: Side, code: number): number {
    const { queue, starts, tail: end } = side;
    let met = 0;
    for (let at = starts.at(-1)!; at < end; at++) met = this.#reach(side, queue[at]!, { code, met });
    starts.push(end);
    return met;
  }

  #reach(side: Side, here: number, { code, met: metBefore }: { readonly code: number; readonly met: number }): number {
    const { start, node } = this.#rows;
    const [seen, walks, base, { queue }] = [this.#seen, this.#walks, this.#base, side];
    const stamp = base + 4 * side.starts.length + code;
    let { tail } = side;
    let met = metBefore;
    for (let slot = start[here]!, last = start[here + 1]!; slot < last; slot++) {
      const other = node[slot]!;
      const was = seen[other]!;
      const isNew = was < base;
      if ((isNew ? met > 0 : (was & 3) !== 1 - code) || (walks !== null && !walks(slot))) continue;
      if (isNew) {
        seen[other] = stamp;
        queue[tail++] = other;
      } else {
        seen[other] = base + MET;
        this.#met[met++] = other;
      }
    }
    side.tail = tail;
    return met;
  }

  /** The layers of nodes that lie on a path, from the start's side: the last is where the sides met. */
  #walkBack({ starts }: Side, met: number): number[][] {
    let layer = [...this.#met.subarray(0, met)];
    const layers = [layer];
    for (let level = starts.length - 2; level >= 0; level--) {
      layer = this.#neighbours(layer, this.#base + 4 * level);
      layers.unshift(layer);
    }
    return layers;
  }

  /** The nodes that bear the stamp and are a step from one of the layer. They bear MET from then on. */
  #neighbours(layer: readonly number[], stamp: number): number[] {
    const { start, node } = this.#rows;
    const walks = this.#walks;
    const found: number[] = [];
    for (const here of layer)
      for (let slot = start[here]!, last = start[here + 1]!; slot < last; slot++) {
        const other = node[slot]!;
        if (this.#seen[other] !== stamp || (walks !== null && !walks(slot))) continue;
        this.#seen[other] = this.#base + MET;
        found.push(other);
      }
    return found;
  }

  #runDown(layers: readonly number[][], { starts }: Side): Omit<Ties, "hops"> {
    let layer: readonly number[] = layers[0]!;
    this.#paths[layer[0]!] = this.#sequences[layer[0]!] = 1;
    for (const next of layers.slice(1)) layer = this.#handOn(layer, next);
    for (let level = starts.length - 2; level >= 0; level--)
      layer = this.#handOn(layer, this.#neighbours(layer, this.#base + 4 * level + 1));
    return { paths: this.#paths[layer[0]!]!, sequences: this.#sequences[layer[0]!]! };
  }

  /** Each node of the layer adds its ways to those of its neighbours in the next, which is returned; parallel links are one path. */
  #handOn(layer: readonly number[], next: readonly number[]): readonly number[] {
    const { start, node } = this.#rows;
    const [seen, walks, onto] = [this.#seen, this.#walks, this.#base + NEXT];
    for (const other of next) {
      this.#paths[other] = this.#sequences[other] = 0;
      seen[other] = onto;
    }
    for (const here of layer) {
      let before = -1;
      for (let slot = start[here]!, last = start[here + 1]!; slot < last; slot++) {
        const other = node[slot]!;
        if (seen[other] !== onto || (walks !== null && !walks(slot))) continue;
        this.#sequences[other]! += this.#sequences[here]!;
        if (other !== before) this.#paths[other]! += this.#paths[here]!;
        before = other;
      }
    }
    for (const other of next) seen[other] = this.#base + MET;
    return next;
  }
}
