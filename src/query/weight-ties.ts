import { type Ground, UNREACHABLE } from "./ground.ts";
import type { Plan } from "./plan.ts";
import type { Weigher } from "./weigher.ts";
import type { Joining, WeightBall } from "./weight-ball.ts";

/** The steps that paths of the least weight are made of. */
export interface WeightTies {
  /** Per node of such a path the nodes that may come next, and those that may come before. */
  readonly next: ReadonlyMap<number, ReadonlySet<number>>;
  readonly before: ReadonlyMap<number, ReadonlySet<number>>;
}

export interface TieSearch {
  readonly plan: Plan;
  readonly weigher: Weigher;
  readonly forward: WeightBall;
  readonly backward: WeightBall;
  readonly joining: Joining;
}

type Steps = Map<number, Set<number>>;

/** Gathers the steps by walking back and on from where the two balls met, by steps that make up the sums. O(slots of the nodes on ties). */
export function gatherWeightTies(ground: Ground, { plan, weigher, forward, backward, joining }: TieSearch): WeightTies {
  const { filter } = plan;
  const met = [...new Set(joining.met)].filter((node) => forward.of[node]! + backward.of[node]! === joining.best);
  const [next, before]: [Steps, Steps] = [new Map(), new Map()];
  spread(ground, met, { kinds: filter.arriving, weigher, sums: forward.of, steps: before, turned: next });
  spread(ground, met, { kinds: filter.leaving, weigher, sums: backward.of, steps: next, turned: before });
  return { next, before };
}

interface Spreading {
  readonly kinds: number;
  readonly weigher: Weigher;
  readonly sums: Float64Array;
  /** From a node to those nearer to the ball's ends, and the other way round. */
  readonly steps: Steps;
  readonly turned: Steps;
}

function spread({ snapshot, filter, meter }: Ground, met: readonly number[], { kinds, weigher, sums, ...into }: Spreading): void {
  const { slotStart, slotEnd, slotNode } = snapshot;
  const queue = [...met];
  const seen = new Set(met);
  for (const node of queue) {
    const end = slotEnd[node]!;
    if (!meter.spend(end - slotStart[node]!)) return;
    for (let slot = slotStart[node]!; slot < end; slot++) {
      const other = slotNode[slot]!;
      if (sums[other] === Number.POSITIVE_INFINITY || !filter.walksSlot(kinds, slot)) continue;
      if (sums[other]! + weigher.of(slot) !== sums[node]) continue;
      note(into.steps, node, other);
      note(into.turned, other, node);
      if (seen.has(other)) continue;
      seen.add(other);
      queue.push(other);
    }
  }
}

function note(steps: Steps, node: number, other: number): void {
  const known = steps.get(node);
  if (known === undefined) steps.set(node, new Set([other]));
  else known.add(other);
}

/** The paths by hops, at most `maxHops`, then in lexicographic order. Each next one costs at most O(hops · log of the choices). */
export function* weightTiePaths({ next, before }: WeightTies, { from, to, maxHops }: Plan): Generator<number[]> {
  // toGo[h]: the nodes from which an end is exactly h steps away.
  const toGo: Set<number>[] = [new Set(to.filter((end) => before.has(end)))];
  const starts = from.filter((start) => next.has(start));
  const most = Math.min(maxHops, next.size, UNREACHABLE);
  for (let hops = 1; hops <= most; hops++) {
    const layer = new Set<number>();
    for (const node of toGo[hops - 1]!) for (const earlier of before.get(node) ?? []) layer.add(earlier);
    if (layer.size === 0) return;
    toGo.push(layer);
    for (const start of starts) if (layer.has(start)) yield* pathsFrom(start, { next, toGo, hops });
  }
}

interface Layers {
  readonly next: WeightTies["next"];
  readonly toGo: readonly ReadonlySet<number>[];
  readonly hops: number;
}

function* pathsFrom(start: number, { next, toGo, hops }: Layers): Generator<number[]> {
  const path = [start];
  const choices = [choicesAt(start, hops)];
  while (path.length > 0) {
    const node = choices.at(-1)!.pop();
    if (node === undefined) {
      path.pop();
      choices.pop();
    } else if (path.length === hops) yield [...path, node];
    else {
      path.push(node);
      choices.push(choicesAt(node, hops + 1 - path.length));
    }
  }
  /** The nodes that may come next, the first last. */
  function choicesAt(node: number, room: number): number[] {
    return [...(next.get(node) ?? [])].filter((other) => toGo[room - 1]!.has(other)).sort((a, b) => b - a);
  }
}
