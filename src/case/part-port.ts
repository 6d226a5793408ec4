import { setTimeout as wait } from "node:timers/promises";
import { type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import { BadInput, type BadInputKind, type Meanwhile } from "../base/problem.ts";
import type { RecordBatch } from "../store/record-batch.ts";
import type { FilePart } from "./pack-files.ts";

/** What comes through a port: parts, and last whether those were all. */
type Message =
  | FilePart
  | { readonly kind: "all" }
  | {
      readonly kind: "refused";
      readonly message: string;
      readonly as: BadInputKind;
      readonly candidates: readonly string[];
      readonly since: readonly Meanwhile[];
    }
  | { readonly kind: "fault"; readonly error: unknown };

interface SendOptions {
  /** Bytes, about, that may lie in the port and wait to be taken; then reading waits. */
  readonly mostAhead: number;
  /** As many as may be are there. */
  readonly onFull?: () => void;
  /** After each part; may throw to end it. */
  readonly onPart?: (part: FilePart) => void;
}

/**
 * Sends parts through a port as they are read. Ends once all are sent, or nobody takes them any more. What cannot be read is told
 * through the port, and thrown.
 */
export async function sendParts(
  port: MessagePort,
  parts: AsyncIterable<FilePart>,
  { mostAhead, onFull = () => {}, onPart = () => {} }: SendOptions,
): Promise<void> {
  let ahead = 0;
  let isClosed = false;
  let wake = () => {};
  port.on("message", (taken: number) => {
    ahead -= taken;
    wake();
  });
  port.on("close", () => {
    isClosed = true;
    wake();
  });
  const send = (message: Message) => port.postMessage(message);
  try {
    for await (const part of parts) {
      onPart(part);
      send(part);
      ahead += sizeOf(part);
      if (ahead >= mostAhead) onFull();
      while (ahead >= mostAhead && !isClosed)
        await new Promise<void>((done) => {
          wake = done;
        });
      if (isClosed) return;
    }
    send({ kind: "all" });
  } catch (error) {
    send(failureOf(error));
    throw error;
  }
}

/** How long to wait before looking again into a port that was empty: who inserts is rarely ahead of who reads. */
const lookAgainMs = 2;

/** Parts as they come through a port, which it closes at its end. Throws what the sender threw. */
export function receiveParts(port: MessagePort): AsyncGenerator<FilePart> {
  const state = { isClosed: false };
  // At once: a port tells only those who listen when its other side is gone.
  port.once("close", () => {
    state.isClosed = true;
  });
  return takeParts(port, state);
}

async function* takeParts(port: MessagePort, state: { readonly isClosed: boolean }): AsyncGenerator<FilePart> {
  try {
    for (;;) {
      // One at a time: what lies in the port is packed, what is taken out is not.
      const got = receiveMessageOnPort(port) as { readonly message: Message } | undefined;
      if (got === undefined) {
        if (state.isClosed) throw new Error("the thread that reads has ended by itself");
        await wait(lookAgainMs);
        continue;
      }
      const { message } = got;
      if (message.kind === "all") return;
      if (message.kind === "refused" || message.kind === "fault") throw errorOf(message);
      port.postMessage(sizeOf(message));
      yield message;
    }
  } finally {
    port.close();
  }
}

/** Bytes that a part takes, about: what matters are its texts. */
function sizeOf(part: FilePart): number {
  return part.kind === "batch" ? sizeOfBatch(part.batch) : 0;
}

function sizeOfBatch({ entities, claims, others }: RecordBatch): number {
  let size = others.length * 200;
  for (const text of entities) size += text.length;
  for (const text of claims) size += text?.length ?? 0;
  for (const record of others) if (record.kind === "source") size += record.source.text?.length ?? 0;
  return size;
}

function failureOf(error: unknown): Message {
  if (!(error instanceof BadInput)) return { kind: "fault", error };
  const { message, kind, candidates, since } = error;
  return { kind: "refused", message, as: kind, candidates, since };
}

function errorOf(failure: Extract<Message, { kind: "refused" | "fault" }>): unknown {
  if (failure.kind === "fault") return failure.error;
  const { message, as, candidates, since } = failure;
  return new BadInput(message, { kind: as, candidates, since });
}
