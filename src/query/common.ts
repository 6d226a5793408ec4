import { BadInput } from "../base/problem.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { LinkFilter } from "../graph/link-filter.ts";
import type { Snapshot } from "../graph/snapshot.ts";
import { EntityFilter } from "./entity-filter.ts";
import { linksOfStep } from "./found-links.ts";
import type { FoundCommon, FoundCommonNode } from "./found-networks.ts";
import { type Budget, Meter } from "./meter.ts";
import { namedNodes } from "./named-nodes.ts";
import type { CommonQuestion } from "./question.ts";
import { workArrays } from "./work-arrays.ts";

/**
 * Entities that are one step from at least so many of the named (R44): most reached first, then by index, the first `limit`, with
 * the links of every step. Entities that do not fit (R26) are none. One pass over the slots of the named: O(those slots). When
 * time runs out in that pass, nothing is certain and none is given; after it, the first of the answer. Throws BadInput for no
 * entity, an unknown one, or one that is avoided, too.
 */
export function runCommon(question: CommonQuestion, graph: NamedSnapshot, budget: Budget): FoundCommon {
  const started = budget.clock();
  const { named, avoid } = namedNodes(graph, question);
  if (named.length === 0) throw new BadInput("common: wanted at least one entity, got none");
  const { snapshot } = graph;
  const meter = new Meter(budget, question.budgetMs);
  const filter = new LinkFilter(graph, question);
  const entities = new EntityFilter(graph, question);
  const tally: Tally = { snapshot, filter, entities, meter, ...countSteps(snapshot, named, avoid) };
  for (const [at, node] of named.entries()) if (meter.spend(degree(snapshot, node))) addStepsFrom(tally, node, at);
  const least = question.atLeast ?? named.length;
  const common = meter.stopped === null ? reachedBy(tally, least) : [];
  const given: FoundCommonNode[] = [];
  for (const node of common.slice(0, question.limit)) {
    if (!meter.spend(named.length)) break;
    given.push({ node, ties: tiesOf(tally, named, node) });
  }
  const stop = meter.stopped ?? (common.length > given.length ? "limit" : "exhausted");
  return {
    complete: stop === "exhausted",
    stop,
    visited: { entities: named.length + tally.nodes.length, links: meter.links },
    elapsedMs: budget.clock() - started,
    skipped: entities.skipped(),
    count: common.length,
    common: given,
  };
}

/** How many of the named each node is one step from. */
interface Tally {
  readonly snapshot: Snapshot;
  readonly filter: LinkFilter;
  readonly entities: EntityFilter;
  readonly meter: Meter;
  /** Below `base`: not reached. `base`: never to be. Above: last reached from the named at `mark - base - 1`. */
  readonly mark: Int32Array;
  readonly base: number;
  /** Per node reached: its place in `nodes`. */
  readonly place: Int32Array;
  readonly nodes: number[];
  readonly reaches: number[];
}

function countSteps(snapshot: Snapshot, named: readonly number[], avoid: readonly number[]) {
  const stamps = named.length + 1;
  const work = workArrays(snapshot, stamps);
  const base = work.nextStamp;
  work.nextStamp += stamps;
  for (const node of [...named, ...avoid]) work.mark[node] = base;
  return { mark: work.mark, base, place: work.place, nodes: [], reaches: [] };
}

function degree({ slotStart, slotEnd }: Snapshot, node: number): number {
  return slotEnd[node]! - slotStart[node]!;
}

function addStepsFrom(tally: Tally, node: number, at: number): void {
  const { slotStart, slotEnd, slotNode } = tally.snapshot;
  const { filter, mark, base, place, reaches } = tally;
  const kinds = filter.leaving;
  const stamp = base + at + 1;
  const end = slotEnd[node]!;
  for (let slot = slotStart[node]!; slot < end; slot++) {
    const other = slotNode[slot]!;
    const seen = mark[other]!;
    if (seen === base || seen === stamp) continue;
    if (!filter.walksSlot(kinds, slot)) continue;
    if (seen < base && !enter(tally, other)) continue;
    mark[other] = stamp;
    reaches[place[other]!]!++;
  }
}

/** Takes a node in when it is first reached; false when it does not fit. */
function enter({ entities, mark, base, place, nodes, reaches }: Tally, node: number): boolean {
  if (entities.binding && !entities.fits(node)) {
    mark[node] = base;
    entities.pass(node);
    return false;
  }
  place[node] = nodes.length;
  nodes.push(node);
  reaches.push(0);
  return true;
}

function reachedBy({ nodes, reaches, place }: Tally, least: number): number[] {
  const common = nodes.filter((_, at) => reaches[at]! >= least);
  return common.sort((a, b) => reaches[place[b]!]! - reaches[place[a]!]! || a - b);
}

function tiesOf({ snapshot, filter }: Tally, named: readonly number[], node: number): FoundCommonNode["ties"] {
  return named.flatMap((from) => {
    const links = linksOfStep(snapshot, filter, [from, node]);
    return links.length === 0 ? [] : [{ node: from, links }];
  });
}
