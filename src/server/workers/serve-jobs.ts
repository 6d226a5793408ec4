/**
 * A thread with a connection of its own to the case: one that reads and answers questions, or the one that
 * writes. Takes one job at a time and answers in bytes, so that the thread that serves only passes them on.
 */
import { getPriority, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { BadInput } from "../../base/problem.ts";
import type { Export } from "../../case/export-case.ts";
import { type Case, openCase } from "../../case/open-case.ts";
import { answerQuestion } from "./answer-question.ts";
import { carryOut } from "./carry-out.ts";
import type { Job, ReadFiles } from "./job.ts";
import { type FromWorker, piecesAhead, type ToWorker, type WorkerStart } from "./messages.ts";
import { readAhead } from "./read-ahead.ts";
import { snapshotChannel } from "./snapshot-channel.ts";
import { SnapshotKeeper } from "./snapshot-keeper.ts";
import { traceOf } from "./trace-of.ts";

/** So many steps behind the program's own priority: beside another thread a yielding one gets a quarter of a processor. */
const yieldingSteps = 5;
const lowestPriority = 19;
const pieceLength = 64 * 1024;
/** How long a reading is kept open for the next question. */
const holdMs = 20;
const { casePath, mode, by, cancelled, snapshots, yields = false } = workerData as WorkerStart;
const port = parentPort;
if (port === null) throw new Error("serve-jobs runs in a worker thread");

// On Linux a priority is a thread's own (setpriority(2), "C library/kernel differences"); elsewhere it is the whole program's.
if (yields && process.platform === "linux") setPriority(Math.min(lowestPriority, getPriority() + yieldingSteps));

const cancelledJob = new Int32Array(cancelled);
let current = 0;
let ahead = 0;
let onMore = () => {};
let running = 0;
let keeper: SnapshotKeeper | null = null;
let underWay = Promise.resolve();
/** The revision of which the thread that serves was told. */
let told = 0;
/** The revision of the reading that is kept open; null for none. */
let held: number | null = null;
let lettingGo: NodeJS.Timeout | undefined;

function send(message: FromWorker, transfer: ArrayBuffer[] = []): void {
  port?.postMessage(message, transfer);
}

function isCancelled(): boolean {
  return Atomics.load(cancelledJob, 0) === current;
}

function open(): Case | null {
  try {
    const exchange = snapshots === null ? {} : { exchange: snapshotChannel(snapshots, () => keeper?.tend()) };
    const opened = openCase(casePath, { mode, cancelled: isCancelled, ...exchange, ...(by === undefined ? {} : { by }) });
    told = opened.revision;
    if (mode === "write") keeper = new SnapshotKeeper(opened, () => running > 0);
    send({ kind: "ready", revision: told });
    return opened;
  } catch (error) {
    sendFailure(error);
    return null;
  }
}

async function run(opened: Case, job: Job, since: number): Promise<void> {
  running++;
  try {
    if ("change" in job) {
      const { value, revision } = await carryOut(opened, job, (progress) => send({ kind: "progress", progress })).finally(() =>
        tellRevisions(opened),
      );
      sendJson(value, revision);
    } else if (job.ask === "read-files") await readFiles(opened, job);
    else if (job.ask === "preview") sendJson(await opened.preview(job.files, job.options), null);
    else {
      if (job.ask === "question") hold(opened, since);
      else letGo(opened);
      // Read first: what is answered may be newer, and never older.
      const revision = opened.revision;
      const answered = answerQuestion(opened, job);
      if (answered.kind === "json") sendJson(answered.value, revision);
      else await sendFile(answered.file);
    }
  } catch (error) {
    sendFailure(error);
  } finally {
    running--;
    if (held !== null) lettingGo = setTimeout(() => letGo(opened), holdMs);
  }
}

async function readFiles(opened: Case, job: ReadFiles): Promise<void> {
  const { ahead, done } = await readAhead(opened, job, { isCancelled, tell: (progress) => send({ kind: "progress", progress }) });
  const bytes = new TextEncoder().encode(JSON.stringify(ahead));
  send({ kind: "ahead", bytes }, [bytes.buffer]);
  await done;
  send({ kind: "end" });
}

/** What is new since the last change, before its answer: then nobody knows of a change sooner than the events do. */
function tellRevisions(opened: Case): void {
  const revisions = opened.revisions({ after: told });
  told = revisions.at(-1)?.revision ?? told;
  if (revisions.length > 0) send({ kind: "revised", revisions });
}

/**
 * Questions of the graph are asked of one revision for as long as that is not older than the one at which they came: where the next takes
 * seconds to bring about, those that waited for it are answered together.
 */
function hold(opened: Case, since: number): void {
  if (snapshots === null) return;
  clearTimeout(lettingGo);
  if (held === null || held < since) {
    letGo(opened);
    held = opened.prepare("held");
  }
}

function letGo(opened: Case): void {
  clearTimeout(lettingGo);
  if (held !== null) opened.letGo();
  held = null;
}

function sendJson(value: unknown, revision: number | null): void {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  send({ kind: "json", bytes, revision }, [bytes.buffer]);
}

function sendFailure(error: unknown): void {
  if (error instanceof BadInput) {
    const { message, kind, candidates, since } = error;
    send({ kind: "refused", message, as: kind, candidates: candidates.slice(0, 100), since });
  } else send({ kind: "fault", trace: traceOf(error) });
}

async function sendFile({ filename, mediaType, losses, chunks }: Export): Promise<void> {
  send({ kind: "file", filename, mediaType, losses });
  let text = "";
  for (const chunk of chunks) {
    text += chunk;
    if (text.length < pieceLength) continue;
    await sendPiece(text);
    text = "";
    if (isCancelled()) break;
  }
  if (text !== "") await sendPiece(text);
  send({ kind: "end" });
}

async function sendPiece(text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  send({ kind: "piece", bytes }, [bytes.buffer]);
  ahead++;
  if (ahead < piecesAhead) return;
  await new Promise<void>((more) => {
    onMore = more;
  });
}

function take(opened: Case, message: ToWorker): void {
  switch (message.kind) {
    case "job":
      current = message.number;
      ahead = 0;
      underWay = run(opened, message.job, message.since);
      return;
    case "more":
      if (message.number !== current) return;
      ahead--;
      onMore();
      return;
    case "close":
      // A change is finished first; a file on its way out waits for its reader, and is not.
      if (mode === "write") void underWay.then(() => end(opened));
      else end(opened);
  }
}

function end(opened: Case): void {
  keeper?.end();
  letGo(opened);
  opened.close();
  port?.close();
}

const opened = open();
if (opened === null) port.close();
else port.on("message", (message: ToWorker) => take(opened, message));
