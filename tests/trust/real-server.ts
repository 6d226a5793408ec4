import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";

const launcher = resolve("src/cli/clew.js");
/** What every server started here knows its askers by. */
export const serverToken = "trust-0123456789abcdef";

/** `clew open` in a process of its own. */
export interface RealServer {
  readonly pid: number;
  /** Null for a start that was refused. */
  readonly origin: string | null;
  /** What it wrote to standard error until it listened or ended. */
  readonly said: string;
  readonly code: number | null;
  kill(): Promise<void>;
  /** Asks it to stop, and waits until it has. */
  terminate(): Promise<void>;
}

/** Starts it; settles when it has printed its link or has ended. */
export async function realServer(casePath: string): Promise<RealServer> {
  const program = spawn(process.execPath, [launcher, "open", casePath, "--no-open", "--port", "0", "--token", serverToken], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, CI: "1" },
  });
  let said = "";
  program.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const ended = once(program, "close");
  const origin = await Promise.race([printedOrigin(program), ended.then(() => null)]);
  const endBy = (signal: NodeJS.Signals) => async () => {
    program.kill(signal);
    await ended;
  };
  return { pid: program.pid ?? 0, origin, said, code: program.exitCode, kill: endBy("SIGKILL"), terminate: endBy("SIGTERM") };
}

function printedOrigin(program: ChildProcess): Promise<string> {
  let printed = "";
  return new Promise((give) => {
    program.stdout?.on("data", (chunk) => {
      printed += chunk;
      const link = /(http:\/\/127\.0\.0\.1:\d+)\/login/.exec(printed);
      if (link?.[1] !== undefined) give(link[1]);
    });
  });
}

/** Posts; true once the server answered that it is done, false when it refused or went away. */
export async function posted(origin: string, path: string, body: string | object): Promise<boolean> {
  const isText = typeof body === "string";
  try {
    const response = await fetch(origin + path, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${serverToken}`,
        "Content-Type": isText ? "application/octet-stream" : "application/json",
      },
      body: isText ? body : JSON.stringify(body),
    });
    await response.arrayBuffer();
    return response.status === 200;
  } catch {
    return false;
  }
}

/** The status of a call such as `GET /api/stats`, its body read; 0 when it was left or the server went away. */
export async function called(
  origin: string,
  call: string,
  { body, signal }: { body?: object; signal?: AbortSignal } = {},
): Promise<number> {
  const [method = "", path = ""] = call.split(" ", 2);
  try {
    const response = await fetch(origin + path, {
      method,
      headers: { Authorization: `Bearer ${serverToken}`, ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}
