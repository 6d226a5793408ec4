import { expect, test } from "vitest";
import type { Revision } from "../../../src/claims/revision.ts";
import { EventHub } from "../../../src/server/events/event-hub.ts";
import { type EventStreamOptions, eventStream } from "../../../src/server/events/event-stream.ts";
import { StreamSeats } from "../../../src/server/events/stream-seats.ts";

const revision = (number: number): Revision => ({
  ...{ revision: number, at: "2024-04-01T00:00:00.000Z", by: "tester", label: "record claim" },
  ...{ undoes: null, what: ["graph"] },
});
const revisions = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => revision(from + at));

/** A hub at that revision, and a reader of it that reads nothing by itself. */
function reading(at: number, more: Partial<EventStreamOptions> = {}) {
  const hub = new EventHub();
  hub.hear({ kind: "ready", revision: at });
  const read: number[] = [];
  const leaving = new AbortController();
  const stream = eventStream({
    ...{ hub, after: null, heartbeatMs: 10_000, stallMs: 10_000, cutOff: () => {}, signal: leaving.signal },
    read: async (after) => {
      read.push(after);
      return revisions(after + 1, Math.min(after + 100, hub.revision));
    },
    ...more,
  });
  const next = async () => {
    const { value } = await stream.next();
    return value === undefined ? null : new TextDecoder().decode(value);
  };
  return { hub, next, read, leave: () => leaving.abort() };
}

const idsIn = (text: string | null) => [...(text ?? "").matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id));

test("what is at hand is not read from the file; what is not, is, piece by piece", async () => {
  const { hub, next, read } = reading(1_000);
  await next();
  hub.hear({ kind: "revised", revisions: revisions(1_001, 1_003) });
  expect(idsIn(await next())).toEqual([1_001, 1_002, 1_003]);
  expect(read).toEqual([]);
  for (let at = 1_004; at < 1_404; at++) hub.hear({ kind: "revised", revisions: [revision(at)] });
  const got: number[] = [];
  while (got.at(-1) !== 1_403) got.push(...idsIn(await next()));
  expect(got).toEqual(Array.from({ length: 400 }, (_, at) => at + 1_004));
  expect(read).toEqual([1_003, 1_103]);
});

test("what is told twice is heard once; after a gap the file is asked", async () => {
  const { hub, next, read } = reading(5);
  await next();
  hub.hear({ kind: "revised", revisions: [revision(6)] });
  hub.hear({ kind: "revised", revisions: [revision(6), revision(7)] });
  expect(idsIn(await next())).toEqual([6, 7]);
  // A thread that was ended between its change and the news: the next one finds the case further on.
  hub.hear({ kind: "ready", revision: 9 });
  expect(idsIn(await next())).toEqual([8, 9]);
  hub.hear({ kind: "ready", revision: 3 });
  hub.hear({ kind: "revised", revisions: [revision(10)] });
  expect(idsIn(await next())).toEqual([10]);
  expect(read).toEqual([7]);
});

test("a reader that does not take what it is given is cut off; one that waits for news is not", async () => {
  let cut = 0;
  const cutOff = () => {
    cut++;
  };
  const { hub, next, leave } = reading(1, { stallMs: 40, heartbeatMs: 10_000, cutOff });
  await next();
  const waiting = next();
  await new Promise((wait) => setTimeout(wait, 120));
  expect(cut).toBe(0);
  hub.hear({ kind: "revised", revisions: [revision(2)] });
  await waiting;
  await new Promise((wait) => setTimeout(wait, 120));
  expect(cut).toBe(1);
  leave();
  expect(await next()).toBeNull();
});

test("a slow reader hears the latest of an operation, and of few operations", async () => {
  const { hub, next } = reading(1);
  await next();
  const progress = (operation: string, done: number) =>
    hub.hear({ kind: "progress", progress: { operation, file: "x.csv", phase: "reading", done } });
  for (let done = 0; done < 100; done++) progress("one", done);
  for (let at = 0; at < 40; at++) progress(`o${at}`, 1);
  const told = [...((await next()) ?? "").matchAll(/"operation":"(\w+)"/g)].map(([, operation]) => operation);
  expect(told).toEqual(Array.from({ length: 16 }, (_, at) => `o${at + 24}`));
});

test("it ends with a word when Clew stops, and without one when its reader goes", async () => {
  const stopped = reading(1);
  await stopped.next();
  const last = stopped.next();
  stopped.hub.hear({ kind: "ready", revision: 1 });
  stopped.hub.stop();
  expect(await last).toBe("event: stopping\ndata: {}\n\n");
  expect(await stopped.next()).toBeNull();
  const left = reading(1);
  await left.next();
  const end = left.next();
  left.leave();
  expect(await end).toBeNull();
});

test("a seat is given back once, however often that is said", () => {
  const seats = new StreamSeats({ all: 3, each: 2 });
  const leave = seats.take("a");
  seats.take("a");
  expect(() => seats.take("a")).toThrow("wanted at most 2 streams at once for one session, got another");
  leave();
  leave();
  seats.take("a");
  expect(() => seats.take("a")).toThrow("for one session");
  seats.take("b");
  expect(() => seats.take("b")).toThrow("wanted at most 3 streams at once, got another");
  expect(seats.open).toBe(3);
});
