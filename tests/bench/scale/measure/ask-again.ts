/** What is not counted: until what runs has been compiled, in each of the threads, and what is read lies in memory. */
const WARM_UP = 1_500;
/** A kind that is slow is asked less often. */
const MOST_MS = 90_000;
const WARM_UP_MS = 10_000;

/** Asks so many times, each time for something else, and gives the times that `ask` gives back; null is asked once more. */
export async function askAgain(questions: number, ask: (nth: number) => Promise<number | null>): Promise<number[]> {
  const times: number[] = [];
  let nth = 0;
  const warmUntil = performance.now() + WARM_UP_MS;
  while (nth < WARM_UP && performance.now() < warmUntil) await ask(nth++);
  const until = performance.now() + MOST_MS;
  while (times.length < questions && (times.length === 0 || performance.now() < until)) {
    const ms = await ask(nth++);
    if (ms !== null) times.push(ms);
  }
  return times;
}
