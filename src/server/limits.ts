/** What one server takes before it says no. All may be set, which tests do; docs/security.md has the table. */
export interface Limits {
  /** Bytes of a JSON body. */
  readonly jsonBytes: number;
  /** Bytes of a JSON body that lists many entities: a chart, a selection to export. */
  readonly longJsonBytes: number;
  /** Bytes of an imported file, as it comes in. */
  readonly importBytes: number;
  /** Of those, as many stay in memory; a larger file lies beside the case until it is imported. */
  readonly heldBytes: number;
  /** Imports that may be coming in at once: of each, up to 128 MiB of what was read wait in memory for the thread that writes. */
  readonly imports: number;
  /** Bytes of request line and headers; an id of 10,000 characters takes up to 90,000 once it is encoded. */
  readonly headerBytes: number;
  readonly headersTimeoutMs: number;
  /** For the whole request, body included. */
  readonly requestTimeoutMs: number;
  /** A connection on which nothing moves: longer than the longest question, whose asker hears nothing until its end. */
  readonly idleTimeoutMs: number;
  readonly connections: number;
  /** Event streams at once, of all and of one session: a browser shares one between its tabs. */
  readonly streams: number;
  readonly streamsPerSession: number;
  /** Between two signs of life on an event stream. */
  readonly heartbeatMs: number;
  /** How long a reader of events may take for one piece before its connection is broken. */
  readonly stallMs: number;
  /** Worker threads for questions that are answered at once (search, one entity, one link). */
  readonly quickWorkers: number;
  /** Worker threads for questions that may take long (paths, neighbourhoods, exports, counts). */
  readonly longWorkers: number;
  /** Questions that may wait for a worker thread, per lane. */
  readonly queue: number;
  /** For a question, on top of the budget that a path question brings along, which ends it with an answer. */
  readonly questionMs: number;
  /** For a change, and for a file on its way out, however slowly it is fetched. */
  readonly fileMs: number;
  /** How long a worker thread may take to notice that nobody waits for its answer, before it is ended. */
  readonly graceMs: number;
  /** How long a change under way may take when Clew is stopped. */
  readonly stopMs: number;
  /** How long a login link may wait for its reader. */
  readonly linkMs: number;
}

const MiB = 1024 ** 2;

export const defaultLimits: Limits = {
  jsonBytes: MiB,
  longJsonBytes: 16 * MiB,
  importBytes: 256 * MiB,
  heldBytes: 4 * MiB,
  imports: 2,
  headerBytes: 128 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 120_000,
  idleTimeoutMs: 720_000,
  connections: 256,
  streams: 64,
  streamsPerSession: 8,
  heartbeatMs: 15_000,
  stallMs: 30_000,
  quickWorkers: 2,
  longWorkers: 2,
  queue: 128,
  questionMs: 60_000,
  fileMs: 600_000,
  graceMs: 500,
  stopMs: 10_000,
  linkMs: 10 * 60_000,
};
