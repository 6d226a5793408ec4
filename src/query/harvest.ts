import type { LinkFilter } from "../graph/link-filter.ts";
import type { Snapshot } from "../graph/snapshot.ts";
import type { FoundLink, FoundPath } from "./found.ts";
import { linksOfStep } from "./found-links.ts";
import type { Meter } from "./meter.ts";
import { weightScale } from "./weigher.ts";

/** How paths are gathered. */
export interface Harvesting {
  readonly snapshot: Snapshot;
  readonly filter: LinkFilter;
  readonly meter: Meter;
  /** Paths at most. */
  readonly limit: number;
  /** What a hop weighs; null when the question does not weigh. */
  readonly weightOf: ((node: number, other: number) => number) | null;
}

/** The paths of an answer with their links, gathered as they are found, so that nothing is left to do when time runs out. */
export class Harvest {
  readonly paths: FoundPath[] = [];
  /** One path more than the limit came. */
  isOver = false;
  readonly #how: Harvesting;
  /** Paths share most of their steps: each is looked up once. */
  readonly #steps = new Map<number, readonly FoundLink[]>();

  constructor(how: Harvesting) {
    this.#how = how;
  }

  /** `arrival`: the day, null where time does not matter or nothing dates it. */
  take(nodes: readonly number[], arrival: number | null = null): void {
    const { limit, meter } = this.#how;
    if (this.paths.length === limit) {
      this.isOver = true;
      return;
    }
    meter.toil(nodes.length);
    const steps: (readonly FoundLink[])[] = [];
    for (let at = 1; at < nodes.length; at++) steps.push(this.#step(nodes[at - 1]!, nodes[at]!));
    this.paths.push({ nodes, steps, weight: this.#weigh(nodes), arrival, source: null });
  }

  /** Forgets all paths but the first `count`. */
  cutBack(count: number): void {
    this.paths.length = count;
    this.isOver = false;
  }

  #weigh(nodes: readonly number[]): number | null {
    const { weightOf } = this.#how;
    if (weightOf === null) return null;
    let sum = 0;
    for (let at = 1; at < nodes.length; at++) sum += weightOf(nodes[at - 1]!, nodes[at]!);
    return weightScale(this.#how.snapshot).shown(sum);
  }

  #step(node: number, other: number): readonly FoundLink[] {
    const { snapshot, filter } = this.#how;
    const key = node * snapshot.nodes + other;
    let links = this.#steps.get(key);
    if (links === undefined) {
      links = linksOfStep(snapshot, filter, [node, other]);
      this.#steps.set(key, links);
    }
    return links;
  }
}

/** Choices of links summed over the paths, exact. */
export function countSequences(paths: readonly FoundPath[]): number | bigint {
  const sum = paths.reduce((total, { steps }) => total + steps.reduce((product, links) => product * links.length, 1), 0);
  if (sum <= Number.MAX_SAFE_INTEGER) return sum;
  return paths.reduce((total, { steps }) => total + steps.reduce((product, links) => product * BigInt(links.length), 1n), 0n);
}
