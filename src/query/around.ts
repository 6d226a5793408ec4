import { BadInput } from "../base/problem.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { LinkFilter } from "../graph/link-filter.ts";
import { LINK_SHIFT } from "../graph/snapshot.ts";
import type { Stop } from "./answer.ts";
import type { FoundAround } from "./found.ts";
import { foundLink } from "./found-links.ts";
import { block, growFront, type Search, stampOf, stampsNeeded, startFront } from "./front.ts";
import { type Budget, Meter } from "./meter.ts";
import { idInWords, nodeNamed } from "./node-named.ts";
import type { AroundQuestion } from "./question.ts";
import { workArrays } from "./work-arrays.ts";

/**
 * What lies within some hops of an entity, level by level, under the constraints of a path; then every link
 * that qualifies between two of the entities, whichever way it points. `limit` counts entities, the centre
 * among them; a level that does not fit whole gives its first by id. Throws BadInput for an unknown or
 * avoided centre. O(slots of the entities reached).
 */
export function runAround(question: AroundQuestion, graph: NamedSnapshot, budget: Budget): FoundAround {
  const { snapshot, names } = graph;
  const center = nodeNamed(names, question.center);
  const avoid = question.avoid.map((id) => nodeNamed(names, id));
  if (avoid.includes(center))
    throw new BadInput(`around: wanted ${idInWords(question.center)} as the centre or avoided, got both`);
  const meter = new Meter(budget, question.budgetMs);
  const filter = new LinkFilter(graph, question);
  const work = workArrays(snapshot, 2 * stampsNeeded(snapshot));
  const search: Search = { snapshot, filter, work, meter, base: work.nextStamp, met: [] };
  block(search, avoid);
  const { levels, stop, visited } = reach(search, center, question);
  const nodes = levels.flat();
  const links = linksAmong(search, nodes);
  const ended = stop === "exhausted" ? (meter.stopped ?? stop) : stop;
  return {
    complete: ended === "exhausted",
    stop: ended,
    perHop: levels.map((level) => level.length),
    nodes,
    links: links.map((link) => foundLink(snapshot, filter, { link, from: snapshot.linkFrom[link]! })),
    visited: { entities: visited, links: meter.links },
  };
}

/** The nodes first reached after 0, 1, 2 … hops, each level in ascending order. A level that time cut short is left out. */
function reach(search: Search, center: number, { hops, limit }: Pick<AroundQuestion, "hops" | "limit">) {
  const front = startFront(search, [center], { code: 0, kinds: search.filter.leaving });
  const levels = [[center]];
  let room = limit - 1;
  let stop: Stop = search.meter.stopped ?? "exhausted";
  while (front.level < hops && stop === "exhausted") {
    growFront(search, front);
    const level = [...front.queue.subarray(front.head, front.tail)].sort((a, b) => a - b);
    if (search.meter.stopped !== null) stop = search.meter.stopped;
    else if (level.length > room) stop = "limit";
    if (level.length === 0 || search.meter.stopped !== null) break;
    const fits = level.slice(0, room);
    if (fits.length > 0) levels.push(fits);
    room -= fits.length;
  }
  search.work.nextStamp = stampOf(search, front, front.level) + 4;
  return { levels, stop, visited: front.tail };
}

/** Links that qualify between two of the nodes, in ascending order, each once. */
function linksAmong({ snapshot, filter, work, meter }: Search, nodes: readonly number[]): number[] {
  const { slotStart, slotNode, slotWay } = snapshot;
  const chosen = work.nextStamp++;
  for (const node of nodes) work.mark[node] = chosen;
  const links: number[] = [];
  for (const node of nodes) {
    const end = slotStart[node + 1]!;
    if (!meter.spend(end - slotStart[node]!)) break;
    for (let slot = slotStart[node]!; slot < end; slot++) {
      const way = slotWay[slot]!;
      if (slotNode[slot]! < node || work.mark[slotNode[slot]!] !== chosen) continue;
      if (filter.walks(filter.either, way)) links.push(way >>> LINK_SHIFT);
    }
  }
  return links.sort((a, b) => a - b);
}
