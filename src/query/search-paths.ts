import { standingRank, standings } from "../claims/standing.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { LinkFilter, weakestWalked } from "../graph/link-filter.ts";
import { areApart } from "./are-apart.ts";
import type { BestTrail } from "./best-first.ts";
import { carefulBest } from "./careful-best.ts";
import { cheapestPaths } from "./cheapest-paths.ts";
import { disjointPaths, packed } from "./disjoint-paths.ts";
import type { FoundPath } from "./found.ts";
import { openGround } from "./ground.ts";
import { countSequences, Harvest } from "./harvest.ts";
import { HopTable } from "./hop-table.ts";
import { isTimeAlone, pathsInTime } from "./in-time.ts";
import { lightestPaths } from "./lightest-paths.ts";
import type { Meter } from "./meter.ts";
import { overSources } from "./over-sources.ts";
import { pathsByHops, type Searched } from "./paths-by-hops.ts";
import { isCarried, type Plan } from "./plan.ts";
import type { PathQuestion } from "./question.ts";
import { type Counted, shortestPaths } from "./shortest-paths.ts";
import { isUnweighted } from "./weigher.ts";

export interface Asking {
  readonly graph: NamedSnapshot;
  readonly plan: Plan;
  readonly meter: Meter;
  /** The source whose claims alone count (R37); null for all. */
  readonly source: number | null;
}

/** What a search for paths found, with links. */
export interface GivenPaths extends Counted {
  /** At most `limit`, in the order of R11. */
  readonly paths: readonly FoundPath[];
}

const none = { visited: 0, count: 0, linkSequences: 0, paths: [] };

/** Searches for the paths that are asked for. */
export function searchPaths(question: PathQuestion, { graph, plan, meter }: Omit<Asking, "source">): GivenPaths {
  if (plan.maxHops < 0 || areApart(graph.snapshot, plan)) return { ...none, stop: meter.stopped ?? "exhausted" };
  const searchOn = (plan: Plan, source: number | null) => searchKind(question, { graph, plan, meter, source });
  if (question.sourcesAlong !== "same") return searchOn(plan, null);
  const over = { snapshot: graph.snapshot, plan, meter };
  if (question.kind !== "disjoint") return overSources(question, over, searchOn);
  const all = { ...plan, limit: Number.POSITIVE_INFINITY };
  const found = overSources({ ...question, kind: "simple" }, { ...over, plan: all }, (each, source) =>
    byHops({ graph, plan: each, meter, source }, Number.POSITIVE_INFINITY),
  );
  if (found.count === 0) return found;
  return counted({ ...packed(found.paths, { apart: question.apart, meter, limit: plan.limit }), visited: found.visited });
}

function searchKind(question: PathQuestion, asking: Asking): GivenPaths {
  switch (question.kind) {
    case "shortest":
      return shortest(asking);
    case "k-shortest":
      return question.by === "hops" ? byHops(asking, question.k) : lightest(asking, question.k);
    case "simple":
      return byHops(asking, Number.POSITIVE_INFINITY);
    case "strongest":
      return strongest(question, asking);
    case "cheapest":
      return cheapest(asking);
    case "earliest":
      return earliest(asking);
    case "disjoint":
      return disjoint(question, asking);
  }
}

type Weighing = "weighed" | "not weighed";

function harvestOf({ graph: { snapshot }, plan, meter }: Asking, weighing: Weighing = "not weighed"): Harvest {
  const table = new HopTable(snapshot, plan.choices);
  const weightOf = weighing === "weighed" ? (node: number, other: number) => table.weightOf(node, other) : null;
  return new Harvest({ snapshot, filter: plan.choices, meter, limit: plan.limit, weightOf });
}

/** With all that were gathered, and no more, counted (R40). */
function given(searched: Searched, { paths }: Harvest): GivenPaths {
  return counted({ ...searched, paths });
}

/** The paths of the least bound on hops that lets in `enough`. */
function byHops(asking: Asking, enough: number, weighing: Weighing = "not weighed"): GivenPaths {
  const harvest = harvestOf(asking, weighing);
  const ground = openGround(asking.graph.snapshot, asking.plan, asking.meter);
  const isEnough = () => harvest.paths.length >= enough;
  const { graph, plan, meter } = asking;
  const inTime = () => pathsInTime(graph.snapshot, plan, "hops", { meter, harvest });
  const instead = enough === 1 && isTimeAlone(plan) ? { instead: inTime } : {};
  return given(pathsByHops(ground, plan, { harvest, isEnough, ...instead }), harvest);
}

function shortest(asking: Asking): GivenPaths {
  const { graph, plan, meter } = asking;
  if (isCarried(plan)) return byHops(asking, 1);
  const harvest = harvestOf(asking);
  const counted = shortestPaths(graph.snapshot, plan, { meter, harvest });
  return { ...counted, paths: harvest.paths };
}

/** The shortest paths of the strongest standing that gives any (R33): at most five searches, the strongest first. */
function strongest(question: PathQuestion, asking: Asking): GivenPaths {
  const weakest = standingRank(weakestWalked(question));
  let found: GivenPaths = { ...none, stop: "exhausted" };
  for (const standing of standings.slice(0, weakest + 1)) {
    const whole = new LinkFilter(asking.graph, { ...question, standing });
    const filter = asking.source === null ? whole : whole.onlySource(asking.source);
    const next = shortest({ ...asking, plan: { ...asking.plan, filter } });
    found = { ...next, visited: Math.max(found.visited, next.visited) };
    if (found.count > 0 || asking.meter.stopped !== null) break;
  }
  return found;
}

/** All of the least weight (R32). */
function cheapest(asking: Asking): GivenPaths {
  const { graph, plan, meter } = asking;
  if (isUnweighted(graph.snapshot)) return byHops(asking, 1, "weighed");
  const harvest = harvestOf(asking, "weighed");
  const quick = isCarried(plan) ? null : cheapestPaths(graph.snapshot, plan, { meter, harvest });
  if (quick !== null) return given(quick, harvest);
  const goesOn = (first: BestTrail, next: BestTrail) => next.cost === first.cost;
  return given(carefulBest(graph.snapshot, plan, { meter, harvest, by: "weight", goesOn }), harvest);
}

/** The first `k` by weight (R30). */
function lightest(asking: Asking, k: number): GivenPaths {
  const { graph, plan, meter } = asking;
  if (isUnweighted(graph.snapshot)) return firstOf(k, asking);
  const harvest = harvestOf(asking, "weighed");
  const isPlain = !isCarried(plan) && plan.maxHops >= graph.snapshot.nodes - 1;
  if (isPlain) return given(lightestPaths(graph.snapshot, plan, { meter, harvest, k }), harvest);
  const goesOn = (_: BestTrail, __: BestTrail, count: number) => count < k;
  return given(carefulBest(graph.snapshot, plan, { meter, harvest, by: "weight", goesOn }), harvest);
}

/** The first `k` where weight is hops. */
function firstOf(k: number, asking: Asking): GivenPaths {
  const { plan } = asking;
  if (k > plan.limit) return byHops(asking, k, "weighed");
  const found = byHops({ ...asking, plan: { ...plan, limit: k } }, k, "weighed");
  return found.stop === "limit" ? { ...found, stop: "exhausted" } : found;
}

/** All of the earliest arrival, and of those the fewest hops (R36). */
function earliest(asking: Asking): GivenPaths {
  const { graph, plan, meter } = asking;
  const harvest = harvestOf(asking);
  const goesOn = (first: BestTrail, next: BestTrail) => next.cost === first.cost && next.hops === first.hops;
  const inTime = () => pathsInTime(graph.snapshot, plan, "arrival", { meter, harvest });
  const instead = isTimeAlone(plan) ? { instead: inTime } : {};
  return given(carefulBest(graph.snapshot, plan, { meter, harvest, by: "arrival", goesOn, ...instead }), harvest);
}

/** As many as can be apart from one another (R34). Where one source must carry each, from all paths that one carries. */
function disjoint({ apart }: PathQuestion, asking: Asking): GivenPaths {
  const { graph, plan, meter } = asking;
  const harvestAll = () => harvestOf({ ...asking, plan: { ...plan, limit: Number.POSITIVE_INFINITY } });
  return counted(disjointPaths({ graph, plan, meter, apart, harvestAll }));
}

function counted(found: Searched & { readonly paths: readonly FoundPath[] }): GivenPaths {
  return { ...found, count: found.paths.length, linkSequences: countSequences(found.paths) };
}
