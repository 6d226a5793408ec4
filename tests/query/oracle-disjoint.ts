import type { Apart } from "../../src/query/question.ts";

type Entities = readonly string[];

/** How many paths can be apart at best, and how few hops so many have in all. */
export interface Packing {
  readonly paths: number;
  readonly hops: number;
}

/**
 * R34: the best set of at most `most` of the paths, each apart from each other one: every set is tried that could beat the
 * best so far. Paths that are apart have different first hops and different last hops: so many more there can be at most.
 */
export function bestPacking(paths: readonly Entities[], apart: Apart, most: number): Packing {
  const byHops = paths.toSorted((a, b) => a.length - b.length);
  let best: Packing = { paths: 0, hops: 0 };
  const go = (left: readonly Entities[], chosen: Packing): void => {
    if (chosen.paths > best.paths || (chosen.paths === best.paths && chosen.hops < best.hops)) best = chosen;
    for (const [at, path] of left.entries()) {
      const rest = left.slice(at);
      const hops = path.length - 1;
      const room = Math.min(most - chosen.paths, differing(rest, firstHop), differing(rest, lastHop));
      const [paths, atLeast] = [chosen.paths + room, chosen.hops + room * hops];
      if (paths < best.paths || (paths === best.paths && atLeast >= best.hops)) return;
      if (room > 0)
        go(
          rest.filter((other) => areApart(path, other, apart)),
          { paths: chosen.paths + 1, hops: chosen.hops + hops },
        );
    }
  };
  go(byHops, best);
  return best;
}

/** Whether the paths share no entity but ends at which both begin or both end; with `links`, no two entities that a hop joins. */
export function areApart(a: Entities, b: Entities, apart: Apart): boolean {
  if (apart === "links") return new Set(hopsOf(a)).isDisjointFrom(new Set(hopsOf(b)));
  if (a.length === 2 && b.length === 2 && a[0] === b[0] && a[1] === b[1]) return false;
  return a.every((id) => !b.includes(id) || (id === a[0] && id === b[0]) || (id === a.at(-1) && id === b.at(-1)));
}

function differing(paths: readonly Entities[], hopOf: (path: Entities) => string): number {
  return new Set(paths.map(hopOf)).size;
}

function firstHop(path: Entities): string {
  return hopsOf(path)[0]!;
}

function lastHop(path: Entities): string {
  return hopsOf(path).at(-1)!;
}

function hopsOf(path: Entities): string[] {
  return path.slice(1).map((to, at) => [path[at]!, to].sort().join(" - "));
}
