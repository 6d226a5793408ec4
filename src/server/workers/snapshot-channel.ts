import { BroadcastChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { OfferedSnapshot, SnapshotExchange } from "../../case/snapshot-exchange.ts";

/** A thread that came later asks what there is. */
type Message = OfferedSnapshot | "wanted";

/**
 * Snapshots handed from thread to thread by a channel of this name: the arrays are shared, the names copied. An offer is taken
 * in when the thread is idle, or when it asks; of several the highest revision is kept, until this thread has built one as new; `onOffer` is called when it has come.
 * A thread that starts is told of the last offers once those who made them are idle.
 */
export function snapshotChannel(name: string, onOffer: () => void = () => {}): SnapshotExchange {
  const channel = new BroadcastChannel(name);
  let latest: OfferedSnapshot | null = null;
  let offered: OfferedSnapshot | null = null;
  let built = -1;
  const take = (message: Message): void => {
    if (message === "wanted") {
      if (offered !== null) channel.postMessage(offered);
      return;
    }
    if (message.revision > Math.max(built, latest?.revision ?? -1)) latest = message;
    // Its memory is given back once nobody else has it, either.
    if (offered !== null && message.revision > offered.revision) offered = null;
  };
  channel.onmessage = (event) => {
    const { data } = event as { readonly data: Message };
    take(data);
    if (data !== "wanted") onOffer();
  };
  channel.unref();
  channel.postMessage("wanted" satisfies Message);
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
      offered = snapshot;
      channel.postMessage(snapshot);
    },
  };
}
