import type { Snapshot } from "../graph/snapshot.ts";
import { type Ball, growBall, hopsAtLeast, isWhole, startBall } from "./ball.ts";
import { type BestFirst, type BestTrail, bestFirst } from "./best-first.ts";
import { type Carried, carrierOf } from "./carrier.ts";
import { type Ground, listsOf, openGround, stampsOf } from "./ground.ts";
import { HopTable } from "./hop-table.ts";
import { nodesSeen } from "./nodes-seen.ts";
import type { Searched } from "./paths-by-hops.ts";
import type { Plan } from "./plan.ts";
import type { Gathered } from "./shortest-paths.ts";
import { legsOf, viaBound } from "./via-bound.ts";
import { Weigher } from "./weigher.ts";
import { settleAlone, startWeightBall, weightAtLeast } from "./weight-ball.ts";

/** What a path costs, and which of those that cost least answer. */
export interface Wanted {
  /** `weight`, or the day of arrival (R36). */
  readonly by: "weight" | "arrival";
  /** Whether a path still answers, given the first: ties by cost, or by cost and hops. */
  readonly goesOn: (first: BestTrail, next: BestTrail, count: number) => boolean;
  /** What is searched with instead, once this has looked at a good part of the graph's links. */
  readonly instead?: () => Searched;
}

/**
 * The paths that cost least, under any conditions on the path as a whole: by weight (R30, R32) or by arrival (R36), then by
 * hops, then in lexicographic order. Every trail is walked by itself (`bestFirst`), led by how far it is to the end.
 */
export function carefulBest(snapshot: Snapshot, plan: Plan, { meter, harvest, ...wanted }: Gathered & Wanted): Searched {
  const ground = openGround(snapshot, plan, meter);
  const table = new HopTable(snapshot, plan.choices);
  const carrier = carrierOf(plan, table);
  const { onward } = hopsOnward(ground, plan);
  const seen = nodesSeen(ground);
  const weightToGo = wanted.by === "weight" ? weightOnward(ground, plan) : () => 0;
  const search: BestFirst = {
    plan,
    carrier,
    weightOf: wanted.by === "weight" ? (node, other) => table.weightOf(node, other) : () => 0,
    costOf:
      wanted.by === "weight"
        ? ({ nodes, weight }) => weight + weightToGo(nodes.at(-1)!)
        : ({ nodes, carried }) => (nodes.length === 1 ? Number.NEGATIVE_INFINITY : firstDay(carried)),
    onward,
    see: seen.see,
    isCut: false,
    mostLinks: wanted.instead === undefined ? Number.POSITIVE_INFINITY : meter.links + snapshot.slots / PATIENCE,
  };
  let first: BestTrail | null = null;
  for (const trail of bestFirst(ground, search)) {
    first ??= trail;
    if (!wanted.goesOn(first, trail, harvest.paths.length)) return { stop: "exhausted", visited: seen.count() };
    harvest.take(trail.nodes, carrier.arrival(trail.carried));
    if (harvest.isOver) return { stop: "limit", visited: seen.count() };
  }
  if (meter.links >= search.mostLinks && meter.stopped === null && wanted.instead !== undefined) {
    harvest.cutBack(0);
    return wanted.instead();
  }
  const isOpen = harvest.paths.length === 0 && search.isCut && plan.maxHops < snapshot.nodes - 1;
  return { stop: meter.stopped ?? (isOpen ? "max-hops" : "exhausted"), visited: seen.count() };
}

function firstDay({ days }: Pick<Carried, "days">): number {
  return days === null ? Number.NEGATIVE_INFINITY : days[0]!;
}

/** Of the ends of links in the graph one in so many may be looked at, before a search that looks at all does better. */
const PATIENCE = 8;

/** Links looked at, at most, to know how far it is to the end. */
const MOST_LINKS = 2 ** 20;

/** Hops to go: by the legs between those that must be passed, or by a ball about the end. */
function hopsOnward(ground: Ground, plan: Plan): Pick<BestFirst, "onward"> {
  if (plan.via.length > 0) return viaBound(ground, plan, legsOf(ground, plan));
  const ball: Ball = startBall(ground, plan.to, {
    kinds: plan.filter.arriving,
    stamps: stampsOf.backward,
    list: listsOf.backward,
  });
  const { meter } = ground;
  const most = meter.links + MOST_LINKS;
  const isNear = () => plan.from.some((start) => ball.marks[start]! < ball.base);
  while (!isWhole(ball) && isNear() && meter.links < most && meter.stopped === null) growBall(ground, ball, null);
  return { onward: (node) => hopsAtLeast(ball, node) };
}

/** Weight to go: exact about the end, as far as the starts. */
function weightOnward(ground: Ground, plan: Plan): (node: number) => number {
  const weigher = new Weigher(ground.snapshot, plan.choices);
  const ball = startWeightBall(ground, plan.to, { kinds: plan.filter.arriving, at: 1, guarded: true });
  const { meter } = ground;
  const most = meter.links + MOST_LINKS;
  const isFar = () => plan.from.some((start) => ball.of[start]! >= ball.heap.leastKey);
  while (ball.heap.size > 0 && isFar() && meter.links < most) if (!settleAlone(ground, ball, weigher)) break;
  return (node) => weightAtLeast(ball, node);
}
