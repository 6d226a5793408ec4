import type { Apart } from "../../src/query/question.ts";

type Entities = readonly string[];

/** How many paths can be apart at best, and how few hops so many have in all. */
export interface Packing {
  readonly paths: number;
  readonly hops: number;
}

interface Candidate {
  readonly entities: Entities;
  readonly hops: number;
  /** What no other path of a set may have: entities inside, or the one hop; of paths apart by links every hop. */
  readonly things: ReadonlySet<string>;
}

/**
 * R34: the best set of at most `most` of the paths, each apart from each other one: of some paths that all share something
 * each is tried, and none of them; but not where what is left cannot beat the best so far.
 */
export function bestPacking(paths: readonly Entities[], apart: Apart, most: number): Packing {
  let best: Packing = { paths: 0, hops: 0 };
  const go = (left: readonly Candidate[], chosen: Packing): void => {
    if (chosen.paths > best.paths || (chosen.paths === best.paths && chosen.hops < best.hops)) best = chosen;
    const missing = best.paths - chosen.paths;
    if (left.length === 0 || chosen.paths === most || canHit(left, missing - 1)) return;
    const groups = groupsOf(left);
    const hops = groups.map(([shortest]) => shortest!.hops).sort((a, b) => a - b);
    const atLeast = hops.slice(0, missing).reduce((sum, each) => sum + each, chosen.hops);
    if (atLeast >= best.hops && (best.paths === most || canHit(left, missing))) return;
    const fewest = groups.reduce((a, b) => (b.length < a.length ? b : a));
    for (const path of fewest) {
      const others = left.filter((other) => areApart(path.entities, other.entities, apart));
      go(others, { paths: chosen.paths + 1, hops: chosen.hops + path.hops });
    }
    const group = new Set(fewest);
    const others = left.filter((path) => !group.has(path));
    go(others, chosen);
  };
  const candidates = paths.map(
    (entities): Candidate => ({ entities, hops: entities.length - 1, things: thingsOf(entities, apart) }),
  );
  go(
    candidates.sort((a, b) => a.hops - b.hops),
    best,
  );
  return best;
}

/** Whether the paths share no entity but ends at which both begin or both end; with `links`, no two entities that a hop joins. */
export function areApart(a: Entities, b: Entities, apart: Apart): boolean {
  if (apart === "links") return thingsOf(a, apart).isDisjointFrom(thingsOf(b, apart));
  if (a.length === 2 && b.length === 2 && a[0] === b[0] && a[1] === b[1]) return false;
  return a.every((id) => !b.includes(id) || (id === a[0] && id === b[0]) || (id === a.at(-1) && id === b.at(-1)));
}

const known = new WeakMap<Entities, ReadonlySet<string>>();

function thingsOf(path: Entities, apart: Apart): ReadonlySet<string> {
  if (apart === "entities" && path.length > 2) return new Set(path.slice(1, -1));
  const hops = known.get(path) ?? new Set(path.slice(1).map((to, at) => [path[at]!, to].sort().join(" - ")));
  known.set(path, hops);
  return hops;
}

/** Whether so many things are found that every path has one of them: then no more paths than that can be apart. */
function canHit(paths: readonly Candidate[], things: number): boolean {
  const [first] = paths;
  if (first === undefined || things <= 0) return first === undefined && things >= 0;
  for (const thing of first.things) {
    const others = paths.filter((path) => !path.things.has(thing));
    if (canHit(others, things - 1)) return true;
  }
  return false;
}

/** The paths in groups, each with something that all in it share, so that only one of it can be in a set; shortest first. */
function groupsOf(paths: readonly Candidate[]): Candidate[][] {
  const groups: Candidate[][] = [];
  for (let left = [...paths]; left.length > 0; ) {
    const having = new Map<string, Candidate[]>();
    for (const path of left)
      for (const thing of path.things) {
        const others = having.get(thing);
        if (others === undefined) having.set(thing, [path]);
        else others.push(path);
      }
    const largest = new Set([...having.values()].reduce((a, b) => (b.length > a.length ? b : a)));
    groups.push([...largest]);
    left = left.filter((path) => !largest.has(path));
  }
  return groups;
}
