import type { Snapshot } from "../graph/snapshot.ts";
import type { Stop } from "./answer.ts";
import { turnOffDeadEnds } from "./block-of-ends.ts";
import { carefulRound } from "./careful-round.ts";
import { type Carrier, carrierOf } from "./carrier.ts";
import {
  type Ellipse,
  growEllipse,
  growUntilMet,
  growUntilWalkable,
  hopsToGo,
  isAllKnown,
  reachedIn,
  startEllipse,
} from "./ellipse.ts";
import { type Ground, UNREACHABLE } from "./ground.ts";
import type { Harvest } from "./harvest.ts";
import { HopTable } from "./hop-table.ts";
import type { Meter } from "./meter.ts";
import { nodesSeen } from "./nodes-seen.ts";
import { type Round, type RoundOptions, walkRound } from "./path-round.ts";
import { isCarried, type Plan } from "./plan.ts";
import { legsOf, viaBound } from "./via-bound.ts";

export interface Gathering {
  readonly harvest: Harvest;
  /** Asked when all paths of so many hops, and of fewer, are gathered: whether they will do. */
  readonly isEnough: (hops: number) => boolean;
  /** What is searched with instead, once the rounds have looked at as many links as the graph has. */
  readonly instead?: () => Searched;
}

export interface Searched {
  readonly stop: Stop;
  /** Entities reached. */
  readonly visited: number;
}

/**
 * All paths of as many hops as the least bound that is enough, by hops and then in lexicographic order: depth-first
 * in rounds of growing length (R28, R30, R31; where conditions on the path as a whole are asked, R7, R35, R38). Once the
 * rounds have looked at as many links as the graph has, nodes that lie on no path between the sides are taken away, which
 * costs as much. The work of a round is that of its paths, and of walks that end up nowhere: exponential at worst.
 */
export function pathsByHops(ground: Ground, plan: Plan, gathering: Gathering): Searched {
  if (!isCarried(plan)) return inRounds(ground, plan, { ...gathering, open: () => openPlain(ground, plan) });
  const carrier = carrierOf(plan, new HopTable(ground.snapshot, plan.choices));
  const open = plan.via.length === 0 ? openCarried : openPassing(ground, plan);
  const seen = nodesSeen(ground);
  const searched = inRounds(ground, plan, { ...gathering, open: () => open(ground, plan, { carrier, see: seen.see }) });
  return { ...searched, visited: Math.max(searched.visited, seen.count()) };
}

/** Hops of the shortest path that the bounds allow, or why there is none. */
type Least = number | "max-hops" | "exhausted";

/** A search in rounds over what is not off. */
interface RoundSearch {
  readonly least: Least;
  readonly round: (options: RoundOptions) => Round;
  /** Asked where the rounds gave nothing: `least`, were it worked out to the end. */
  readonly whole?: () => Least;
  readonly visited: () => number;
}

interface Rounds extends Gathering {
  readonly open: () => RoundSearch;
}

function inRounds(ground: Ground, plan: Plan, gathering: Rounds): Searched {
  const { meter, snapshot } = ground;
  const mostLinks = meter.links + snapshot.slots;
  let search = gathering.open();
  let ended = roundsFrom(search, plan, { ...gathering, meter, mostLinks, least: search.least });
  if (ended.cutShort && gathering.instead !== undefined) return gathering.instead();
  if (ended.cutShort || (ended.isNone && isCarried(plan) && mayBeLonger(ended.least, plan, snapshot))) {
    turnOffDeadEnds(ground, plan.from, plan.to);
    search = gathering.open();
    const least = longer(ended.least, search.least);
    ended = roundsFrom(search, plan, { ...gathering, meter, mostLinks: Number.POSITIVE_INFINITY, least });
  }
  const visited = search.visited();
  if (!ended.isNone) return { stop: gathering.harvest.isOver ? "limit" : (meter.stopped ?? "exhausted"), visited };
  const least = search.whole?.() ?? ended.least;
  return { stop: meter.stopped ?? (mayBeLonger(least, plan, snapshot) ? "max-hops" : "exhausted"), visited };
}

interface RoundsFrom extends Gathering {
  readonly meter: Meter;
  readonly mostLinks: number;
  readonly least: Least;
}

interface RoundsEnd {
  /** What a further path would have at least. */
  readonly least: Least;
  /** No path, and that is certain. */
  readonly isNone: boolean;
  /** A round was cut short by its links; what it gave is forgotten. */
  readonly cutShort: boolean;
}

function roundsFrom(
  search: RoundSearch,
  { maxHops }: Plan,
  { harvest, isEnough, meter, mostLinks, ...from }: RoundsFrom,
): RoundsEnd {
  let { least } = from;
  while (typeof least === "number" && least <= maxHops && least < UNREACHABLE) {
    const before = harvest.paths.length;
    const round = search.round({ hops: least, mostLinks, harvest });
    if (harvest.isOver || meter.stopped !== null) break;
    if (round.cutShort) {
      harvest.cutBack(before);
      return { least, isNone: false, cutShort: true };
    }
    if (isEnough(least)) break;
    least = round.next;
  }
  return { least, isNone: harvest.paths.length === 0 && meter.stopped === null, cutShort: false };
}

function longer(least: Least, other: Least): Least {
  return typeof other === "number" && typeof least === "number" ? Math.max(least, other) : other;
}

function mayBeLonger(least: Least, { maxHops }: Plan, { nodes }: Snapshot): boolean {
  if (typeof least === "string") return least === "max-hops";
  return least > maxHops && least < UNREACHABLE && maxHops < nodes - 1;
}

function openPlain(ground: Ground, plan: Plan): RoundSearch {
  const ellipse = startEllipse(ground, plan);
  return {
    least: growUntilWalkable(ground, ellipse, plan.maxHops),
    whole: () => growUntilMet(ground, ellipse, plan.maxHops),
    round: (options) => {
      growEllipse(ground, ellipse, options.hops);
      return walkRound(ground, ellipse, { plan, ...options });
    },
    visited: () => reachedIn(ellipse),
  };
}

interface Carrying {
  readonly carrier: Carrier;
  readonly see: (node: number) => void;
}

/** Where nothing must be passed, two balls tell how far it is to the end. */
function openCarried(ground: Ground, plan: Plan, carrying: Carrying): RoundSearch {
  const ellipse: Ellipse = startEllipse(ground, plan);
  const onward = (node: number) => hopsToGo(ellipse, node);
  return {
    least: growUntilMet(ground, ellipse, plan.maxHops),
    round: (options) => {
      growEllipse(ground, ellipse, options.hops);
      const next = isAllKnown(ellipse) ? UNREACHABLE : options.hops + 1;
      return carefulRound(ground, { plan, onward, next, ...carrying }, options);
    },
    visited: () => reachedIn(ellipse),
  };
}

/** Where entities must be passed, the legs between them do (R7). */
function openPassing(ground: Ground, plan: Plan): typeof openCarried {
  const legs = legsOf(ground, plan);
  return (_, __, carrying) => {
    const { least, onward } = viaBound(ground, plan, legs);
    return {
      least: least >= UNREACHABLE ? "exhausted" : least,
      round: (options) => carefulRound(ground, { plan, onward, next: UNREACHABLE, ...carrying }, options),
      visited: () => 0,
    };
  };
}
