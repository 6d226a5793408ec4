import { standingRank } from "../claims/standing.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { firstSlotTo } from "../graph/count-steps.ts";
import { LINK_SHIFT, type Snapshot } from "../graph/snapshot.ts";
import { ascending } from "./ascending.ts";
import type { FoundLink } from "./found.ts";
import { foundLink } from "./found-links.ts";
import type { FoundMatch, FoundPattern } from "./found-networks.ts";
import { type Budget, Meter } from "./meter.ts";
import { type Domains, findDomains } from "./pattern-domains.ts";
import { fills, type PatternPlan, type PlannedEdge, planPattern, type Step } from "./pattern-plan.ts";
import type { PatternQuestion } from "./question.ts";

/**
 * Every way to fill the holes of a pattern (R46), in lexicographic order of the nodes that stand at its places. What may stand
 * where is narrowed first (`findDomains`); then places are filled in the pattern's order, and a node is taken only when the rest
 * can be filled, too, so that no branch is walked for nothing and the search stops one match past `limit`. When time runs out, the
 * matches are the first of all. Patterns without cycles cost O(edges · slots of the nodes that fit) and per match O(slots of
 * its nodes); with cycles, checking the rest may take exponential time. Throws BadInput as `planPattern` does.
 */
export function runPattern(question: PatternQuestion, graph: NamedSnapshot, budget: Budget): FoundPattern {
  const started = budget.clock();
  const plan = planPattern(question, graph);
  const meter = new Meter(budget, question.budgetMs);
  const domains = meter.stopped === null ? findDomains(plan, meter) : null;
  const matches: number[][] = [];
  if (domains !== null) {
    const search = new PatternSearch(plan, domains, meter);
    for (const match of search.matches(0)) if (matches.push(match) > question.limit) break;
  }
  const given = matches.slice(0, question.limit);
  const stop = matches.length > given.length ? "limit" : (meter.stopped ?? "exhausted");
  return {
    complete: stop === "exhausted",
    stop,
    visited: { entities: domains?.reached ?? 0, links: meter.links },
    elapsedMs: budget.clock() - started,
    count: given.length,
    matches: given.map((nodes) => matchOf(plan, nodes)),
  };
}

function matchOf(plan: PatternPlan, nodes: readonly number[]): FoundMatch {
  return { nodes, steps: plan.edges.map((edge) => linksOfEdge(plan, edge, nodes)) };
}

/** Every link that fills the edge between two nodes, strongest first, then by index. */
function linksOfEdge(plan: PatternPlan, { from, to, step }: PlannedEdge, nodes: readonly number[]): FoundLink[] {
  const { snapshot, filter } = plan;
  const { slotStart, slotNode, slotWay } = snapshot;
  const [node, other] = [nodes[from]!, nodes[to]!];
  const links: FoundLink[] = [];
  for (let slot = firstSlotTo(snapshot, node, other); slot < slotStart[node + 1]! && slotNode[slot] === other; slot++) {
    const way = slotWay[slot]!;
    if (fills(plan, step, way)) links.push(foundLink(snapshot, filter, { link: way >>> LINK_SHIFT, from: node }));
  }
  return links.sort((a, b) => standingRank(a.standing) - standingRank(b.standing) || a.link - b.link);
}

function degree({ slotStart }: Snapshot, node: number): number {
  return slotStart[node + 1]! - slotStart[node]!;
}

const EMPTY = -1;

/** Fills places one by one; `#standing` says what stands at each, or EMPTY. */
class PatternSearch {
  readonly #plan: PatternPlan;
  readonly #domains: Domains;
  readonly #meter: Meter;
  readonly #standing: Int32Array;

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

  /** Whether the node stands nowhere yet, may stand at the place, and has the links to what stands at neighbouring places. */
  #fits(at: number, node: number): boolean {
    if ((this.#domains.bits[node]! & (1 << at)) === 0 || this.#standing.includes(node)) return false;
    return this.#plan.places[at]!.steps.every((step) => {
      const other = this.#standing[step.end]!;
      return other === EMPTY || this.#leads(step, node, other);
    });
  }

  #leads(step: Step, node: number, other: number): boolean {
    const { slotStart, slotNode, slotWay } = this.#plan.snapshot;
    this.#meter.spend(1);
    for (
      let slot = firstSlotTo(this.#plan.snapshot, node, other);
      slot < slotStart[node + 1]! && slotNode[slot] === other;
      slot++
    )
      if (fills(this.#plan, step, slotWay[slot]!)) return true;
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

  #restFitsFromSlots({ start, end: at }: Step): boolean {
    const { slotStart, slotNode } = this.#plan.snapshot;
    const node = this.#standing[start]!;
    let last = EMPTY;
    for (let slot = slotStart[node]!; slot < slotStart[node + 1]!; slot++) {
      const other = slotNode[slot]!;
      if (!this.#meter.spend(1)) return false;
      if (other === last) continue;
      last = other;
      if (this.#fits(at, other) && this.#restFitsWith(at, other)) return true;
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
    const { slotStart, slotNode, slotWay } = this.#plan.snapshot;
    const { bits } = this.#domains;
    const bit = 1 << step.end;
    const found: number[] = [];
    for (const node of nodes) {
      if (!this.#meter.spend(slotStart[node + 1]! - slotStart[node]!)) break;
      for (let slot = slotStart[node]!; slot < slotStart[node + 1]!; slot++) {
        const other = slotNode[slot]!;
        if ((bits[other]! & bit) !== 0 && other !== found.at(-1) && fills(this.#plan, step, slotWay[slot]!)) found.push(other);
      }
    }
    return nodes.length === 1 ? found : ascending(found);
  }
}
