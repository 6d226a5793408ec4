import type { BadInputKind, Meanwhile } from "../../base/problem.ts";
import type { Revision } from "../../claims/revision.ts";
import type { Progress } from "../events/case-event.ts";
import type { Job } from "./job.ts";
import type { SnapshotPlace } from "./snapshot-channel.ts";

/** What a worker thread is started with. */
export interface WorkerStart {
  readonly casePath: string;
  readonly mode: "read" | "write";
  /** Written beside each change; left out, the case's own default. */
  readonly by: string | undefined;
  /** One Int32: the number of the job that nobody waits for any more. Searches poll it. */
  readonly cancelled: SharedArrayBuffer;
  /** Where threads hand each other snapshots; null for a thread that needs none. */
  readonly snapshots: SnapshotPlace | null;
  /** The thread leaves the processor to the others where there are not enough. */
  readonly yields?: boolean;
}

export type ToWorker =
  /** `since`: the revision at which it came; its answer may be of a newer one. */
  | { readonly kind: "job"; readonly number: number; readonly job: Job; readonly since: number }
  /** One more piece of that job's file may come. */
  | { readonly kind: "more"; readonly number: number }
  /** No more jobs: close the case and end. */
  | { readonly kind: "close" };

export type FromWorker =
  /** `revision`: the answer is of that one at least; null where that means nothing. */
  | { readonly kind: "json"; readonly bytes: Uint8Array<ArrayBuffer>; readonly revision: number | null }
  | { readonly kind: "file"; readonly filename: string; readonly mediaType: string; readonly losses: readonly string[] }
  | { readonly kind: "piece"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "end" }
  /** The answer to `ReadFile`, as JSON; the reading itself may go on until `end`. */
  | { readonly kind: "ahead"; readonly bytes: Uint8Array<ArrayBuffer> }
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly as: BadInputKind;
      readonly candidates: readonly string[];
      readonly since: readonly Meanwhile[];
    }
  /** Name of the error and where it was thrown: never its message, which may quote the case. */
  | { readonly kind: "fault"; readonly trace: string }
  | News;

/** What a thread tells of the case, beside the answer to its job. */
export type News =
  /** The case is open, at this revision. */
  | { readonly kind: "ready"; readonly revision: number }
  /** Entries that a change has added. */
  | { readonly kind: "revised"; readonly revisions: readonly Revision[] }
  | { readonly kind: "progress"; readonly progress: Progress };

/** Pieces of a file on their way at most, before the reader has taken one. */
export const piecesAhead = 4;
