import { BroadcastChannel, type MessagePort, receiveMessageOnPort, threadId } from "node:worker_threads";
import type { OfferedSnapshot, SnapshotExchange } from "../../case/snapshot-exchange.ts";
import { collectSoon } from "./collect-soon.ts";

/** Where threads exchange snapshots: plain data, handed to each as it starts. */
export interface SnapshotPlace {
  /** Of the channel. */
  readonly name: string;
  /** One Int32: the thread that makes a snapshot, as `markOf` has it; 0 for none. A thread that starts late sees it, too. */
  readonly maker: SharedArrayBuffer;
}

type Message =
  | { readonly kind: "offer"; readonly offered: OfferedSnapshot }
  /** A thread has come that has none: whoever made the last offers it again. */
  | { readonly kind: "wanted" };

/** For how long one thread waits for another that makes a snapshot: building that of a large case takes as long. */
const LONGEST_WAIT_MS = 60_000;
const LOOK_EVERY_MS = 20;

export function snapshotPlace(name: string): SnapshotPlace {
  return { name, maker: new SharedArrayBuffer(4) };
}

/**
 * Snapshots handed from thread to thread by a channel: the arrays are shared, the names copied. An offer is taken
 * in when the thread is idle, or when it asks; of several the highest revision is kept, until this thread has made one as new; `onOffer`
 * is called when it has come, or was made here. Which thread makes one stands in memory that all share.
 */
export function snapshotChannel({ name, maker }: SnapshotPlace, onOffer: () => void = () => {}): SnapshotExchange {
  const channel = new BroadcastChannel(name);
  let latest: OfferedSnapshot | null = null;
  let made: OfferedSnapshot | null = null;
  const making = new Int32Array(maker);
  const own = markOf(threadId);
  const tell = (message: Message) => channel.postMessage(message);
  const take = (message: Message): void => {
    if (message.kind === "wanted") {
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
    begin: () => [0, own].includes(Atomics.compareExchange(making, 0, 0, own)),
    end: () => ended(making, own),
    wait(cancelled) {
      const until = performance.now() + LONGEST_WAIT_MS;
      for (let other = Atomics.load(making, 0); other !== 0 && other !== own; other = Atomics.load(making, 0)) {
        if (cancelled() || performance.now() > until) return false;
        Atomics.wait(making, 0, other, LOOK_EVERY_MS);
      }
      return true;
    },
  };
}

/** A thread is gone: nobody waits for it. */
export function tellThreadEnded({ maker }: SnapshotPlace, thread: number): void {
  ended(new Int32Array(maker), markOf(thread));
}

function markOf(thread: number): number {
  return thread + 1;
}

/** If it is that thread which makes one. */
function ended(making: Int32Array, mark: number): void {
  if (Atomics.compareExchange(making, 0, mark, 0) === mark) Atomics.notify(making, 0);
}
