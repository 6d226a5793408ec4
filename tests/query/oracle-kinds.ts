import type { PathQuestion } from "../../src/query/question.ts";
import type { Walk } from "./oracle-walks.ts";

/** R28, R30-R33, R36: of all walks the paths of the kind, in the order of R11. `disjoint` is chosen elsewhere. */
export function pathsOfKind(walks: readonly Walk[], question: PathQuestion): Walk[] {
  const paths = inOrder(eachPathOnce(walks, question), question);
  switch (question.kind) {
    case "simple":
    case "disjoint":
      return paths;
    case "shortest":
      return least(paths, hopsOf);
    case "cheapest":
      return least(paths, ({ weight }) => weight);
    case "strongest":
      return least(
        least(paths, ({ rank }) => rank),
        hopsOf,
      );
    case "earliest":
      return least(
        least(paths, ({ arrival }) => arrival),
        hopsOf,
      );
    case "k-shortest":
      return question.by === "weight" ? paths.slice(0, question.k) : withinBound(paths, question.k);
  }
}

/** R29: whether paths are ordered by weight and say it. */
export function weighs({ kind, by }: PathQuestion): boolean {
  return kind === "cheapest" || (kind === "k-shortest" && by === "weight");
}

function hopsOf({ steps }: Walk): number {
  return steps.length;
}

function least(walks: readonly Walk[], measure: (walk: Walk) => number): Walk[] {
  const best = walks.map(measure).reduce((a, b) => Math.min(a, b), Infinity);
  return walks.filter((walk) => measure(walk) === best);
}

/** R30: the least bound on hops that lets in k paths, and all paths within it. */
function withinBound(paths: readonly Walk[], k: number): Walk[] {
  const bound = paths[k - 1]?.steps.length ?? Infinity;
  return paths.filter((path) => path.steps.length <= bound);
}

/** R37: where several sources carry a path, the walk on the one that it is shown on. */
function eachPathOnce(walks: readonly Walk[], question: PathQuestion): Walk[] {
  const best = new Map<string, Walk>();
  for (const walk of walks) {
    const key = walk.entities.join(">");
    const rival = best.get(key);
    if (rival === undefined || isShownBefore(walk, rival, question)) best.set(key, walk);
  }
  return [...best.values()];
}

function isShownBefore(a: Walk, b: Walk, question: PathQuestion): boolean {
  const keys = (walk: Walk) => [
    weighs(question) ? walk.weight : 0,
    question.kind === "earliest" ? walk.arrival : 0,
    walk.rank,
    walk.source ?? "",
  ];
  return compareLists(keys(a), keys(b)) < 0;
}

/** R11. */
export function inOrder(walks: readonly Walk[], question: PathQuestion): Walk[] {
  const measures = (walk: Walk) => [weighs(question) ? walk.weight : 0, hopsOf(walk)];
  return walks.toSorted((a, b) => compareLists(measures(a), measures(b)) || compareLists(a.entities, b.entities));
}

/** By the first that differs; texts by UTF-16 code unit. */
export function compareLists(a: readonly (string | number)[], b: readonly (string | number)[]): number {
  const at = a.findIndex((each, place) => each !== b[place]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}
