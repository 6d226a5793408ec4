import { Overloaded } from "./workers/failures.ts";

/** Imports from their first byte to their answer: at most so many at once, each of which may be called off by its operation. */
export class RunningImports {
  readonly #most: number;
  #underWay = 0;
  readonly #byOperation = new Map<string, AbortController>();

  constructor(most: number) {
    this.#most = most;
  }

  get underWay(): number {
    return this.#underWay;
  }

  /** Throws `Overloaded` when there are as many as there may be. */
  async during<T>(run: () => Promise<T>): Promise<T> {
    if (this.#underWay >= this.#most) throw new Overloaded(`import: wanted at most ${this.#most} files at once, got another`, 5);
    this.#underWay++;
    try {
      return await run();
    } finally {
      this.#underWay--;
    }
  }

  /** Runs with a signal that `cancel` aborts. The same operation again waits for nothing: the thread that writes takes one at a time. */
  async cancellable<T>(operation: string, run: (cancelled: AbortSignal) => Promise<T>): Promise<T> {
    const ending = new AbortController();
    this.#byOperation.set(operation, ending);
    try {
      return await run(ending.signal);
    } finally {
      if (this.#byOperation.get(operation) === ending) this.#byOperation.delete(operation);
    }
  }

  /** False when no such import is under way. */
  cancel(operation: string): boolean {
    const ending = this.#byOperation.get(operation);
    ending?.abort();
    return ending !== undefined;
  }
}
