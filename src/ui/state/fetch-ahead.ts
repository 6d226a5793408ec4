/** So many at a time: what the reader asks for next does not wait behind them. */
const atOnce = 2;

/**
 * Fetches what will be wanted soon, in the order given and a few at a time. What is wanted anew takes the place of what still
 * waits; `fetch` never rejects.
 */
export function fetchAhead<T>(fetch: (item: T) => Promise<void>): (items: Iterable<T>) => void {
  let waiting: T[] = [];
  const running = new Set<T>();

  function next(): void {
    while (running.size < atOnce) {
      const item = waiting.shift();
      if (item === undefined) return;
      running.add(item);
      void fetch(item).then(() => {
        running.delete(item);
        next();
      });
    }
  }

  return (items) => {
    waiting = [...items].filter((item) => !running.has(item));
    next();
  };
}
