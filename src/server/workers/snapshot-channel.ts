import { BroadcastChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { OfferedSnapshot, SnapshotExchange } from "../../case/snapshot-exchange.ts";

/**
 * Snapshots handed from thread to thread by a channel of this name: the arrays are shared, the names copied. An offer is taken
 * in when the thread is idle, or when it asks; of several the highest revision is kept, until this thread has built one as new; `onOffer` is called when it has come.
 */
export function snapshotChannel(name: string, onOffer: () => void = () => {}): SnapshotExchange {
  const channel = new BroadcastChannel(name);
  let latest: OfferedSnapshot | null = null;
  let built = -1;
  const take = (offered: OfferedSnapshot): void => {
    if (offered.revision > Math.max(built, latest?.revision ?? -1)) latest = offered;
  };
  channel.onmessage = (event) => {
    take((event as { readonly data: OfferedSnapshot }).data);
    onOffer();
  };
  channel.unref();
  // Node takes the one for the other (worker_threads, receiveMessageOnPort); its types do not say so.
  const port = channel as unknown as MessagePort;
  return {
    latest() {
      for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) take(next.message);
      return latest;
    },
    offer(snapshot) {
      built = snapshot.revision;
      latest = null;
      channel.postMessage(snapshot);
    },
  };
}
