import { BroadcastChannel, type MessagePort, receiveMessageOnPort, threadId } from "node:worker_threads";
import type { OfferedSnapshot, SnapshotExchange } from "../../case/snapshot-exchange.ts";
import { collectSoon } from "./collect-soon.ts";

type Message =
  | { readonly kind: "offer"; readonly offered: OfferedSnapshot }
  /** The thread makes a snapshot. */
  | { readonly kind: "begins"; readonly thread: number }
  /** It does no longer, has thought better of it, or is gone. */
  | { readonly kind: "ends"; readonly thread: number }
  /** A thread has come that has none: whoever made the last offers it again. */
  | { readonly kind: "wanted" };

/** For how long one thread waits for another that makes a snapshot: building that of a large case takes as long. */
const LONGEST_WAIT_MS = 60_000;
const LOOK_EVERY_MS = 4;

/**
 * Snapshots handed from thread to thread by a channel of this name: the arrays are shared, the names copied. An offer is taken
 * in when the thread is idle, or when it asks; of several the highest revision is kept, until this thread has made one as new; `onOffer`
 * is called when it has come, or was made here. Which threads make one is told on the same channel: of two that begin at once the
 * lower number goes on.
 */
export function snapshotChannel(name: string, onOffer: () => void = () => {}): SnapshotExchange {
  const channel = new BroadcastChannel(name);
  let latest: OfferedSnapshot | null = null;
  let made: OfferedSnapshot | null = null;
  const making = new Set<number>();
  const tell = (message: Message) => channel.postMessage(message);
  const take = (message: Message): void => {
    if (message.kind === "begins") making.add(message.thread);
    else if (message.kind === "ends") making.delete(message.thread);
    else if (message.kind === "wanted") {
      if (made !== null) tell({ kind: "offer", offered: made });
    } else if (message.offered.revision > ((made ?? latest)?.revision ?? -1)) {
      latest = message.offered;
      made = null;
      collectSoon();
    }
  };
  channel.onmessage = (event) => {
    const message = (event as { readonly data: Message }).data;
    take(message);
    if (message.kind === "offer") onOffer();
  };
  channel.unref();
  // Node takes the one for the other (worker_threads, receiveMessageOnPort); its types do not say so.
  const port = channel as unknown as MessagePort;
  const takeAll = (): void => {
    for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) take(next.message);
  };
  tell({ kind: "wanted" });
  return {
    latest() {
      takeAll();
      return latest;
    },
    newest() {
      takeAll();
      return made ?? latest;
    },
    offer(offered) {
      made = offered;
      latest = null;
      tell({ kind: "offer", offered });
      collectSoon();
      onOffer();
    },
    begin() {
      takeAll();
      if (making.size > 0) return false;
      tell({ kind: "begins", thread: threadId });
      takeAll();
      if ([...making].every((other) => other > threadId)) return true;
      tell({ kind: "ends", thread: threadId });
      return false;
    },
    end: () => tell({ kind: "ends", thread: threadId }),
    wait(cancelled) {
      const until = performance.now() + LONGEST_WAIT_MS;
      const nobody = new Int32Array(new SharedArrayBuffer(4));
      for (takeAll(); making.size > 0; takeAll()) {
        if (cancelled() || performance.now() > until) return false;
        Atomics.wait(nobody, 0, 0, LOOK_EVERY_MS);
      }
      return true;
    },
  };
}

/** Tells the threads of a channel that one of them is gone, so that nobody waits for it. */
export function tellThreadEnded(name: string, thread: number): void {
  const channel = new BroadcastChannel(name);
  channel.postMessage({ kind: "ends", thread } satisfies Message);
  channel.close();
}
