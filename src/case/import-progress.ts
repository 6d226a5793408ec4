import { BadInput } from "../base/problem.ts";
import type { BulkStep } from "../store/bulk-import.ts";

/** How far an import is. */
export interface ImportProgress {
  /** `reading` goes with the records; the others, in this order, follow from them, and each takes a part of that time. */
  readonly step: "reading" | BulkStep;
  /** Read so far. */
  readonly records: number;
}

/** Who looks on while an import runs. */
export interface ImportWatch {
  /** Called a few times a second at most while records are read, and at each step; an import of few records does not call it. */
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Polled; true ends the import, which then changes nothing. */
  readonly cancelled?: () => boolean;
}

/** Tells the one who looks on, and throws BadInput `conflict` once the import is called off. */
export function watching({ onProgress, cancelled }: ImportWatch): (step: ImportProgress["step"], records: number) => void {
  let last: ImportProgress["step"] | null = null;
  let toldMs = 0;
  return (step, records) => {
    if (cancelled?.() === true) throw new BadInput("import: called off; the case is as it was", { kind: "conflict" });
    const nowMs = performance.now();
    if (onProgress === undefined || (step === last && nowMs - toldMs < progressMs)) return;
    last = step;
    toldMs = nowMs;
    onProgress({ step, records });
  };
}

const progressMs = 250;
