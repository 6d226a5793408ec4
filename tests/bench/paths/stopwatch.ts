/** Asks that take longer are told by processor time on a machine that does other work meanwhile: that clock is too coarse below. */
const COARSE_MS = 20;

/** Whether the machine does other work (`--busy`); told to the processes of the engines by their environment. */
export const BUSY = "CLEW_BENCH_BUSY";

/**
 * Starts a watch; reading it gives milliseconds. On a busy machine these are of processor time, divided among the threads that
 * the engine works with, which favours it.
 */
export function stopwatch(threads = 1): () => number {
  const [started, used] = [performance.now(), process.cpuUsage()];
  return () => {
    const ms = performance.now() - started;
    if (process.env[BUSY] !== "1" || ms < COARSE_MS) return ms;
    const { user, system } = process.cpuUsage(used);
    return Math.min(ms, (user + system) / 1000 / threads);
  };
}
