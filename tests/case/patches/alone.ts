import type { SnapshotExchange } from "../../../src/case/snapshot-exchange.ts";

/** Of an exchange whose readers are asked one after the other: nobody waits for another. */
export const alone: Pick<SnapshotExchange, "begin" | "end" | "wait"> = { begin: () => true, end: () => {}, wait: () => true };
