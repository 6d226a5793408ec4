/** There is no room now, or it took too long: HTTP 503. `retryAfterSeconds` says when to come back. */
export class Overloaded extends Error {
  readonly retryAfterSeconds: number;

  constructor(message: string, retryAfterSeconds: number) {
    super(message);
    this.name = "Overloaded";
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** A fault of ours in a worker thread. `trace` says where, without a word of the case. */
export class WorkerFault extends Error {
  readonly trace: string;

  constructor(trace: string) {
    super("a fault in a worker thread");
    this.name = "WorkerFault";
    this.trace = trace;
  }
}

/** Nobody waits for the answer any more. */
export class Abandoned extends Error {
  constructor() {
    super("nobody waits for the answer");
    this.name = "Abandoned";
  }
}
