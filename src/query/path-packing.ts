import type { Meter } from "./meter.ts";
import type { Apart } from "./question.ts";

/** Paths apart from one another, as places in a list, and the hops that they have in all. */
export interface Packing {
  readonly chosen: readonly number[];
  readonly hops: number;
}

export interface PackingOptions {
  readonly apart: Apart;
  /** Paths at most. */
  readonly most: number;
  readonly meter: Meter;
}

/**
 * Of paths in order of hops as many as can be that are apart from one another (R34), at most `most`, with the fewest hops in
 * all; the first such set in the order of the list. Every set is tried that could beat the best so far: paths that are apart differ
 * in their first hops and in their last ones, which bounds how many more there can be. Exponential at worst; when the meter
 * stops it, what it gives is not the answer.
 */
export function bestPacking(paths: readonly (readonly number[])[], { apart, most, meter }: PackingOptions): Packing {
  const rooms = roomsFrom(paths);
  const taken = new Taken(apart);
  const chosen: number[] = [];
  let best: Packing = { chosen: [], hops: 0 };
  const canBeat = (at: number, hops: number): boolean => {
    const more = Math.min(most - chosen.length, rooms[at]!);
    const count = chosen.length + more;
    if (count !== best.chosen.length) return count > best.chosen.length;
    return hops + more * (paths[at]!.length - 1) < best.hops;
  };
  const go = (from: number, hops: number): void => {
    if (chosen.length > best.chosen.length || (chosen.length === best.chosen.length && hops < best.hops))
      best = { chosen: [...chosen], hops };
    for (let at = from; at < paths.length && canBeat(at, hops) && meter.toil(paths[at]!.length); at++) {
      const path = paths[at]!;
      if (!taken.isFree(path)) continue;
      taken.take(path);
      chosen.push(at);
      go(at + 1, hops + path.length - 1);
      chosen.pop();
      taken.giveBack(path);
    }
  };
  go(0, 0);
  return best;
}

/** For each place in the list, how many paths from there on can be apart at most. */
function roomsFrom(paths: readonly (readonly number[])[]): number[] {
  const [first, last] = [new Set<string>(), new Set<string>()];
  const rooms: number[] = new Array(paths.length);
  for (let at = paths.length - 1; at >= 0; at--) {
    const path = paths[at]!;
    first.add(`${path[0]} ${path[1]}`);
    last.add(`${path.at(-2)} ${path.at(-1)}`);
    rooms[at] = Math.min(first.size, last.size);
  }
  return rooms;
}

/** What the paths chosen so far use up. */
class Taken {
  readonly #apart: Apart;
  readonly #uses = new Map<string, number>();

  constructor(apart: Apart) {
    this.#apart = apart;
  }

  isFree(path: readonly number[]): boolean {
    return this.#apart === "links" ? this.#hopsOf(path).every((hop) => !this.#uses.has(hop)) : this.#isApart(path);
  }

  take(path: readonly number[]): void {
    for (const use of this.#usesOf(path)) this.#uses.set(use, (this.#uses.get(use) ?? 0) + 1);
  }

  giveBack(path: readonly number[]): void {
    for (const use of this.#usesOf(path)) {
      const left = this.#uses.get(use)! - 1;
      if (left === 0) this.#uses.delete(use);
      else this.#uses.set(use, left);
    }
  }

  /** Entities inside are one path's alone; an end is shared by those that begin, or end, there. */
  #isApart(path: readonly number[]): boolean {
    const isUsed = (node: number, as: readonly string[]) => as.some((role) => this.#uses.has(`${role} ${node}`));
    if (isUsed(path[0]!, ["in", "to"]) || isUsed(path.at(-1)!, ["in", "from"])) return false;
    if (path.length === 2) return !this.#uses.has(hopOf(path[0]!, path[1]!));
    return path.slice(1, -1).every((node) => !isUsed(node, ["in", "from", "to"]));
  }

  #usesOf(path: readonly number[]): string[] {
    if (this.#apart === "links") return this.#hopsOf(path);
    const inside = path.slice(1, -1).map((node) => `in ${node}`);
    const direct = path.length === 2 ? [hopOf(path[0]!, path[1]!)] : [];
    return [`from ${path[0]}`, ...inside, `to ${path.at(-1)}`, ...direct];
  }

  #hopsOf(path: readonly number[]): string[] {
    return path.slice(1).map((node, at) => hopOf(path[at]!, node));
  }
}

/** The same whichever way it is walked. */
function hopOf(node: number, other: number): string {
  return node < other ? `${node}-${other}` : `${other}-${node}`;
}
