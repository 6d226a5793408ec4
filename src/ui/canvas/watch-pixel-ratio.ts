/** Calls `act` whenever the window comes to have another number of device pixels per pixel: zoomed, or moved to another screen. */
export function watchPixelRatio(act: () => void): () => void {
  let query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  const changed = () => {
    query.removeEventListener("change", changed);
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener("change", changed);
    act();
  };
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
