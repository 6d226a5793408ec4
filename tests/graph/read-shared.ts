import { parentPort, workerData } from "node:worker_threads";
import type { Conditions } from "../../src/graph/conditions.ts";
import { LinkFilter } from "../../src/graph/link-filter.ts";
import type { SnapshotNames } from "../../src/graph/snapshot.ts";
import { openSnapshot } from "../../src/graph/snapshot-buffer.ts";
import { noClaimIds } from "./claim-ids-of.ts";

/** What a thread is handed that reads another's snapshot. */
export interface SharedReading {
  readonly buffer: SharedArrayBuffer;
  readonly names: SnapshotNames;
  readonly questions: readonly Conditions[];
}

/** Per question and slot whether it is walked; weights of links behind. */
export function readShared({ buffer, names, questions }: SharedReading): string[] {
  const snapshot = openSnapshot(buffer);
  return questions.map((asked) => {
    const filter = new LinkFilter({ snapshot, names, claimIds: noClaimIds }, asked);
    const walked = Array.from(snapshot.slotWay, (_, slot) => Number(filter.walksSlot(filter.either, slot)));
    const weights = Array.from({ length: snapshot.links }, (_, link) => filter.weightOf(link));
    return `${walked.join("")} ${weights.join(" ")}`;
  });
}

if (parentPort !== null && workerData !== null) parentPort.postMessage(readShared(workerData as SharedReading));
