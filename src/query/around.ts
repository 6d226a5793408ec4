import { BadInput } from "../base/problem.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { LinkFilter } from "../graph/link-filter.ts";
import { orderLinks } from "../graph/link-order.ts";
import { KIND_MASK, type Snapshot } from "../graph/snapshot.ts";
import type { Stop } from "./answer.ts";
import { EntityFilter } from "./entity-filter.ts";
import type { FoundAround } from "./found-networks.ts";
import { inOrder } from "./in-order.ts";
import { linksAmong } from "./links-among.ts";
import { type Budget, Meter } from "./meter.ts";
import { idInWords, nodeNamed } from "./node-named.ts";
import type { AroundQuestion } from "./question.ts";
import { type WorkArrays, workArrays } from "./work-arrays.ts";

/**
 * What lies within some hops of an entity, level by level (R21, R22), then every link that qualifies between two of the
 * entities, whichever way it points. Entities that do not fit (R26) are not entered: not passed, not given. `limit` counts
 * entities, the centre among them; a level that does not fit whole gives its first by id. Throws BadInput for an unknown or
 * avoided centre. O(slots of the entities reached).
 */
export function runAround(question: AroundQuestion, graph: NamedSnapshot, budget: Budget): FoundAround {
  const started = budget.clock();
  const { snapshot, names } = graph;
  const center = nodeNamed(names, question.center);
  const avoid = question.avoid.map((id) => nodeNamed(names, id));
  if (avoid.includes(center))
    throw new BadInput(`around: wanted ${idInWords(question.center)} as the centre or avoided, got both`);
  const meter = new Meter(budget, question.budgetMs);
  const filter = new LinkFilter(graph, question);
  const entities = new EntityFilter(graph, question);
  const work = workArrays(snapshot, STAMPS);
  const spread: Spread = { snapshot, filter, entities, meter, work, base: work.nextStamp, tail: 1 };
  work.nextStamp += STAMPS;
  for (const node of avoid) work.mark[node] = spread.base + SHUT;
  work.mark[center] = spread.base + REACHED;
  work.queues[0][0] = center;
  const { perHop, stop } = reach(spread, question);
  const nodes = Uint32Array.from(
    work.queues[0].subarray(
      0,
      perHop.reduce((sum, level) => sum + level),
    ),
  );
  const links = orderLinks(graph, linksAmong(spread, nodes));
  const ended = stop === "exhausted" ? (meter.stopped ?? stop) : stop;
  return {
    complete: ended === "exhausted",
    stop: ended,
    visited: { entities: spread.tail, links: meter.links },
    elapsedMs: budget.clock() - started,
    skipped: entities.skipped(),
    perHop,
    nodes,
    links,
  };
}

/** `work.mark[node]` less `base`, where that is not below 0: reached, or never to be. */
const REACHED = 0;
const SHUT = 1;
const STAMPS = 4;

interface Spread {
  readonly snapshot: Snapshot;
  readonly filter: LinkFilter;
  readonly entities: EntityFilter;
  readonly meter: Meter;
  readonly work: WorkArrays;
  readonly base: number;
  /** Nodes reached, in `queues[0]`: level after level, each in ascending order. */
  tail: number;
}

/** How many nodes are first reached after 0, 1, 2 … hops. A level that time cut short is left out, one that `limit` cut is not. */
function reach(spread: Spread, { hops, limit }: Pick<AroundQuestion, "hops" | "limit">): { perHop: number[]; stop: Stop } {
  const { snapshot, meter, work } = spread;
  const perHop = [1];
  let [head, room] = [0, limit - 1];
  while (perHop.length <= hops && meter.stopped === null) {
    const end = spread.tail;
    for (; head < end; head++) {
      const node = work.queues[0][head]!;
      if (!meter.spend(snapshot.slotEnd[node]! - snapshot.slotStart[node]!)) break;
      enterFrom(spread, node);
    }
    if (meter.stopped !== null || spread.tail === end) break;
    inOrder(work.queues[0].subarray(end, spread.tail), snapshot.nodes);
    if (room > 0) perHop.push(Math.min(room, spread.tail - end));
    room -= spread.tail - end;
    if (room < 0) return { perHop, stop: "limit" };
  }
  return { perHop, stop: meter.stopped ?? "exhausted" };
}

function enterFrom(spread: Spread, node: number): void {
  const { slotStart, slotEnd, slotNode, slotWay } = spread.snapshot;
  const { filter, entities, base } = spread;
  const { mark } = spread.work;
  const queue = spread.work.queues[0];
  const kinds = filter.leaving;
  const { judging } = filter;
  const { binding } = entities;
  const end = slotEnd[node]!;
  let { tail } = spread;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const other = slotNode[slot]!;
    if (mark[other]! >= base) continue;
    if (((kinds >>> (slotWay[slot]! & KIND_MASK)) & 1) === 0 || (judging && !filter.admitsSlot(slot))) continue;
    if (binding && !entities.fits(other)) {
      mark[other] = base + SHUT;
      entities.pass(other);
    } else {
      mark[other] = base + REACHED;
      queue[tail++] = other;
    }
  }
  spread.tail = tail;
}
