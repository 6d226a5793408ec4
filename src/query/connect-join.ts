import { type ConnectGround, degreeOf, isOpen } from "./connect-ground.ts";
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
  for (let level = 0; goesOn(cells, sets) && 2 * level - 1 < maxHops; level++) growLevel(cells, { level, sets, maxHops });
  return drawTree(cells, maxHops);
}

/** Nodes reached, each held by the named entity whose search came first. */
interface Cells {
  readonly ground: ConnectGround;
  /** `held[node]` is `stamp` for a node that a cell holds. */
  readonly held: Int32Array;
  readonly stamp: number;
  /** Per node held: the place of its entity in `named`, the hops to it, the node that it was reached from. */
  readonly cell: Int32Array;
  readonly hops: Int32Array;
  readonly parent: Int32Array;
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
  const work = workArrays(ground.snapshot, 4);
  const stamp = work.nextStamp;
  work.nextStamp += 4;
  const lists = { cell: listAt(work, 0), hops: listAt(work, 1), parent: listAt(work, 2), queue: work.queues[0] };
  const cells: Cells = { ground, held: stampsAt(work, 1), stamp, ...lists, head: 0, tail: 0, bridges: new Map() };
  for (const [at, node] of ground.named.entries()) hold(cells, node, { cell: at, hops: 0, parent: -1 });
  return cells;
}

function hold(cells: Cells, node: number, { cell, hops, parent }: { cell: number; hops: number; parent: number }): void {
  cells.held[node] = cells.stamp;
  cells.cell[node] = cell;
  cells.hops[node] = hops;
  cells.parent[node] = parent;
  cells.queue[cells.tail++] = node;
}

/** Whether two parts may still grow towards each other. */
function goesOn({ ground, cell, queue, head, tail }: Cells, sets: DisjointSets): boolean {
  if (ground.meter.stopped !== null || sets.count === 1) return false;
  const first = head === tail ? -1 : sets.find(cell[queue[head]!]!);
  for (let at = head; at < tail; at++) if (sets.find(cell[queue[at]!]!) !== first) return true;
  return false;
}

function growLevel(cells: Cells, { level, sets, maxHops }: { level: number; sets: DisjointSets; maxHops: number }): void {
  const { ground } = cells;
  const end = cells.tail;
  for (; cells.head < end; cells.head++) {
    const node = cells.queue[cells.head]!;
    if (!ground.meter.spend(degreeOf(ground, node))) return;
    growFrom(cells, node, level + 1);
  }
  for (const bridge of cells.bridges.values()) if (bridge.hops <= maxHops) sets.unite(...bridge.cells);
}

function growFrom(cells: Cells, node: number, hops: number): void {
  const { ground, held, stamp, cell } = cells;
  const { slotStart, slotNode, slotWay } = ground.snapshot;
  const { filter } = ground;
  const own = cell[node]!;
  const end = slotStart[node + 1]!;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const other = slotNode[slot]!;
    if (held[other] === stamp && cell[other] === own) continue;
    if (!filter.walks(filter.either, slotWay[slot]!)) continue;
    if (held[other] === stamp) bridge(cells, node, other);
    else if (isOpen(ground, other)) hold(cells, other, { cell: own, hops, parent: node });
  }
}

function bridge({ ground, cell, hops, bridges }: Cells, node: number, other: number): void {
  const [low, high] = cell[node]! < cell[other]! ? [node, other] : [other, node];
  const key = cell[low]! * ground.named.length + cell[high]!;
  const length = hops[low]! + 1 + hops[high]!;
  const known = bridges.get(key);
  if (known === undefined || length < known.hops)
    bridges.set(key, { cells: [cell[low]!, cell[high]!], hops: length, ends: [low, high] });
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
