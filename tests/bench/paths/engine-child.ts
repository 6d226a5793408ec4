import { setTimeout } from "node:timers/promises";
import { type Asked, type Engine, TimedOut } from "./engine.ts";
import { engines } from "./engines/engines.ts";
import { readGraph } from "./graph/graph-file.ts";
import type { Built, FromEngine, Timed, ToEngine } from "./messages.ts";
import { stopwatch } from "./stopwatch.ts";

const SWEEP_MS = 100;

/** The process of one engine: `engine-child.ts NAME GRAPH FOLDER DEADLINE-MS`, started with --expose-gc. */
const [name = "", file = "", folder = "", deadlineMs = ""] = process.argv.slice(2);

try {
  const { engine, built } = await build();
  say({ say: "built", built });
  process.on("message", (message: ToEngine) => void heed(engine, message));
} catch (error) {
  say({ say: "fault", message: String(error) });
  process.disconnect();
}

async function heed(engine: Engine, message: ToEngine): Promise<void> {
  if (message.say === "close") {
    await engine.close();
    process.disconnect();
    return;
  }
  try {
    say({ say: "answer", answer: await timed(engine, message.asked) });
  } catch (error) {
    say({ say: "fault", message: String(error) });
  }
}

async function build(): Promise<{ readonly engine: Engine; readonly built: Built }> {
  const graph = readGraph(file);
  const make = await engines[name]!.load();
  const before = await memory();
  const watch = stopwatch(engines[name]!.threads);
  const engine = await make(graph, { deadlineMs: Number(deadlineMs), folder });
  const buildMs = watch();
  const after = await memory();
  const { version, kinds, bytes } = engine;
  const figures = engine.figures?.() ?? {};
  const processBytes = after.process - before.process;
  return { engine, built: { version, kinds, buildMs, processBytes, heapBytes: after.heap - before.heap, bytes, figures } };
}

/** Buffers that nothing holds go a while after the collection that found them. */
async function memory(): Promise<{ readonly process: number; readonly heap: number }> {
  for (let round = 0; round < 3; round++) {
    globalThis.gc?.();
    await setTimeout(SWEEP_MS);
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  return { process: rss, heap: heapUsed + external };
}

async function timed(engine: Engine, asked: Asked): Promise<Timed> {
  const watch = stopwatch(engines[name]!.threads);
  try {
    const reply = await engine.ask(asked);
    const ms = watch();
    return { ms, measures: reply() };
  } catch (error) {
    if (!(error instanceof TimedOut)) throw error;
    return { ms: watch(), measures: null };
  }
}

function say(message: FromEngine): void {
  process.send!(message);
}
