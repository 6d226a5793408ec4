import { readFileSync } from "node:fs";

export interface ProcessMemory {
  /** Bytes in memory now, and at most until now. */
  readonly now: number;
  readonly peak: number;
}

/** Of a process that runs, as Linux tells it; null where there is no /proc. */
export function memoryOfProcess(pid: number | "self"): ProcessMemory | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]);
    return { now: kilobytes("VmRSS") * 1024, peak: kilobytes("VmHWM") * 1024 };
  } catch {
    return null;
  }
}
