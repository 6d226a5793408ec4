import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Asked } from "./engine.ts";
import type { Built, FromEngine, Timed, ToEngine } from "./messages.ts";
import { BUSY } from "./stopwatch.ts";

/** An engine in a process of its own, so that its memory is its own, and what never ends can be ended. */
export interface EngineProcess {
  readonly name: string;
  readonly built: Built;
  /** Null once its process was ended. */
  ask(asked: Asked): Promise<Timed | null>;
  close(): Promise<void>;
}

export interface Start {
  readonly name: string;
  readonly graphFile: string;
  readonly folder: string;
  readonly deadlineMs: number;
  readonly busy: boolean;
}

/** An engine that does not heed its own deadline has so many times as long before its process is ended. */
const GRACE = 6;
const BUILD_MS = 1_200_000;
const HEAP_MB = 14_000;

/** Starts the process and waits until the engine is built. Throws when it fails. */
export async function startEngine({ name, graphFile, folder, deadlineMs, busy }: Start): Promise<EngineProcess> {
  const child = fork(fileURLToPath(new URL("engine-child.ts", import.meta.url)), [name, graphFile, folder, `${deadlineMs}`], {
    execArgv: ["--expose-gc", `--max-old-space-size=${HEAP_MB}`, "--disable-warning=ExperimentalWarning"],
    env: { ...process.env, [BUSY]: busy ? "1" : "" },
    serialization: "advanced",
  });
  const first = await heard(child, BUILD_MS);
  if (first?.say !== "built") {
    child.kill("SIGKILL");
    throw new Error(`${name}: ${first?.say === "fault" ? first.message : "the build never ended"}`);
  }
  let gone = false;
  return {
    name,
    built: first.built,
    ask: async (asked) => {
      if (gone) return null;
      tell(child, { say: "ask", asked });
      const said = await heard(child, GRACE * deadlineMs);
      if (said?.say === "fault") throw new Error(`${name}, ${asked.kind} ${asked.from} ${asked.to}: ${said.message}`);
      if (said?.say === "answer") return said.answer;
      gone = true;
      child.kill("SIGKILL");
      return { ms: GRACE * deadlineMs, measures: null };
    },
    close: async () => {
      if (gone) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      tell(child, { say: "close" });
      await ended;
    },
  };
}

function tell(child: ChildProcess, message: ToEngine): void {
  child.send(message);
}

/** The next message, or null when none comes in time or the process ends. */
function heard(child: ChildProcess, withinMs: number): Promise<FromEngine | null> {
  return new Promise((resolve) => {
    const done = (message: FromEngine | null): void => {
      clearTimeout(timer);
      child.off("message", onMessage);
      child.off("exit", onExit);
      resolve(message);
    };
    const onMessage = (message: unknown): void => done(message as FromEngine);
    const onExit = (): void => done(null);
    const timer = setTimeout(done, withinMs, null);
    child.on("message", onMessage);
    child.on("exit", onExit);
  });
}
