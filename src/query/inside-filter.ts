import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { EntityFilter } from "./entity-filter.ts";
import type { FoundHubs } from "./found.ts";
import type { Inside } from "./question.ts";

/**
 * Conditions on the entities inside a path (R26): `EntityFilter`, less those that may be inside whatever they are. Asked of a
 * node when a search first reaches it by a link that qualifies, so that a question costs nothing that it does not reach.
 */
export class InsideFilter {
  readonly #entities: EntityFilter;
  readonly #exempt: readonly (readonly number[])[];
  /** Those that may not be inside, each remembered once. */
  readonly #barred = new Set<number>();

  /** Null when nothing is asked. `exempt`: lists of nodes in ascending order. */
  static of(graph: NamedSnapshot, asked: Omit<Inside, "avoid">, exempt: readonly (readonly number[])[]): InsideFilter | null {
    const entities = new EntityFilter(graph, asked);
    return entities.binding ? new InsideFilter(entities, exempt) : null;
  }

  private constructor(entities: EntityFilter, exempt: readonly (readonly number[])[]) {
    this.#entities = entities;
    this.#exempt = exempt;
  }

  /** Whether a path may not pass the node. */
  bars(node: number): boolean {
    if (this.#entities.fits(node) || this.#exempt.some((nodes) => isAmong(nodes, node))) return false;
    if (!this.#barred.has(node)) this.#entities.pass(node);
    this.#barred.add(node);
    return true;
  }

  /** The hubs that were barred for their degree alone; null when degrees are not asked about. */
  skipped(): FoundHubs | null {
    return this.#entities.skipped();
  }
}

/** By bisection. */
function isAmong(nodes: readonly number[], node: number): boolean {
  let [low, high] = [0, nodes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (nodes[middle]! < node) low = middle + 1;
    else high = middle;
  }
  return nodes[low] === node;
}
