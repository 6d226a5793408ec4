import type { Case } from "../../case/open-case.ts";

/** Pause between two steps, in which changes come in; each step is a transaction of a few megabytes. */
const PAUSE_MS = 20;
/** Between two looks at whether it is time. */
const LOOK_MS = 1_000;
/** All of it is written again: when nothing has changed for a while, and otherwise seldom. */
const QUIET_MS = 5_000;
const SELDOM_MS = 20_000;
/** What is not kept by then when the thread ends is left. */
const LAST_MS = 4_000;

export interface KeeperTimes {
  readonly quietMs: number;
  readonly seldomMs: number;
}

/**
 * In the thread that writes: keeps in the file what other threads have built, behind the changes, when the case is quiet, or three
 * times a minute, and at the end. One at a time; nobody waits for it, and what fails is tried again with the next offer.
 */
export class SnapshotKeeper {
  readonly #opened: Case;
  readonly #isBusy: () => boolean;
  readonly #times: KeeperTimes;
  #steps: Iterator<void> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #wanted = false;
  #revision = -1;
  #changedAt = -Infinity;
  #keptAt = -Infinity;

  /** `isBusy`: whether a change is under way, which may have a transaction open. */
  constructor(opened: Case, isBusy: () => boolean, times: KeeperTimes = { quietMs: QUIET_MS, seldomMs: SELDOM_MS }) {
    this.#opened = opened;
    this.#isBusy = isBusy;
    this.#times = times;
  }

  /** Another thread has offered one. */
  tend(): void {
    this.#wanted = true;
    this.#later(PAUSE_MS);
  }

  /** Keeps what has been offered, or is being kept, if that is soon done. No change is under way. */
  end(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const until = performance.now() + LAST_MS;
    try {
      while ((this.#wanted || this.#steps !== null) && performance.now() < until) this.#take();
    } catch {
      // What is kept is as it was.
    }
    this.#steps = null;
  }

  #later(ms: number): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => this.#step(), ms);
    this.#timer.unref();
  }

  #step(): void {
    this.#timer = null;
    try {
      if (this.#isBusy()) this.#changedAt = performance.now();
      else if (this.#steps !== null || this.#isTime()) this.#take();
    } catch {
      this.#steps = null;
    }
    if (this.#steps !== null) this.#later(PAUSE_MS);
    else if (this.#wanted) this.#later(this.#isBusy() ? PAUSE_MS : Math.min(LOOK_MS, this.#times.quietMs));
  }

  #isTime(): boolean {
    const now = performance.now();
    const { revision } = this.#opened;
    if (revision !== this.#revision) this.#changedAt = this.#revision === -1 ? -Infinity : now;
    this.#revision = revision;
    return now - this.#changedAt >= this.#times.quietMs || now - this.#keptAt >= this.#times.seldomMs;
  }

  /** One step of what is under way, or the first of the next. */
  #take(): void {
    this.#wanted &&= this.#steps !== null;
    this.#steps ??= this.#opened.keepSnapshot()[Symbol.iterator]();
    if (this.#steps.next().done === true) this.#steps = null;
    else this.#keptAt = performance.now();
  }
}
