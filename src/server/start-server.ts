import { getRequestListener } from "@hono/node-server";
import { BadInput } from "../base/problem.ts";
import { createApp } from "./app.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { listen } from "./listen.ts";
import { ownPageFolder, ownVersion } from "./own-files.ts";
import { readPageFiles } from "./page/page-files.ts";
import type { ServerState } from "./routes/self.ts";
import { newSecret, Sessions } from "./security/sessions.ts";
import { Uploads } from "./uploads.ts";
import { CaseThreads } from "./workers/case-threads.ts";

export interface ServerOptions {
  readonly casePath: string;
  /** 0 for any free one. */
  readonly port: number;
  /** What scripts send as `Authorization: Bearer`; one that nobody knows when left out. */
  readonly token?: string;
  /** Who changes the case, written beside each change. */
  readonly by?: string;
  /** Milliseconds since the epoch; tells when the login link is too old. */
  readonly clock?: () => number;
  readonly limits?: Partial<Limits>;
  /** Where the built page lies. */
  readonly pageFolder?: string;
  /** Takes a line about a fault of ours; standard error when left out. No word of the case, no token, no code. */
  readonly log?: (line: string) => void;
}

export interface RunningServer {
  /** The login link: works once. */
  readonly url: string;
  /** Another one: the browser was closed, or the first was not used in time. */
  newLink(): string;
  /** No new requests; readers of events are told, the change under way is finished, questions are ended, the case is closed. */
  close(): Promise<void>;
}

/**
 * Serves a case on this machine. Rejects with the system's error (EADDRINUSE) when the port is taken, and with BadInput
 * in one line when the case cannot be opened for writing: not there, no case, open in another Clew.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { casePath, by, clock = Date.now, pageFolder = ownPageFolder(), log = (line) => console.error(line) } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const token = options.token === undefined ? newSecret() : usable(options.token);
  const listening = await listen(options.port, limits);
  const { port } = listening;
  const threads = new CaseThreads({ casePath, by, limits });
  const opened = threads.open();
  const uploads = new Uploads(casePath, { most: limits.importBytes, held: limits.heldBytes });
  const sessions = new Sessions({ token, clock, linkMs: limits.linkMs });
  const pageFiles = readPageFiles(pageFolder);
  let state: ServerState = "starting";
  const served = { port, version: ownVersion(), limits, sessions, threads, uploads, pageFiles, log, state: () => state };
  const app = createApp(served);
  listening.serve(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const close = () => {
    state = "stopping";
    threads.events.stop();
    return listening.close(threads.close());
  };
  try {
    await opened;
    uploads.clear();
    state = "ready";
  } catch (error) {
    await close();
    throw error;
  }
  threads.warmUp();
  const newLink = () => `http://127.0.0.1:${port}/login?code=${sessions.mintCode()}`;
  return { url: newLink(), newLink, close };
}

/** A header carries it, and a space would end it. */
function usable(token: string): string {
  if (!/^[\u0021-\u007e]+$/.test(token)) throw new BadInput("token: wanted letters, digits and marks of ASCII, at least one");
  return token;
}
