import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import { MessageChannel } from "node:worker_threads";
import type { Revision } from "../../claims/revision.ts";
import { EventHub } from "../events/event-hub.ts";
import type { Limits } from "../limits.ts";
import type { Gauges } from "../metrics.ts";
import type { Answer } from "./case-worker.ts";
import type { ImportJob, Job, ReadAhead } from "./job.ts";
import { Lane } from "./lane.ts";
import type { News } from "./messages.ts";
import { OverviewKeeper } from "./overview-keeper.ts";
import { type SnapshotPlace, snapshotPlace } from "./snapshot-channel.ts";
import { Turns } from "./turns.ts";

export interface CaseThreadsOptions {
  readonly casePath: string;
  /** Written beside each change; left out, the case's own default. */
  readonly by: string | undefined;
  readonly limits: Limits;
}

interface LaneNeeds {
  readonly threads: number;
  readonly snapshots?: SnapshotPlace;
  readonly endMs?: number;
  /** Its threads leave the processor to the others. */
  readonly yields?: boolean;
  readonly turns?: Turns;
}

const quickQuestions: ReadonlySet<string> = new Set([
  "search",
  "entity",
  "entity-links",
  "link",
  "source",
  "chart",
  "formats",
  "revisions",
]);

/** Questions that go through all of a case or of a file, however large it is. */
const wholeCase: ReadonlySet<string> = new Set(["check", "export", "open-kept", "read-files", "work-out-overview"]);

/** How long an import that was read waits for the questions that came before it: each import costs all of them a new snapshot. */
const questionsFirstMs = 3_000;

/**
 * The threads behind the server, in three lanes, so that none holds up another: one thread writes, a few answer
 * what is looked up at once, a few what may take long.
 */
export class CaseThreads {
  /** What is new in the case. */
  readonly events = new EventHub();
  readonly #limits: Limits;
  readonly #write: Lane;
  readonly #quick: Lane;
  readonly #long: Lane;
  readonly #reading: Lane;
  readonly #overview = new OverviewKeeper((job, signal) => this.run(job, signal));

  constructor({ casePath, by, limits }: CaseThreadsOptions) {
    const onHeard = (news: News) => this.events.hear(news);
    const { queue, graceMs } = limits;
    const lane = (mode: "read" | "write", { snapshots, yields = false, ...rest }: LaneNeeds) =>
      new Lane({ start: { casePath, mode, by, snapshots: snapshots ?? null, yields }, queue, graceMs, onHeard, ...rest });
    this.#limits = limits;
    const snapshots = snapshotPlace(`clew snapshots ${randomUUID()}`);
    this.#write = lane("write", { threads: 1, snapshots, endMs: limits.stopMs });
    const turns = new Turns(availableParallelism());
    this.#quick = lane("read", { threads: limits.quickWorkers, turns });
    this.#long = lane("read", { threads: limits.longWorkers, turns, snapshots, yields: true });
    this.#reading = lane("read", { threads: limits.imports, yields: true });
  }

  figures(): Pick<Gauges, "lanes" | "revision" | "revisionAgeSeconds"> {
    const lanes = { write: this.#write, quick: this.#quick, long: this.#long, reading: this.#reading };
    return {
      lanes: Object.entries(lanes).map(([lane, { figures }]) => ({ lane, ...figures })),
      revision: this.events.revision,
      revisionAgeSeconds: (performance.now() - this.events.revisedAt) / 1000,
    };
  }

  /** Opens the case for writing. Rejects with BadInput in one line when that cannot be. */
  async open(): Promise<void> {
    await this.#write.warm();
  }

  /** Starts a thread for each kind of question ahead of the first one; of a large case the snapshot that is kept is opened. */
  warmUp(): void {
    this.run({ ask: "open-kept" }, new AbortController().signal).catch(() => {});
    this.#quick.warm().catch(() => {});
  }

  /** Rejects with BadInput, Overloaded, Abandoned or WorkerFault. */
  async run(job: Job | ImportJob, signal: AbortSignal): Promise<Answer> {
    const answer = await ("change" in job && job.change === "import" ? this.#import(job, signal) : this.#run(job, signal));
    if (changesOverview(job)) this.#overview.tend();
    return answer;
  }

  #run(job: Job, signal: AbortSignal): Promise<Answer> {
    return this.#laneOf(job).run(job, { deadlineMs: this.#deadlineOf(job), since: this.events.revision, signal });
  }

  /** Reads the files in a thread of its own, then takes in what was read, which is all that other changes wait for. */
  async #import({ files, terms, change: _, ...importing }: ImportJob, signal: AbortSignal): Promise<Answer> {
    const { port1, port2 } = new MessageChannel();
    const over = new AbortController();
    try {
      const reading = AbortSignal.any([signal, over.signal]);
      const ahead = jsonOf(await this.#run({ ...importing, ask: "read-files", files, port: port1 }, reading));
      await this.#long.answered(questionsFirstMs);
      return await this.#run({ ...importing, terms, change: "take-in", read: ahead as ReadAhead, port: port2 }, signal);
    } catch (error) {
      this.events.end(importing.operation);
      throw error;
    } finally {
      over.abort();
      port2.close();
    }
  }

  /** Entries of the history after a revision, some of them at least. */
  async revisions(after: number, signal: AbortSignal): Promise<readonly Revision[]> {
    const answer = await this.run({ ask: "revisions", after }, signal);
    return jsonOf(answer) as readonly Revision[];
  }

  /** The one that writes last: then it is the last connection, and leaves a single file behind. */
  async close(): Promise<void> {
    await this.#overview.end();
    await Promise.all([this.#quick.close(), this.#long.close(), this.#reading.close()]);
    await this.#write.close();
  }

  #laneOf(job: Job): Lane {
    if ("change" in job) return this.#write;
    if (job.ask === "read-files" || job.ask === "preview") return this.#reading;
    return quickQuestions.has(job.ask) ? this.#quick : this.#long;
  }

  #deadlineOf(job: Job): number {
    const { fileMs, questionMs } = this.#limits;
    if ("change" in job || wholeCase.has(job.ask)) return fileMs;
    return questionMs + ("asked" in job ? (job.asked.budgetMs ?? 0) : 0);
  }
}

/** Whether it is time to see if the overview that is kept will still do. */
function changesOverview(job: Job | ImportJob): boolean {
  return "change" in job ? job.change === "import" : job.ask === "overview";
}

function jsonOf(answer: Answer): unknown {
  if (answer.kind !== "json") throw new Error("wanted JSON, got a file");
  return JSON.parse(new TextDecoder().decode(answer.bytes));
}
