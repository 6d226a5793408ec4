/** How long a question may take, by a clock that comes in from outside. */
export interface Budget {
  /** Milliseconds, never going back. */
  readonly clock: () => number;
  /** Polled now and then; true stops the search. */
  readonly cancelled?: () => boolean;
}

/** Links looked at, or as much other work, between two looks at the clock. */
const WORK_PER_LOOK = 4096;

/** Counts work and says when to stop. One per search. */
export class Meter {
  /** Links looked at, each as often as it was. */
  links = 0;
  /** Why the search must stop; null while it may go on. */
  stopped: "budget" | "cancelled" | null = null;
  #work = 0;
  readonly #budget: Budget;
  readonly #deadline: number;

  /** Looks at the clock and at `cancelled` at once: a question that is already cancelled is not begun. */
  constructor(budget: Budget, budgetMs: number) {
    this.#budget = budget;
    this.#deadline = budget.clock() + budgetMs;
    this.#look();
  }

  /** Counts `links` as looked at. False: stop. */
  spend(links: number): boolean {
    this.links += links;
    return this.toil(links);
  }

  /** Counts work that looks at no link, for the clock alone. False: stop. */
  toil(work: number): boolean {
    this.#work += work;
    if (this.#work >= WORK_PER_LOOK) this.#look();
    return this.stopped === null;
  }

  #look(): void {
    this.#work = 0;
    if (this.#budget.cancelled?.() === true) this.stopped = "cancelled";
    else if (this.#budget.clock() > this.#deadline) this.stopped = "budget";
  }
}
