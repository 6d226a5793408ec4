import { firstSlotTo } from "../graph/count-steps.ts";
import type { Snapshot } from "../graph/snapshot.ts";
import { ascending } from "./ascending.ts";
import type { Meter } from "./meter.ts";
import type { Domains } from "./pattern-domains.ts";
import { fills, type PatternPlan, type Step } from "./pattern-plan.ts";

function degree({ slotStart, slotEnd }: Snapshot, node: number): number {
  return slotEnd[node]! - slotStart[node]!;
}

const EMPTY = -1;

/** Fills the places of a pattern one by one, with what may stand there; `#standing` says what stands at each, or EMPTY. */
export class PatternSearch {
  readonly #plan: PatternPlan;
  readonly #domains: Domains;
  readonly #meter: Meter;
  readonly #standing: Int32Array;
  /** How often a node was found to fit a place. */
  tried = 0;

  constructor(plan: PatternPlan, domains: Domains, meter: Meter) {
    this.#plan = plan;
    this.#domains = domains;
    this.#meter = meter;
    this.#standing = new Int32Array(plan.places.length).fill(EMPTY);
  }

  /** All matches with what stands before place `at`, in lexicographic order; none after the meter stopped. */
  *matches(at: number): Generator<number[]> {
    const last = at === this.#standing.length - 1;
    for (const node of this.#candidates(at)) {
      if (this.#meter.stopped !== null) return;
      if (!this.#fits(at, node)) continue;
      this.#standing[at] = node;
      if (last) yield [...this.#standing];
      else if (this.#restFits()) yield* this.matches(at + 1);
      this.#standing[at] = EMPTY;
    }
  }

  /**
   * Whether the node stands nowhere yet, may stand at the place, and has the links to what stands at neighbouring places; the edge
   * by which it was found is left out.
   */
  #fits(at: number, node: number, found = EMPTY): boolean {
    if ((this.#domains.bits[node]! & (1 << at)) === 0 || this.#standing.includes(node)) return false;
    for (const step of this.#plan.places[at]!.steps) {
      const other = this.#standing[step.end]!;
      if (other !== EMPTY && step.edge !== found && !this.#leads(step, node, other)) return false;
    }
    this.tried++;
    return true;
  }

  #leads(step: Step, node: number, other: number): boolean {
    const { slotEnd, slotNode } = this.#plan.snapshot;
    this.#meter.spend(1);
    for (let slot = firstSlotTo(this.#plan.snapshot, node, other); slot < slotEnd[node]! && slotNode[slot] === other; slot++)
      if (fills(step, slot)) return true;
    return false;
  }

  /** Whether the empty places can be filled, tried first where there is the least to look at. */
  #restFits(): boolean {
    const step = this.#lightestStep();
    if (step === null) return true;
    return this.#isListShorter(step) ? this.#restFitsFromList(step.end) : this.#restFitsFromSlots(step);
  }

  #restFitsFromList(at: number): boolean {
    for (const node of this.#domains.lists[at]!) {
      if (this.#meter.stopped !== null) return false;
      if (this.#fits(at, node) && this.#restFitsWith(at, node)) return true;
    }
    return false;
  }

  #restFitsFromSlots(step: Step): boolean {
    const { slotStart, slotEnd, slotNode } = this.#plan.snapshot;
    const node = this.#standing[step.start]!;
    let last = EMPTY;
    for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++) {
      const other = slotNode[slot]!;
      if (!this.#meter.spend(1)) return false;
      if (other === last || !fills(step, slot)) continue;
      last = other;
      if (this.#fits(step.end, other, step.edge) && this.#restFitsWith(step.end, other)) return true;
    }
    return false;
  }

  #restFitsWith(at: number, node: number): boolean {
    this.#standing[at] = node;
    const fits = this.#restFits();
    this.#standing[at] = EMPTY;
    return fits;
  }

  /** Whether fewer nodes may stand at the step's end than slots lead from what stands at its start. */
  #isListShorter({ start, end }: Step): boolean {
    return this.#domains.lists[end]!.length <= degree(this.#plan.snapshot, this.#standing[start]!);
  }

  /** The step from what stands to an empty place (to `at`) with the least to look at; null when there is none. */
  #lightestStep(at?: number): Step | null {
    let lightest: Step | null = null;
    let least = Infinity;
    for (const { steps } of this.#plan.places)
      for (const step of steps) {
        const node = this.#standing[step.start]!;
        if (node === EMPTY || this.#standing[step.end] !== EMPTY || (at !== undefined && step.end !== at)) continue;
        const weight = Math.min(degree(this.#plan.snapshot, node), this.#domains.lists[step.end]!.length);
        if (weight >= least) continue;
        least = weight;
        lightest = step;
      }
    return lightest;
  }

  /** What may stand at the place, in ascending order: what the nearest standing node leads to by way of empty places. */
  #candidates(at: number): Iterable<number> {
    const way = this.#wayTo(at);
    if (way === null || (way.length === 1 && this.#isListShorter(way[0]!))) return this.#domains.lists[at]!;
    let nodes = [this.#standing[way[0]!.start]!];
    for (const step of way) nodes = this.#spread(nodes, step);
    return nodes;
  }

  /** The fewest steps from a place where something stands to this one, over empty places; null when nothing stands anywhere. */
  #wayTo(at: number): Step[] | null {
    const direct = this.#lightestStep(at);
    if (direct !== null) return [direct];
    const ways: Step[][] = this.#plan.places.flatMap(({ steps }, place) =>
      this.#standing[place] === EMPTY ? [] : steps.filter(({ end }) => this.#standing[end] === EMPTY).map((step) => [step]),
    );
    const seen = new Set(ways.map((way) => way.at(-1)!.end));
    for (const way of ways) {
      const { end } = way.at(-1)!;
      if (end === at) return way;
      for (const step of this.#plan.places[end]!.steps) {
        if (this.#standing[step.end] !== EMPTY || seen.has(step.end)) continue;
        seen.add(step.end);
        ways.push([...way, step]);
      }
    }
    return null;
  }

  #spread(nodes: readonly number[], step: Step): number[] {
    const { slotStart, slotEnd, slotNode } = this.#plan.snapshot;
    const { bits } = this.#domains;
    const bit = 1 << step.end;
    const found: number[] = [];
    for (const node of nodes) {
      if (!this.#meter.spend(slotEnd[node]! - slotStart[node]!)) break;
      for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++) {
        const other = slotNode[slot]!;
        if ((bits[other]! & bit) !== 0 && other !== found.at(-1) && fills(step, slot)) found.push(other);
      }
    }
    return nodes.length === 1 ? found : ascending(found);
  }
}
