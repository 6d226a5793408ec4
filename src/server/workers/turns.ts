/** How long a job counts as one that will be over in a moment. */
const BRIEF_MS = 50;

/** What takes turns: jobs of one kind, with threads of their own. */
export interface TakesTurns {
  /** The ticket of the job that could begin now; null where none waits or no thread is free. */
  first(): number | null;
  /** Begins it; settles when it is done. */
  begin(): Promise<unknown>;
}

/**
 * Jobs of several lanes begin in the order in which they came, a few at a time: more at once would take longer each, and those of
 * the lane with the most threads, or of the higher priority, would leave the others waiting. A job that is not over in a moment
 * does not count: others begin beside it.
 */
export class Turns {
  readonly #most: number;
  readonly #takers: TakesTurns[] = [];
  /** When those that are under way began, the oldest first. */
  readonly #begun = new Set<{ readonly at: number }>();
  #tickets = 0;
  #later: NodeJS.Timeout | null = null;

  /** Brief jobs at once, at most. */
  constructor(most: number) {
    this.#most = most;
  }

  join(taker: TakesTurns): void {
    this.#takers.push(taker);
  }

  /** Rises with each job that comes. */
  ticket(): number {
    return ++this.#tickets;
  }

  /** A job came, or a thread is free. */
  next(): void {
    for (let taker = this.#firstTaker(); taker !== null; taker = this.#firstTaker()) {
      if (this.#brief() >= this.#most) {
        this.#lookAgain();
        return;
      }
      const turn = { at: performance.now() };
      this.#begun.add(turn);
      const over = () => {
        this.#begun.delete(turn);
        this.next();
      };
      taker.begin().then(over, over);
    }
  }

  #firstTaker(): TakesTurns | null {
    let [first, oldest]: [TakesTurns | null, number] = [null, Number.POSITIVE_INFINITY];
    for (const taker of this.#takers) {
      const ticket = taker.first() ?? Number.POSITIVE_INFINITY;
      if (ticket < oldest) [first, oldest] = [taker, ticket];
    }
    return first;
  }

  #brief(): number {
    const since = performance.now() - BRIEF_MS;
    for (const turn of this.#begun) {
      if (turn.at > since) break;
      this.#begun.delete(turn);
    }
    return this.#begun.size;
  }

  #lookAgain(): void {
    this.#later ??= setTimeout(() => {
      this.#later = null;
      this.next();
    }, BRIEF_MS).unref();
  }
}
