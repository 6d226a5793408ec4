import type { Days, HopTable } from "./hop-table.ts";
import type { Plan } from "./plan.ts";
import { type Matching, noHops, withHop } from "./source-matching.ts";
import { type TimeAlong, timeAlong } from "./time-along.ts";

/** What a trail has come to, beside its nodes, under the conditions on the path as a whole. Never changed: each step makes a new one. */
export interface Carried {
  /** `via` that are not yet passed, as bits. */
  readonly remaining: number;
  /** Days on which the last hop can be; null where time does not matter. */
  readonly days: Days | null;
  /** Sources given to the hops; null where they may share. */
  readonly matching: Matching | null;
}

/** The conditions on a path as a whole, carried along a trail (R7, R35, R38). */
export interface Carrier {
  /** The trail of one node. Null where it cannot begin so. */
  begin(node: number): Carried | null;
  /** `via` that remain once the node is passed; -1 when it is passed out of turn. */
  pass(remaining: number, node: number): number;
  /** One hop further; `remaining` is what `pass` gave. Null when no path goes that way. */
  step(carried: Carried, hop: CarriedHop): Carried | null;
  /** The day of arrival (R36); null where time does not matter or no date bounds it. */
  arrival(carried: Carried): number | null;
}

export interface CarriedHop {
  readonly from: number;
  readonly to: number;
  readonly remaining: number;
}

export function carrierOf(plan: Plan, table: HopTable): Carrier {
  const places = new Map(plan.via.map((node, at) => [node, at]));
  const time: TimeAlong | null = plan.timeOrder === null ? null : timeAlong(plan);
  const pass = (remaining: number, node: number): number => {
    const at = places.get(node);
    if (at === undefined) return remaining;
    const isOutOfTurn = plan.viaOrdered && (remaining & ((1 << at) - 1)) !== 0;
    return isOutOfTurn ? -1 : remaining & ~(1 << at);
  };
  return {
    pass,
    begin: (node) => {
      const remaining = pass((1 << plan.via.length) - 1, node);
      return remaining === -1 ? null : { remaining, days: time?.start ?? null, matching: plan.sourcesApart ? noHops : null };
    },
    step: ({ days, matching }, { from, to, remaining }) => {
      const after = time === null || days === null ? null : time.after(days, table.daysOf(from, to));
      if (time !== null && after === null) return null;
      const matched = matching === null ? null : withHop(matching, table.sourcesOf(from, to));
      if (matching !== null && matched === null) return null;
      return { remaining, days: after, matching: matched };
    },
    arrival: ({ days }) => (time === null || days === null ? null : time.arrival(days)),
  };
}
