import { randomUUID } from "node:crypto";
import type { Revision } from "../../claims/revision.ts";
import type { News } from "../workers/messages.ts";
import type { Progress } from "./case-event.ts";

/** Revisions kept at hand; a reader who is further behind reads them from the file. */
const mostRecent = 256;
/** Operations whose progress is kept for who comes later. */
const mostOperations = 16;

interface Step {
  readonly progress: Progress;
  /** Counts what was heard, so that a reader knows what it has not told yet. */
  readonly tick: number;
}

/**
 * What is new in the case, as the thread that serves hears of it. Keeps no queue for anybody: each reader has a place in the
 * history and asks for what follows, so that a slow one costs no memory.
 */
export class EventHub {
  /** Another in each run: a reader that meets a new one asks what it missed. */
  readonly server = randomUUID();
  #revision = 0;
  #revisedAt = performance.now();
  #recent: Revision[] = [];
  readonly #steps = new Map<string, Step>();
  #ticks = 0;
  #stopping = false;
  readonly #waiting = new Set<() => void>();

  get revision(): number {
    return this.#revision;
  }

  /** When the case was last found changed, by `performance.now()`. */
  get revisedAt(): number {
    return this.#revisedAt;
  }

  get ticks(): number {
    return this.#ticks;
  }

  get isStopping(): boolean {
    return this.#stopping;
  }

  /** What a thread tells. */
  hear(news: News): void {
    if (news.kind === "revised") this.#revised(news.revisions);
    else if (news.kind === "progress") this.#progressed(news.progress);
    else this.#standsAt(news.revision);
  }

  /** Where a thread finds the case: further than was told when the one before it was ended between a change and its news. */
  #standsAt(revision: number): void {
    if (revision <= this.#revision) return;
    this.#revision = revision;
    this.#revisedAt = performance.now();
    this.#recent = [];
    this.#wake();
  }

  /** Revisions in order, each once; those that are known already are passed over. */
  #revised(revisions: readonly Revision[]): void {
    const fresh = revisions.filter(({ revision }) => revision > this.#revision);
    const last = fresh.at(-1);
    if (last === undefined) return;
    // What was left out between is in the file.
    const joins = fresh[0]?.revision === this.#revision + 1;
    this.#recent = [...(joins ? this.#recent : []), ...fresh].slice(-mostRecent);
    this.#revision = last.revision;
    this.#revisedAt = performance.now();
    this.#wake();
  }

  #progressed(progress: Progress): void {
    this.#steps.delete(progress.operation);
    this.#steps.set(progress.operation, { progress, tick: ++this.#ticks });
    for (const operation of this.#steps.keys()) {
      if (this.#steps.size <= mostOperations) break;
      this.#steps.delete(operation);
    }
    this.#wake();
  }

  /** An operation of which something was told comes to nothing. */
  end(operation: string): void {
    const told = this.#steps.get(operation)?.progress;
    if (told !== undefined && told.phase !== "over") this.#progressed({ ...told, phase: "over", done: 0 });
  }

  /** Every reader is told so, and ends. */
  stop(): void {
    this.#stopping = true;
    this.#wake();
  }

  /** Revisions after `cursor` that are at hand; null when the next one is not, and the file has it. */
  after(cursor: number): readonly Revision[] | null {
    if (cursor >= this.#revision) return [];
    const first = this.#recent[0];
    if (first === undefined || first.revision > cursor + 1) return null;
    return this.#recent.filter(({ revision }) => revision > cursor);
  }

  /** The latest of each operation that was heard after `tick`. */
  progressAfter(tick: number): readonly Progress[] {
    return [...this.#steps.values()].filter((step) => step.tick > tick).map(({ progress }) => progress);
  }

  /** Settles when there is something new, at the latest after `ms`, or when nobody waits any more. */
  somethingNew({ ms, signal }: { readonly ms: number; readonly signal: AbortSignal }): Promise<void> {
    if (this.#stopping || signal.aborted) return Promise.resolve();
    return new Promise((settle) => {
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener("abort", done);
        this.#waiting.delete(done);
        settle();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener("abort", done, { once: true });
      this.#waiting.add(done);
    });
  }

  #wake(): void {
    for (const done of [...this.#waiting]) done();
  }
}
