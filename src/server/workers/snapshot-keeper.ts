import type { Case } from "../../case/open-case.ts";

/** Pause between two steps, in which changes come in; each step is a transaction of a few megabytes. */
const PAUSE_MS = 20;

/**
 * In the thread that writes: keeps in the file what other threads have built, behind the changes. One at a time; nobody waits for
 * it, and what fails is tried again with the next offer.
 */
export class SnapshotKeeper {
  readonly #opened: Case;
  readonly #isBusy: () => boolean;
  #steps: Iterator<void> | null = null;
  #timer: NodeJS.Timeout | null = null;

  /** `isBusy`: whether a change is under way, which may have a transaction open. */
  constructor(opened: Case, isBusy: () => boolean) {
    this.#opened = opened;
    this.#isBusy = isBusy;
  }

  /** Another thread has offered one. */
  tend(): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => this.#step(), PAUSE_MS);
    this.#timer.unref();
  }

  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#steps = null;
  }

  #step(): void {
    this.#timer = null;
    if (this.#isBusy()) {
      this.tend();
      return;
    }
    try {
      this.#steps ??= this.#opened.keepSnapshot()[Symbol.iterator]();
      if (this.#steps.next().done !== true) this.tend();
      else this.#steps = null;
    } catch {
      this.#steps = null;
    }
  }
}
