import { Overloaded } from "../workers/failures.ts";

/** How many streams are open, and whose: none may take the connections of the others. */
export class StreamSeats {
  readonly #most: { readonly all: number; readonly each: number };
  readonly #taken = new Map<string, number>();
  #open = 0;

  constructor(most: { readonly all: number; readonly each: number }) {
    this.#most = most;
  }

  get open(): number {
    return this.#open;
  }

  /** A seat for one stream of `who`; the returned function gives it back, once. Throws `Overloaded` when all are taken. */
  take(who: string): () => void {
    const { all, each } = this.#most;
    const held = this.#taken.get(who) ?? 0;
    if (held >= each) throw new Overloaded(`events: wanted at most ${each} streams at once for one session, got another`, 5);
    if (this.#open >= all) throw new Overloaded(`events: wanted at most ${all} streams at once, got another`, 5);
    this.#open++;
    this.#taken.set(who, held + 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#open--;
      const left = (this.#taken.get(who) ?? 1) - 1;
      if (left === 0) this.#taken.delete(who);
      else this.#taken.set(who, left);
    };
  }
}
