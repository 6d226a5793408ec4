/** Short and eased out, so that what moves arrives softly. */
export const flightMs = 220;

/** Whether the reader asked for no motion; read at each move, since it can change while the page is open. */
export function wantsStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Calls `step` with 0 to 1, eased, at each frame of `flightMs`, the last time with 1. The returned function stops it where it is. */
export function glide(step: (share: number) => void): () => void {
  const start = performance.now();
  let frame = requestAnimationFrame(next);
  function next(now: number) {
    const share = Math.min(1, Math.max(0, (now - start) / flightMs));
    step(1 - (1 - share) ** 3);
    if (share < 1) frame = requestAnimationFrame(next);
  }
  return () => cancelAnimationFrame(frame);
}
