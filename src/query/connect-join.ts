import { type ConnectGround, degreeOf, isOpen, openNeighbours } from "./connect-ground.ts";
import { DisjointSets } from "./disjoint-sets.ts";
import { listAt, stampsAt, workArrays } from "./work-arrays.ts";

/** A first network: short, not yet the fewest. */
export interface Joined {
  /** The named entities, part by part: each in ascending order, largest part first, then by first node. */
  readonly fragments: readonly (readonly number[])[];
  /** Nodes beside the named, in ascending order. */
  readonly added: readonly number[];
}

/**
 * Joins the named entities along a shortest spanning tree of the distances between them, each drawn as one path. One search grows
 * from all of them at once; where two of its cells meet, their paths are a bridge, and the shortest bridges make the
 * tree (Mehlhorn 1988; at most twice the fewest hops: Kou, Markowsky & Berman 1981). It ends when all are joined, when no two parts can
 * grow towards each other, or when no bridge of at most `maxHops` is left to find. O(slots of the nodes reached).
 */
export function joinNamed(ground: ConnectGround, maxHops: number): Joined {
  const cells = startCells(ground);
  const sets = new DisjointSets(ground.named.length);
  const islands = new Set<number>();
  for (let level = 0; 2 * level - 1 < maxHops && goesOn(cells, { sets, islands }); level++) {
    growLevel(cells, level + 1, (node) => islands.has(sets.find(cells.held[node]! - cells.stamp)));
    for (const bridge of cells.bridges.values()) if (bridge.hops <= maxHops) sets.unite(...bridge.cells);
  }
  return drawTree(cells, maxHops);
}

/** Nodes reached, each held by the named entity whose search came first. */
export interface Cells {
  readonly ground: ConnectGround;
  /** `held[node]` less `stamp`, where that is not below 0: the place in `named` of the entity that holds the node. */
  readonly held: Int32Array;
  readonly stamp: number;
  /** Per node held: the hops to its entity, and the node that it was reached from. */
  readonly hops: Int32Array;
  readonly parent: Int32Array;
  /** The last level is `queue[head]` … `queue[tail]`. */
  readonly queue: Int32Array;
  head: number;
  tail: number;
  /** Per pair of cells (the lower first) the hops of the shortest bridge, and its two middle nodes. */
  readonly bridges: Map<number, Bridge>;
}

interface Bridge {
  readonly cells: readonly [number, number];
  readonly hops: number;
  readonly ends: readonly [number, number];
}

function startCells(ground: ConnectGround): Cells {
  const work = workArrays(ground.snapshot, ground.named.length);
  const stamp = work.nextStamp;
  work.nextStamp += ground.named.length;
  const lists = { hops: listAt(work, 1), parent: listAt(work, 2), queue: work.queues[0] };
  const cells: Cells = { ground, held: stampsAt(work, 1), stamp, ...lists, head: 0, tail: 0, bridges: new Map() };
  for (const [at, node] of ground.named.entries()) hold(cells, node, { cell: at, hops: 0, parent: -1 });
  return cells;
}

function hold(cells: Cells, node: number, { cell, hops, parent }: { cell: number; hops: number; parent: number }): void {
  cells.held[node] = cells.stamp + cell;
  cells.hops[node] = hops;
  cells.parent[node] = parent;
  cells.queue[cells.tail++] = node;
}

interface Parts {
  readonly sets: DisjointSets;
  /** Parts that are whole: nothing else can be joined to them. */
  readonly islands: Set<number>;
}

/** Below this weight of a level, it costs less to grow it than to look for islands. */
const HEAVY = 4096;

/** Whether two parts may still grow towards each other. */
function goesOn(cells: Cells, { sets, islands }: Parts): boolean {
  const { ground, held, stamp, queue, head, tail } = cells;
  if (ground.meter.stopped !== null || sets.count === 1) return false;
  const rims = new Map<number, { nodes: number[]; weight: number }>();
  let heaviest = 0;
  for (let at = head; at < tail; at++) {
    const part = sets.find(held[queue[at]!]! - stamp);
    if (islands.has(part)) continue;
    const rim = rims.get(part) ?? { nodes: [], weight: 0 };
    rims.set(part, rim);
    rim.nodes.push(queue[at]!);
    rim.weight += degreeOf(ground, queue[at]!);
    heaviest = Math.max(heaviest, rim.weight);
  }
  const { nodePart } = ground.snapshot;
  const together = Map.groupBy(rims, ([, { nodes }]) => nodePart[nodes[0]!]!);
  for (const alone of [...together.values()].filter(({ length }) => length === 1)) islands.add(alone[0]![0]);
  const left = [...rims].filter(([part]) => !islands.has(part));
  if (heaviest > HEAVY)
    for (const [part, { nodes }] of left)
      if (isIsland(cells, { part, sets, rim: nodes, slots: heaviest / (4 * left.length) })) islands.add(part);
  return left.filter(([part]) => !islands.has(part)).length > 1;
}

/**
 * Whether nothing but what a part holds can be reached from its rim, however far: looked for within so many slots. An island in a large case is
 * found so before the rest is searched for a way to it.
 */
function isIsland(
  { ground, held, stamp }: Cells,
  { part, sets, rim, slots }: { part: number; sets: DisjointSets; rim: readonly number[]; slots: number },
): boolean {
  const seen = new Set(rim);
  let left = slots;
  for (const node of seen) {
    left -= degreeOf(ground, node);
    if (left < 0 || !ground.meter.spend(degreeOf(ground, node))) return false;
    for (const other of openNeighbours(ground, node))
      if (held[other]! < stamp) seen.add(other);
      else if (sets.find(held[other]! - stamp) !== part) return false;
  }
  return true;
}

function growLevel(cells: Cells, hops: number, isWhole: (node: number) => boolean): void {
  const { ground } = cells;
  const end = cells.tail;
  for (; cells.head < end; cells.head++) {
    const node = cells.queue[cells.head]!;
    if (isWhole(node)) continue;
    if (!ground.meter.spend(degreeOf(ground, node))) return;
    growFrom(cells, node, hops);
  }
}

function growFrom(cells: Cells, node: number, hops: number): void {
  const { ground, held, stamp } = cells;
  const { slotStart, slotEnd, slotNode } = ground.snapshot;
  const { filter } = ground;
  const own = held[node]!;
  const end = slotEnd[node]!;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const other = slotNode[slot]!;
    const holder = held[other]!;
    if (holder === own || !filter.walksSlot(filter.either, slot)) continue;
    if (holder >= stamp) bridge(cells, node, other);
    else if (isOpen(ground, other)) hold(cells, other, { cell: own - stamp, hops, parent: node });
  }
}

function bridge({ ground, held, stamp, hops, bridges }: Cells, node: number, other: number): void {
  const [low, high] = held[node]! < held[other]! ? [node, other] : [other, node];
  const key = (held[low]! - stamp) * ground.named.length + held[high]! - stamp;
  const length = hops[low]! + 1 + hops[high]!;
  const known = bridges.get(key);
  if (known === undefined || length < known.hops)
    bridges.set(key, { cells: [held[low]! - stamp, held[high]! - stamp], hops: length, ends: [low, high] });
}

/** The shortest bridges that join all that can be (Kruskal 1956), and what lies on their paths. */
function drawTree(cells: Cells, maxHops: number): Joined {
  const { named } = cells.ground;
  const sets = new DisjointSets(named.length);
  const added = new Set<number>();
  const sorted = [...cells.bridges.values()].sort(
    (a, b) => a.hops - b.hops || a.cells[0] - b.cells[0] || a.cells[1] - b.cells[1],
  );
  for (const each of sorted)
    if (each.hops <= maxHops && sets.unite(...each.cells))
      for (const end of each.ends) for (let node = end; cells.hops[node]! > 0; node = cells.parent[node]!) added.add(node);
  return { fragments: fragmentsOf(named, sets), added: [...added].sort((a, b) => a - b) };
}

function fragmentsOf(named: readonly number[], sets: DisjointSets): number[][] {
  const parts = Map.groupBy(named, (_, at) => sets.find(at));
  return [...parts.values()].sort((a, b) => b.length - a.length || a[0]! - b[0]!);
}
