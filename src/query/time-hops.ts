import { LINK_SHIFT, type Snapshot } from "../graph/snapshot.ts";
import type { Plan } from "./plan.ts";

/** Parallel slots side by side: one hop, walked from the node that they belong to, or to it. */
export interface SlotRun {
  readonly from: number;
  readonly to: number;
}

/**
 * On which days a hop can be (R35), asked for one day at a time, so that no list of days is made. Days are as in `TimeAlong`:
 * backward in time they are counted the other way round. O(claims of the hop) each.
 */
export class TimeHops {
  readonly #snapshot: Snapshot;
  readonly #plan: Plan;
  readonly #isTurned: boolean;

  constructor(snapshot: Snapshot, plan: Plan) {
    this.#snapshot = snapshot;
    this.#plan = plan;
    this.#isTurned = plan.timeOrder === "backward";
  }

  /** The first day of the hop that is not before `day`; Infinity when there is none, or the hop is not walked. */
  firstFrom(day: number, run: SlotRun): number {
    let least = Number.POSITIVE_INFINITY;
    if (this.#isWalked("leaving", run))
      this.#eachWindow("leaving", run, (first, last) => {
        if (last >= day) least = Math.min(least, Math.max(first, day));
      });
    return least;
  }

  /** The last day of the hop, which leads to the node whose slots these are, that is not after `day`; -Infinity likewise. */
  lastUntil(day: number, run: SlotRun): number {
    let most = Number.NEGATIVE_INFINITY;
    if (this.#isWalked("arriving", run))
      this.#eachWindow("arriving", run, (first, last) => {
        if (first <= day) most = Math.max(most, Math.min(last, day));
      });
    return most;
  }

  #isWalked(way: "leaving" | "arriving", { from, to }: SlotRun): boolean {
    const { filter } = this.#plan;
    for (let slot = from; slot < to; slot++) if (filter.walksSlot(filter[way], slot)) return true;
    return false;
  }

  #eachWindow(way: "leaving" | "arriving", { from, to }: SlotRun, see: (first: number, last: number) => void): void {
    const { choices } = this.#plan;
    for (let slot = from; slot < to; slot++) {
      if (!choices.walksSlot(choices[way], slot)) continue;
      const { count, first, last } = choices.windowsOf(this.#snapshot.slotWay[slot]! >>> LINK_SHIFT);
      for (let at = 0; at < count; at++)
        if (this.#isTurned) see(-last[at]!, -first[at]!);
        else see(first[at]!, last[at]!);
    }
  }
}
