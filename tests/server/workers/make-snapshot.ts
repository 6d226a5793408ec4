import { parentPort, workerData } from "node:worker_threads";
import type { OfferedSnapshot } from "../../../src/case/snapshot-exchange.ts";
import { type SnapshotPlace, snapshotChannel } from "../../../src/server/workers/snapshot-channel.ts";

/** A thread of `snapshot-channel.test.ts`. */
const { place, then, offered } = workerData as {
  readonly place: SnapshotPlace;
  readonly then: "end" | "offer" | "go on";
  readonly offered: OfferedSnapshot;
};
const exchange = snapshotChannel(place);
exchange.begin();
parentPort?.postMessage("begun");
parentPort?.once("message", () => {
  if (then === "go on") return;
  if (then === "offer") exchange.offer(offered);
  exchange.end();
});
