import type { LaneFigures } from "../metrics.ts";
import { type Answer, CaseWorker, type JobTerms } from "./case-worker.ts";
import { Abandoned, Overloaded } from "./failures.ts";
import type { Job } from "./job.ts";
import type { News, WorkerStart } from "./messages.ts";

export interface LaneOptions {
  readonly start: Omit<WorkerStart, "cancelled">;
  /** Worker threads at most; they start when the others are busy. */
  readonly threads: number;
  /** Jobs that may wait. */
  readonly queue: number;
  readonly graceMs: number;
  /** How long a job under way may still take when the lane is closed; the grace when left out. */
  readonly endMs?: number;
  /** What threads tell beside their answers. */
  readonly onHeard?: (heard: News) => void;
}

interface Waiting {
  readonly job: Job;
  readonly terms: JobTerms;
  readonly settle: (answer: Answer | Promise<Answer>) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Jobs of one kind, first come, first served, on a few worker threads. The first free thread takes the next
 * job, so that one asker at a time keeps meeting the thread whose snapshot is built. A thread more than are busy is started. One that
 * ended is replaced.
 */
export class Lane {
  readonly #options: LaneOptions;
  readonly #threads: CaseWorker[] = [];
  readonly #waiting: Waiting[] = [];
  #closed = false;
  #ended = 0;

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  get figures(): Omit<LaneFigures, "lane"> {
    const running = this.#threads.filter((thread) => !thread.isFree && !thread.isStarting).length;
    return { waiting: this.#waiting.length, running, threads: this.#threads.length, ended: this.#ended };
  }

  /** Starts a thread ahead of need. Rejects with BadInput when the case cannot be opened. */
  async warm(): Promise<void> {
    await (this.#threads[0] ?? this.#startThread()).opened;
  }

  /** Rejects with BadInput, Overloaded, Abandoned or WorkerFault. */
  run(job: Job, terms: JobTerms): Promise<Answer> {
    if (this.#closed || terms.signal?.aborted) return Promise.reject(new Abandoned());
    if (this.#waiting.length >= this.#options.queue)
      return Promise.reject(new Overloaded("too many questions at once; ask again in a moment", 1));
    return new Promise((settle, fail) => {
      const waiting: Waiting = { job, terms, settle, fail };
      this.#waiting.push(waiting);
      terms.signal?.addEventListener("abort", () => this.#leave(waiting), { once: true });
      this.#next();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const { fail } of this.#waiting.splice(0)) fail(new Abandoned());
    await Promise.all(this.#threads.map((thread) => thread.end(this.#options.endMs)));
  }

  #leave(waiting: Waiting): void {
    const at = this.#waiting.indexOf(waiting);
    if (at === -1) return;
    this.#waiting.splice(at, 1);
    waiting.fail(new Abandoned());
  }

  #next(): void {
    if (this.#closed) return;
    let given = 0;
    for (const thread of this.#threads) {
      if (!thread.isFree) continue;
      const waiting = this.#waiting.shift();
      if (waiting === undefined) return;
      waiting.settle(thread.run(waiting.job, waiting.terms));
      given++;
    }
    const starting = this.#threads.filter((thread) => thread.isStarting).length;
    // One ahead of need: it hears of the snapshot that the first question of all has opened, and need not open it, too.
    const wanted = this.#waiting.length + Math.min(given, 1);
    if (wanted > starting && this.#threads.length < this.#options.threads) this.#startThread();
  }

  #startThread(): CaseWorker {
    const thread = new CaseWorker(this.#options.start, {
      graceMs: this.#options.graceMs,
      onIdle: () => this.#next(),
      onHeard: this.#options.onHeard ?? (() => {}),
      onEnd: () => {
        this.#threads.splice(this.#threads.indexOf(thread), 1);
        if (!this.#closed) this.#ended++;
        this.#next();
      },
    });
    thread.opened.catch((error: Error) => this.#cannotOpen(error));
    this.#threads.push(thread);
    return thread;
  }

  /** The case cannot be opened (any more): whoever waits hears why, or the lane would start threads for ever. */
  #cannotOpen(error: Error): void {
    for (const { fail } of this.#waiting.splice(0)) fail(error);
  }
}
