import type { Answer } from "./case-worker.ts";
import type { Job } from "./job.ts";

/** An overview on its way from the thread that worked it out to the one that writes. */
export interface WorkedOutOverview {
  readonly revision: number;
  readonly text: string;
}

type Run = (job: Job, signal: AbortSignal) => Promise<Answer>;

/**
 * Has what is dear about the overview of a large case worked out behind what is asked, and kept with the case. One at a time;
 * whoever asks meanwhile gets what there is. A failure is no one's answer: it is tried again when the overview is next looked at.
 */
export class OverviewKeeper {
  readonly #run: Run;
  readonly #ended = new AbortController();
  #work: Promise<void> | null = null;

  constructor(run: Run) {
    this.#run = run;
  }

  /** The case may have grown, or somebody looks at it. */
  tend(): void {
    if (this.#work !== null || this.#ended.signal.aborted) return;
    this.#work = this.#keep()
      .catch(() => {})
      .finally(() => {
        this.#work = null;
      });
  }

  /** Calls off what is under way. */
  async end(): Promise<void> {
    this.#ended.abort();
    await this.#work;
  }

  async #keep(): Promise<void> {
    const { signal } = this.#ended;
    const answer = await this.#run({ ask: "work-out-overview" }, signal);
    const workedOut =
      answer.kind === "json" ? (JSON.parse(new TextDecoder().decode(answer.bytes)) as WorkedOutOverview | null) : null;
    if (workedOut !== null) await this.#run({ change: "keep-overview", ...workedOut }, signal);
  }
}
