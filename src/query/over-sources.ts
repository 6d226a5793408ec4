import { standingRank } from "../claims/standing.ts";
import type { LinkFilter } from "../graph/link-filter.ts";
import { KIND_MASK, LINK_SHIFT, type Snapshot } from "../graph/snapshot.ts";
import { comparePaths } from "./compare-paths.ts";
import type { FoundPath } from "./found.ts";
import { countSequences } from "./harvest.ts";
import type { Meter } from "./meter.ts";
import type { Plan } from "./plan.ts";
import type { PathQuestion } from "./question.ts";
import type { GivenPaths } from "./search-paths.ts";

/**
 * The paths that some one source carries (R37): the question is asked of the claims of each source that carries a link at
 * both sides, and the answers are put together. A path that several carry is shown on one of them. Time that runs out leaves
 * nothing, since a source not yet asked might have the first path.
 */
export function overSources(
  question: PathQuestion,
  { snapshot, plan, meter }: { readonly snapshot: Snapshot; readonly plan: Plan; readonly meter: Meter },
  ask: (plan: Plan, source: number) => GivenPaths,
): GivenPaths {
  const paths: FoundPath[] = [];
  let visited = 0;
  let isBound = false;
  for (const source of carriersOf(snapshot, plan, meter)) {
    const filter = plan.filter.onlySource(source);
    const found = ask({ ...plan, filter, choices: filter, limit: plan.limit + 1 }, source);
    visited = Math.min(snapshot.nodes, visited + found.visited);
    if (found.stop === "max-hops") isBound = true;
    for (const path of found.paths) paths.push({ ...path, source });
    if (meter.stopped !== null) break;
  }
  if (meter.stopped !== null) return { stop: meter.stopped, visited, count: 0, linkSequences: 0, paths: [] };
  const chosen = chosenOf(question, inOrder(eachOnce(question, paths)));
  const given = chosen.slice(0, plan.limit);
  const none = isBound ? "max-hops" : "exhausted";
  const stop = chosen.length > given.length ? "limit" : given.length === 0 ? none : "exhausted";
  return { stop, visited, count: given.length, linkSequences: countSequences(given), paths: given };
}

/** Sources that carry a link at either side, in ascending order. */
function carriersOf(snapshot: Snapshot, { from, to, filter }: Plan, meter: Meter): number[] {
  const alone = filter.onlySource(0);
  const [ahead, behind] = [
    sourcesAt(snapshot, from, { filter, kinds: alone.leaving, meter }),
    sourcesAt(snapshot, to, { filter, kinds: alone.arriving, meter }),
  ];
  return [...ahead.intersection(behind)].sort((a, b) => a - b);
}

interface At {
  readonly filter: LinkFilter;
  readonly kinds: number;
  readonly meter: Meter;
}

function sourcesAt(
  { slotStart, slotEnd, slotWay }: Snapshot,
  nodes: readonly number[],
  { filter, kinds, meter }: At,
): Set<number> {
  const sources = new Set<number>();
  for (const node of nodes) {
    const end = slotEnd[node]!;
    if (!meter.spend(end - slotStart[node]!)) break;
    for (let slot = slotStart[node]!; slot < end; slot++)
      if (((kinds >>> (slotWay[slot]! & KIND_MASK)) & 1) === 1)
        for (const source of filter.sourcesOf(slotWay[slot]! >>> LINK_SHIFT)) sources.add(source);
  }
  return sources;
}

/** The standing of the path's weakest hop: 0 is the strongest. */
function rankOf({ steps }: FoundPath): number {
  return Math.max(...steps.map((links) => standingRank(links[0]!.standing)));
}

function dayOf({ arrival }: FoundPath): number {
  return arrival ?? Number.NEGATIVE_INFINITY;
}

/** Each path on the source that it is shown on: lightest where weight counts, earliest where arrival does, then strongest, then first. */
function eachOnce({ kind }: PathQuestion, paths: readonly FoundPath[]): FoundPath[] {
  const shown = new Map<string, FoundPath>();
  const isBefore = (a: FoundPath, b: FoundPath): boolean => {
    if (a.weight !== b.weight) return a.weight! < b.weight!;
    if (kind === "earliest" && a.arrival !== b.arrival) return dayOf(a) < dayOf(b);
    return rankOf(a) !== rankOf(b) ? rankOf(a) < rankOf(b) : a.source! < b.source!;
  };
  for (const path of paths) {
    const key = path.nodes.join(" ");
    const rival = shown.get(key);
    if (rival === undefined || isBefore(path, rival)) shown.set(key, path);
  }
  return [...shown.values()];
}

/** R11. */
function inOrder(paths: readonly FoundPath[]): FoundPath[] {
  return paths.toSorted((a, b) => (a.weight ?? 0) - (b.weight ?? 0) || comparePaths(a.nodes, b.nodes));
}

/** Of the paths of each source those that the kind chooses among all of them. */
function chosenOf({ kind, by, k }: PathQuestion, paths: readonly FoundPath[]): readonly FoundPath[] {
  switch (kind) {
    case "shortest":
      return least(paths, hopsOf);
    case "strongest":
      return least(least(paths, rankOf), hopsOf);
    case "cheapest":
      return least(paths, ({ weight }) => weight!);
    case "earliest":
      return least(least(paths, dayOf), hopsOf);
    case "k-shortest":
      return by === "weight" ? paths.slice(0, k) : paths.filter((path) => hopsOf(path) <= hopsOf(paths[k - 1] ?? paths.at(-1)!));
    case "simple":
    case "disjoint":
      return paths;
  }
}

function hopsOf({ nodes }: FoundPath): number {
  return nodes.length - 1;
}

function least(paths: readonly FoundPath[], measure: (path: FoundPath) => number): FoundPath[] {
  const best = paths.reduce((known, path) => Math.min(known, measure(path)), Number.POSITIVE_INFINITY);
  return paths.filter((path) => measure(path) === best);
}
