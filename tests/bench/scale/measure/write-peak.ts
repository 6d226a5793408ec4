import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { threadId } from "node:worker_threads";
import { memoryOfProcess } from "../../../trust/load/process-memory.ts";

/** Preloaded into a program (`node --import`): when it ends, it writes down the most memory that it ever had. */
const folder = process.env.CLEW_PEAKS;

if (folder !== undefined && threadId === 0)
  process.once("exit", () => {
    const peak = memoryOfProcess("self")?.peak ?? process.resourceUsage().maxRSS * 1024;
    writeFileSync(join(folder, `${process.pid}.peak`), String(peak));
  });
