import { firstSlotTo } from "../graph/count-steps.ts";
import type { LinkFilter } from "../graph/link-filter.ts";
import { KIND_MASK, LINK_SHIFT, type Snapshot } from "../graph/snapshot.ts";
import { type WeightScale, weightScale } from "./weigher.ts";

/** Stretches of days in ascending order, none of which touch: first and last of each in turn. */
export type Days = readonly number[];

/**
 * What the links of a hop add up to, from one node to another: its weight (R29), its windows (R35), the sources that carry
 * it (R38). Each is worked out when it is first asked for, and remembered.
 */
export class HopTable {
  readonly #snapshot: Snapshot;
  readonly #filter: LinkFilter;
  readonly #days = new Map<number, Days>();
  readonly #sources = new Map<number, readonly number[]>();
  readonly #term: WeightScale["term"];
  #aloneKinds: number | null = null;

  constructor(snapshot: Snapshot, filter: LinkFilter) {
    this.#snapshot = snapshot;
    this.#filter = filter;
    this.#term = weightScale(snapshot).term;
  }

  /** Of the lightest link that qualifies, as it goes into a sum. There must be one. */
  weightOf(node: number, other: number): number {
    let least = Number.POSITIVE_INFINITY;
    this.#eachLink([node, other], this.#filter.leaving, (link) => {
      if (!this.#filter.judging || this.#filter.admits(link)) least = Math.min(least, this.#filter.weightOf(link));
    });
    return this.#term(least);
  }

  /** Of all links that qualify. */
  daysOf(node: number, other: number): Days {
    return this.#remembered(this.#days, [node, other], () => {
      const stretches: [number, number][] = [];
      this.#eachLink([node, other], this.#filter.leaving, (link) => {
        if (this.#filter.judging && !this.#filter.admits(link)) return;
        const { count, first, last } = this.#filter.windowsOf(link);
        for (let at = 0; at < count; at++) stretches.push([first[at]!, last[at]!]);
      });
      return joined(stretches);
    });
  }

  /** The sources on whose claims alone a link between the two qualifies, in ascending order. */
  sourcesOf(node: number, other: number): readonly number[] {
    this.#aloneKinds ??= this.#filter.onlySource(0).leaving;
    const kinds = this.#aloneKinds;
    return this.#remembered(this.#sources, [node, other], () => {
      const sources = new Set<number>();
      this.#eachLink([node, other], kinds, (link) => {
        for (const source of this.#filter.sourcesOf(link)) sources.add(source);
      });
      return [...sources].sort((a, b) => a - b);
    });
  }

  #remembered<T>(known: Map<number, T>, [node, other]: readonly [number, number], make: () => T): T {
    const key = node * this.#snapshot.nodes + other;
    let value = known.get(key);
    if (value === undefined) {
      value = make();
      known.set(key, value);
    }
    return value;
  }

  #eachLink([node, other]: readonly [number, number], kinds: number, see: (link: number) => void): void {
    const { slotEnd, slotNode, slotWay } = this.#snapshot;
    const end = slotEnd[node]!;
    for (let slot = firstSlotTo(this.#snapshot, node, other); slot < end && slotNode[slot] === other; slot++)
      if (((kinds >>> (slotWay[slot]! & KIND_MASK)) & 1) === 1) see(slotWay[slot]! >>> LINK_SHIFT);
  }
}

/** Stretches in any order as days: those that overlap or touch become one. */
export function joined(stretches: readonly (readonly [number, number])[]): Days {
  const days: number[] = [];
  for (const [first, last] of stretches.toSorted((a, b) => a[0] - b[0])) {
    const end = days.at(-1);
    if (end !== undefined && first <= end + 1) days[days.length - 1] = Math.max(end, last);
    else days.push(first, last);
  }
  return days;
}
