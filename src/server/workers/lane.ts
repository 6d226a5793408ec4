import type { LaneFigures } from "../metrics.ts";
import { type Answer, CaseWorker, type JobTerms } from "./case-worker.ts";
import { Abandoned, Overloaded } from "./failures.ts";
import type { Job } from "./job.ts";
import type { News, WorkerStart } from "./messages.ts";
import { Turns } from "./turns.ts";

export interface LaneOptions {
  readonly start: Omit<WorkerStart, "cancelled">;
  /** Worker threads at most; they start when the others are busy. */
  readonly threads: number;
  /** Jobs that may wait. */
  readonly queue: number;
  readonly graceMs: number;
  /** Shared with other lanes; left out, a job begins as soon as a thread is free. */
  readonly turns?: Turns;
  /** How long a job under way may still take when the lane is closed; the grace when left out. */
  readonly endMs?: number;
  /** What threads tell beside their answers. */
  readonly onHeard?: (heard: News) => void;
}

interface Waiting {
  readonly ticket: number;
  readonly job: Job;
  readonly terms: JobTerms;
  readonly settle: (answer: Answer | Promise<Answer>) => void;
  readonly fail: (error: Error) => void;
}

/**
 * Jobs of one kind, first come, first served, on a few worker threads. The first free thread takes the next
 * job, so that one asker at a time keeps meeting the thread whose snapshot is built. Of threads that
 * share snapshots one more than are busy is started. One that ended is replaced.
 */
export class Lane {
  readonly #options: LaneOptions;
  readonly #threads: CaseWorker[] = [];
  readonly #waiting: Waiting[] = [];
  /** Waiting or under way. */
  readonly #asked = new Set<Promise<unknown>>();
  readonly #turns: Turns;
  #closed = false;
  #ended = 0;

  constructor(options: LaneOptions) {
    this.#options = options;
    this.#turns = options.turns ?? new Turns(Number.POSITIVE_INFINITY);
    this.#turns.join({ first: () => this.#first(), begin: () => this.#begin() });
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
    const answered = new Promise<Answer>((settle, fail) => {
      const waiting: Waiting = { ticket: this.#turns.ticket(), job, terms, settle, fail };
      this.#waiting.push(waiting);
      terms.signal?.addEventListener("abort", () => this.#leave(waiting), { once: true });
      this.#next();
    });
    this.#asked.add(answered);
    const over = () => this.#asked.delete(answered);
    answered.then(over, over);
    return answered;
  }

  /** Resolves once all that was asked by now is answered, or after so long. */
  async answered(withinMs: number): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise((done) => {
      late = setTimeout(done, withinMs);
    });
    await Promise.race([Promise.allSettled([...this.#asked]), patience]);
    clearTimeout(late);
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
    this.#turns.next();
    const ready = this.#threads.filter((thread) => thread.isFree || thread.isStarting).length;
    if (this.#waiting.length > ready && this.#threads.length < this.#options.threads) this.#startThread();
  }

  #first(): number | null {
    if (this.#closed || !this.#threads.some((thread) => thread.isFree)) return null;
    return this.#waiting[0]?.ticket ?? null;
  }

  #begin(): Promise<Answer> {
    const { start, threads } = this.#options;
    const { job, terms, settle } = this.#waiting.shift()!;
    const answer = this.#threads.find((thread) => thread.isFree)!.run(job, terms);
    settle(answer);
    // One ahead of need: it hears of the snapshot that the first question of all has opened, and need not open it, too.
    const isReady = start.snapshots === null || this.#threads.some((thread) => thread.isFree || thread.isStarting);
    if (!isReady && this.#threads.length < threads) this.#startThread();
    return answer;
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
