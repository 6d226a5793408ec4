import { HopTable } from "./hop-table.ts";
import type { PathQuestion } from "./question.ts";
import { timeAlong } from "./time-along.ts";
import { type Constraint, droppable, perEntry, type Tried, type Try } from "./try.ts";

/** Constraints on the path as a whole. The earliest arrival is an order in time as well: without it, the shortest path. */
export function alongLoosenings(question: PathQuestion): Constraint[] {
  const { kind, via, viaOrdered, timeOrder, sourcesAlong } = question;
  const isEarliest = kind === "earliest";
  return [
    ...perEntry("via", question.via, (entity) => ({ kind: "via", entity })),
    droppable(viaOrdered && via.length > 1, { kind: "via-order" }, { viaOrdered: false }),
    gap(question),
    droppable(
      timeOrder !== null || isEarliest,
      { kind: "time-order" },
      { timeOrder: null, maxGap: null, ...(isEarliest ? { kind: "shortest" } : {}) },
    ),
    droppable(sourcesAlong !== "any", { kind: "sources-along" }, { sourcesAlong: "any" }),
  ];
}

/** As many days as the path found needs. */
function gap({ maxGap }: PathQuestion): Constraint {
  const allow = (days: number | null): Try => ({
    change: { kind: "max-gap", days },
    // Where the order in time is dropped as well, there are no gaps.
    loosen: (asked) => (asked.timeOrder === null && asked.kind !== "earliest" ? asked : { ...asked, maxGap: days }),
    narrow: ({ maxGap: asked }, tried) => allow(gapNeeded(tried, asked ?? 0)),
  });
  return { tries: maxGap === null ? [] : [allow(null)] };
}

/** Longer than any time between two dates that are known to the day. */
const LONGEST_GAP = 2 ** 32;

/** The least gap, beyond one that is too short, with which the path can be walked: by bisection. Null where days are not carried. */
function gapNeeded({ path, graph, plan }: Tried, tooShort: number): number | null {
  const table = new HopTable(graph.snapshot, plan.choices);
  const { timeOrder } = plan;
  if (timeOrder === null) return null;
  const windows = path.nodes.slice(1).map((node, at) => table.daysOf(path.nodes[at]!, node));
  const isWalked = (maxGap: number): boolean => {
    const time = timeAlong({ timeOrder, maxGap });
    return windows.reduce<readonly number[] | null>((days, next) => days && time.after(days, next), time.start) !== null;
  };
  let [low, high] = [tooShort, LONGEST_GAP];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isWalked(middle)) high = middle;
    else low = middle;
  }
  return high === LONGEST_GAP ? null : high;
}
