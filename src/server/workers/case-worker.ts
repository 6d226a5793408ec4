import { type MessagePort, Worker } from "node:worker_threads";
import { BadInput } from "../../base/problem.ts";
import { Abandoned, Overloaded, WorkerFault } from "./failures.ts";
import { FileStream } from "./file-stream.ts";
import { type Job, portsOf } from "./job.ts";
import type { FromWorker, News, ToWorker, WorkerStart } from "./messages.ts";
import { tellThreadEnded } from "./snapshot-channel.ts";
import { traceOf } from "./trace-of.ts";

export type Answer =
  | { readonly kind: "json"; readonly bytes: Uint8Array<ArrayBuffer>; readonly revision: number | null }
  | {
      readonly kind: "file";
      readonly filename: string;
      readonly mediaType: string;
      /** See `Export`. */
      readonly losses: readonly string[];
      readonly stream: ReadableStream<Uint8Array>;
      /** See `FileStream`. */
      readonly cut: Promise<Error>;
    };

export interface JobTerms {
  /** The thread is ended when the job takes longer. */
  readonly deadlineMs: number;
  /** The revision at which the job came. */
  readonly since: number;
  /** Aborted when nobody waits any more. */
  readonly signal?: AbortSignal | undefined;
}

interface Running {
  readonly number: number;
  readonly settle: (answer: Answer) => void;
  readonly fail: (error: Error) => void;
  /** Once the file has begun. */
  file: FileStream | null;
  readonly release: () => void;
}

/**
 * One worker thread, seen from the thread that serves. Runs one job at a time. A job that nobody waits for is
 * asked to stop through shared memory; when it does not within the grace, or passes its deadline, the thread is
 * ended, and SQLite takes back what it had not committed.
 */
export class CaseWorker {
  readonly #worker: Worker;
  readonly #cancelled = new Int32Array(new SharedArrayBuffer(4)).fill(-1);
  readonly #graceMs: number;
  readonly #exited: Promise<void>;
  readonly #onHeard: (heard: News) => void;
  readonly #onIdle: () => void;
  /** Settled once the case is open there, or refused. */
  readonly opened: Promise<void>;
  #running: Running | null = null;
  #numbers = 0;
  #ended = false;

  constructor(start: Omit<WorkerStart, "cancelled">, { graceMs, onIdle, onEnd, onHeard }: WorkerEvents) {
    this.#graceMs = graceMs;
    this.#onHeard = onHeard;
    this.#onIdle = onIdle;
    const workerData: WorkerStart = { ...start, cancelled: this.#cancelled.buffer as SharedArrayBuffer };
    this.#worker = new Worker(workerFile(), { workerData, stdout: false, stderr: false });
    const { threadId } = this.#worker;
    this.opened = new Promise((ready, refuse) => {
      this.#running = { number: 0, settle: () => ready(), fail: refuse, file: null, release: () => {} };
    });
    this.opened.catch(() => {});
    this.#worker.on("message", (message: FromWorker) => this.#take(message));
    this.#worker.on("error", (error) => this.#fail(new WorkerFault(traceOf(error))));
    this.#exited = new Promise((exited) => {
      this.#worker.on("exit", () => {
        this.#ended = true;
        if (start.snapshots !== null) tellThreadEnded(start.snapshots, threadId);
        this.#fail(new WorkerFault("a worker thread ended by itself"));
        onEnd();
        exited();
      });
    });
  }

  get isFree(): boolean {
    return this.#running === null && !this.#ended;
  }

  /** The case is not open there yet. */
  get isStarting(): boolean {
    return this.#running?.number === 0 && !this.#ended;
  }

  /** Rejects with BadInput, Overloaded (past its deadline), Abandoned or WorkerFault. */
  run(job: Job, { deadlineMs, since, signal }: JobTerms): Promise<Answer> {
    if (!this.isFree) throw new Error("a worker thread runs one job at a time");
    const number = ++this.#numbers;
    return new Promise((settle, fail) => {
      const late = setTimeout(() => this.#endWith(new Overloaded(tooLong(deadlineMs), 5)), deadlineMs);
      const onAbort = () => this.#abandon(number);
      signal?.addEventListener("abort", onAbort, { once: true });
      const release = () => {
        clearTimeout(late);
        signal?.removeEventListener("abort", onAbort);
      };
      this.#running = { number, settle, fail, file: null, release };
      try {
        this.#post({ kind: "job", number, job, since }, portsOf(job));
      } catch (error) {
        // A port whose other side is gone cannot be handed over.
        this.#fail(new WorkerFault(traceOf(error)));
        this.#onIdle();
      }
      if (signal?.aborted) onAbort();
    });
  }

  /**
   * Ends the thread, and closes the case there: what is under way is asked to stop and has the grace to do so, or is finished
   * within `withinMs`. What is not done by then is ended, and fails with `Abandoned`.
   */
  async end(withinMs?: number): Promise<void> {
    // A change is not asked to stop: it has its time.
    if (this.#running !== null && withinMs === undefined) Atomics.store(this.#cancelled, 0, this.#running.number);
    this.#post({ kind: "close" });
    const late = setTimeout(() => this.#endWith(new Abandoned()), withinMs ?? this.#graceMs);
    await this.#exited;
    clearTimeout(late);
  }

  #post(message: ToWorker, transfer: MessagePort[] = []): void {
    this.#worker.postMessage(message, transfer);
  }

  #take(message: FromWorker): void {
    if (message.kind === "revised" || message.kind === "progress" || message.kind === "ready") this.#onHeard(message);
    const running = this.#running;
    if (running === null || message.kind === "revised" || message.kind === "progress") return;
    if (message.kind === "piece") running.file?.push(message.bytes);
    else if (message.kind === "file") this.#beginFile(running, message);
    else if (message.kind === "ahead") running.settle({ kind: "json", bytes: message.bytes, revision: null });
    else {
      this.#running = null;
      running.release();
      const cannotOpen = running.number === 0 && message.kind !== "ready";
      this.#ended ||= cannotOpen;
      finish(running, message);
      if (!cannotOpen) this.#onIdle();
    }
  }

  #beginFile(running: Running, { kind, ...named }: Extract<FromWorker, { kind: "file" }>): void {
    const { number } = running;
    const file = new FileStream({
      onTaken: () => this.#isRunning(number) && this.#post({ kind: "more", number }),
      onCancel: () => this.#abandon(number),
    });
    running.file = file;
    running.settle({ kind, ...named, stream: file.stream, cut: file.cut });
  }

  #isRunning(number: number): boolean {
    return this.#running?.number === number && !this.#ended;
  }

  #abandon(number: number): void {
    if (!this.#isRunning(number)) return;
    Atomics.store(this.#cancelled, 0, number);
    this.#post({ kind: "more", number });
    setTimeout(() => {
      if (this.#isRunning(number)) this.#endWith(new Abandoned());
    }, this.#graceMs).unref();
  }

  #endWith(error: Error): void {
    this.#ended = true;
    this.#fail(error);
    void this.#worker.terminate();
  }

  #fail(error: Error): void {
    const running = this.#running;
    this.#running = null;
    running?.release();
    running?.file?.fail(error);
    running?.fail(error);
  }
}

export interface WorkerEvents {
  readonly graceMs: number;
  /** A job is done, and the thread is free. */
  readonly onIdle: () => void;
  /** The thread has ended, for whatever reason. */
  readonly onEnd: () => void;
  /** What the thread tells beside its answers. */
  readonly onHeard: (heard: News) => void;
}

function finish(
  { settle, fail, file }: Running,
  message: Exclude<FromWorker, { kind: "revised" | "progress" } | { kind: "piece" | "file" | "ahead" }>,
): void {
  const end = (error: Error) => {
    file?.fail(error);
    fail(error);
  };
  switch (message.kind) {
    case "json":
      settle(message);
      break;
    case "ready":
      settle({ kind: "json", bytes: new Uint8Array(), revision: message.revision });
      break;
    case "end":
      file?.end();
      break;
    case "refused":
      end(new BadInput(message.message, { kind: message.as, candidates: message.candidates, since: message.since }));
      break;
    case "fault":
      end(new WorkerFault(message.trace));
  }
}

function tooLong(deadlineMs: number): string {
  return `it took longer than ${deadlineMs / 1000} s and was stopped`;
}

/** The source runs as it is; the built library has a built worker beside it. */
function workerFile(): URL {
  return new URL(import.meta.url.endsWith(".ts") ? "../query-worker.ts" : "../query-worker.js", import.meta.url);
}
