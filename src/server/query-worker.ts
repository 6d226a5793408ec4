/** What a worker thread starts with. A thread has no compile cache unless it asks: with one it is there in half the time. */
import module from "node:module";

module.enableCompileCache();
await import("./workers/serve-jobs.ts");
