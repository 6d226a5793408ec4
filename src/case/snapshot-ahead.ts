import type { BeforeDisk, ComingRevision } from "../store/coming-revision.ts";
import { type DatedGraph, laidAhead, offer } from "./current-graph.ts";
import type { SnapshotExchange } from "./snapshot-exchange.ts";

/**
 * Makes a change; where it is large, with its snapshot at hand as soon as it is on disk, so that nobody who asks has to wait for one: it is
 * laid in the transaction of the change, from the newest that threads have, and offered once that has ended well. A thread that meets the change before
 * it hears of the offer waits for it. Where threads have none to begin with, after a merge, and for changes that each of them takes in by itself, it
 * is left to those who ask.
 */
export function withSnapshotAhead<T>(
  exchange: SnapshotExchange | undefined,
  change: (beforeDisk: BeforeDisk | undefined) => T,
): T {
  if (exchange === undefined) return change(undefined);
  let begun = false;
  try {
    return change((coming) => {
      const ahead = laidIfThereIsRoom(exchange, coming);
      if (ahead === null) return () => {};
      begun = true;
      exchange.begin();
      return () => {
        offer(exchange, ahead.graph, ahead.revision);
        exchange.end();
        begun = false;
      };
    });
  } finally {
    if (begun) exchange.end();
  }
}

/** A change is not refused for want of memory that only questions need. */
function laidIfThereIsRoom(exchange: SnapshotExchange, coming: ComingRevision): DatedGraph | null {
  try {
    return laidAhead(exchange, coming);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
