import { collectMemory } from "../../case/collect-memory.ts";

const PAUSE_MS = 50;
let timer: NodeJS.Timeout | null = null;

/**
 * Asks for a collection of this thread's memory once it is idle. The collector does not count buffers that threads share: a snapshot that
 * another has taken the place of would stay until something else fills the heap.
 */
export function collectSoon(): void {
  if (timer !== null) return;
  timer = setTimeout(() => {
    timer = null;
    collectMemory("beside");
  }, PAUSE_MS);
  timer.unref();
}
