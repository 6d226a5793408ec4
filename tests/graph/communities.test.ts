import fc from "fast-check";
import { expect, it } from "vitest";
import { communitiesOf } from "../../src/graph/communities.ts";
import { countIds, idAt, type PackedIds } from "../../src/graph/packed-ids.ts";
import type { Snapshot } from "../../src/graph/snapshot.ts";
import { graphOf } from "../query/graph-of.ts";

type Slots = Pick<Snapshot, "nodes" | "slotStart" | "slotEnd" | "slotNode">;

function slotsOf(nodes: number, pairs: readonly (readonly [number, number])[]): Slots {
  const near: number[][] = Array.from({ length: nodes }, () => []);
  for (const [a, b] of pairs) {
    if (a === b) continue;
    near[a]!.push(b);
    near[b]!.push(a);
  }
  const slotStart = new Uint32Array(nodes);
  const slotEnd = new Uint32Array(nodes);
  let at = 0;
  for (let node = 0; node < nodes; node++) {
    slotStart[node] = at;
    at += near[node]!.length;
    slotEnd[node] = at;
  }
  return { nodes, slotStart, slotEnd, slotNode: Uint32Array.from(near.flatMap((list) => list.sort((a, b) => a - b))) };
}

const ids = (packed: PackedIds) => Array.from({ length: countIds(packed) }, (_, at) => idAt(packed, at));

/** Newman's modularity by its definition: over all pairs. */
function modularity({ nodes, slotStart, slotEnd, slotNode }: Slots, of: ArrayLike<number>): number {
  const all = slotNode.length;
  if (all === 0) return 0;
  const degree = (node: number) => slotEnd[node]! - slotStart[node]!;
  let sum = 0;
  for (let a = 0; a < nodes; a++)
    for (let b = 0; b < nodes; b++) {
      if (of[a] !== of[b]) continue;
      const between = slotNode.subarray(slotStart[a]!, slotEnd[a]!).filter((other) => other === b).length;
      sum += between - (degree(a) * degree(b)) / all;
    }
  return sum / all;
}

const someGraph = fc
  .integer({ min: 1, max: 24 })
  .chain((nodes) => fc.tuple(fc.constant(nodes), fc.array(fc.tuple(fc.nat(nodes - 1), fc.nat(nodes - 1)), { maxLength: 60 })));

it("finds groups that are joined by single links", () => {
  const { snapshot, names } = graphOf("a>b b>c c>a a>d d>e e>f f>d g>h h>i i>g i>f j").graph;
  const { of, count } = communitiesOf(snapshot)!;
  const groups = Array.from({ length: count }, (_, at) =>
    ids(names.entities)
      .filter((_, node) => of[node] === at)
      .join(""),
  );
  expect(groups).toEqual(["abc", "def", "ghi", "j"]);
});

it("is never worse than each for itself, and never joins what no way joins", () => {
  fc.assert(
    fc.property(someGraph, ([nodes, pairs]) => {
      const slots = slotsOf(nodes, pairs);
      const { of, count } = communitiesOf(slots)!;
      const alone = Array.from({ length: nodes }, (_, node) => node);
      expect(modularity(slots, of)).toBeGreaterThanOrEqual(modularity(slots, alone) - 1e-9);
      expect(new Set(of).size).toBe(count);
      const part = partsOf(slots);
      for (let a = 0; a < nodes; a++) for (let b = 0; b < nodes; b++) if (of[a] === of[b]) expect(part[a]).toBe(part[b]);
    }),
    { seed: 20240322, numRuns: 300 },
  );
});

it("leaves no two communities that modularity would gain by joining", () => {
  fc.assert(
    fc.property(someGraph, ([nodes, pairs]) => {
      const slots = slotsOf(nodes, pairs);
      const { of, count } = communitiesOf(slots)!;
      const now = modularity(slots, of);
      for (let a = 0; a < count; a++)
        for (let b = a + 1; b < count; b++)
          expect(
            modularity(
              slots,
              of.map((each) => (each === b ? a : each)),
            ),
          ).toBeLessThanOrEqual(now + 1e-9);
    }),
    { seed: 5, numRuns: 150 },
  );
});

it("gives the same for the same, numbers communities by their first nodes, and stops when nobody waits", () => {
  const slots = slotsOf(
    400,
    Array.from({ length: 1600 }, (_, at) => [(at * 7919) % 400, (at * at + 31) % 400] as const),
  );
  const first = communitiesOf(slots)!;
  expect(communitiesOf(slots)).toEqual(first);
  const firsts = Array.from({ length: first.count }, (_, at) => first.of.indexOf(at));
  expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  const large = slotsOf(
    40_000,
    Array.from({ length: 40_000 }, (_, at) => [at, (at + 1) % 40_000] as const),
  );
  expect(communitiesOf(large, () => true)).toBeNull();
});

function partsOf({ nodes, slotStart, slotEnd, slotNode }: Slots): number[] {
  const part = Array.from({ length: nodes }, (_, node) => node);
  for (let changed = true; changed; ) {
    changed = false;
    for (let node = 0; node < nodes; node++)
      for (const other of slotNode.subarray(slotStart[node]!, slotEnd[node]!)) {
        const least = Math.min(part[node]!, part[other]!);
        if (part[node] !== least || part[other] !== least) changed = true;
        part[node] = part[other] = least;
      }
  }
  return part;
}
