import type { Revision } from "../../claims/revision.ts";
import { changeEvent, heartbeat, helloEvent, progressEvent, resetEvent, stoppingEvent } from "./case-event.ts";
import type { EventHub } from "./event-hub.ts";

export interface EventStreamOptions {
  readonly hub: EventHub;
  /** The revision that the reader has seen; null for one that begins now. */
  readonly after: number | null;
  /** Entries after a revision, from the file, some of them at least. */
  readonly read: (after: number) => Promise<readonly Revision[]>;
  readonly heartbeatMs: number;
  /** How long the reader may take for one piece before `cutOff` is called. */
  readonly stallMs: number;
  readonly cutOff: () => void;
  readonly signal: AbortSignal;
}

/**
 * What a reader of the case's events gets, piece by piece, at its own pace: a greeting, every revision after the one that it
 * has seen, each once and in order, and what follows as it happens. Ends when Clew stops or the reader goes.
 */
export async function* eventStream(options: EventStreamOptions): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  for await (const text of events(options)) {
    const stalled = setTimeout(options.cutOff, options.stallMs);
    try {
      yield encoder.encode(text);
    } finally {
      clearTimeout(stalled);
    }
  }
}

async function* events({ hub, after, read, heartbeatMs, signal }: EventStreamOptions): AsyncGenerator<string> {
  const ahead = after !== null && after > hub.revision;
  let cursor = after === null || ahead ? hub.revision : after;
  let tick = 0;
  yield helloEvent(cursor, { revision: hub.revision, server: hub.server });
  if (ahead) yield resetEvent(cursor);
  while (!signal.aborted) {
    if (hub.isStopping) {
      yield stoppingEvent;
      return;
    }
    const found = hub.after(cursor) ?? (await read(cursor));
    const steps = hub.progressAfter(tick);
    tick = hub.ticks;
    cursor = found.at(-1)?.revision ?? cursor;
    const text = [...found.map(changeEvent), ...steps.map(progressEvent)].join("");
    if (text !== "") yield text;
    else if (cursor < hub.revision) throw new Error("wanted the revisions that were announced, the file has none of them");
    else yield* waited(hub, { ms: heartbeatMs, signal });
  }
}

/** Nothing, once there is something new; a sign of life when there is not. */
async function* waited(hub: EventHub, terms: Parameters<EventHub["somethingNew"]>[0]): AsyncGenerator<string> {
  const before = hub.revision + hub.ticks;
  await hub.somethingNew(terms);
  if (hub.revision + hub.ticks === before && !hub.isStopping && !terms.signal.aborted) yield heartbeat;
}
