import { existsSync } from "node:fs";
import { BadInput } from "../../base/problem.ts";
import type { Command } from "../command.ts";
import { note, printLine, shown } from "../terminal.ts";

export const openCommand: Command = {
  name: "open",
  summary: "serve a case on this machine and open the page",
  arguments: [
    {
      name: "FILE",
      about: "a case, or files to read into a new one beside the first; the sample case when left out",
      count: "any",
    },
  ],
  options: [
    {
      name: "port",
      value: "N",
      takes: "number",
      about: "this port and no other; 0 for any free one; default 4747 or the next free one",
    },
    { name: "no-open", about: "print the link and open no browser" },
    { name: "token", value: "T", about: "what scripts send as Authorization: Bearer T; also CLEW_TOKEN" },
  ],
  examples: ["clew open", "clew open mine.clew", "clew open links.csv"],
  run: async ({ args, options }) => {
    const path = await caseToOpen(args);
    const token = options.text("token") ?? (process.env.CLEW_TOKEN || undefined);
    // Before the link is there: whoever reads it may stop Clew at once.
    const stopped = untilStopped();
    const server = await listen(path, { port: options.number("port"), token });
    await printLine(`${shown(path)} is open at`);
    await printLine(server.url);
    offerAnotherLink(() => printLine(server.newLink()));
    if (!options.flag("no-open")) await openBrowser(server.url);
    await stopped;
    await server.close();
    return 0;
  },
};

const firstPort = 4747;
const portsTried = 100;

/** The first of the usual ports that is free; a port that was asked for, or nothing. */
async function listen(casePath: string, { port, token }: { port: number | undefined; token: string | undefined }) {
  const { startServer } = await import("../../server/start-server.ts");
  const by = process.env.CLEW_BY;
  const given = { ...(token === undefined ? {} : { token }), ...(by === undefined || by === "" ? {} : { by }) };
  const serve = (at: number) => startServer({ casePath, port: at, ...given });
  if (port !== undefined) {
    if (port > 65_535) throw new BadInput(`--port: wanted 0 to 65535, got ${port}`);
    return serve(port).catch((error: unknown) => {
      throw isTaken(error)
        ? new BadInput(`--port: wanted a free port, got ${port}, which another program uses`, { kind: "conflict", cause: error })
        : error;
    });
  }
  for (let at = firstPort; ; at++) {
    try {
      return await serve(at);
    } catch (error) {
      if (!isTaken(error) || at === firstPort + portsTried) throw error;
    }
  }
}

function isTaken(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if ((at as NodeJS.ErrnoException).code === "EADDRINUSE") return true;
  return false;
}

/** One case is served as it is; a name that is not there becomes an empty case; other files are read into a new one. */
async function caseToOpen(files: readonly string[]): Promise<string> {
  const [first] = files;
  const { ensureCase } = await import("../../case/ensure-case.ts");
  if (first === undefined) {
    const { sampleCase } = await import("../sample-case.ts");
    await ensureCase(sampleCase());
    return sampleCase();
  }
  const { createCase } = await import("../../case/create-case.ts");
  if (!first.endsWith(".clew")) {
    const path = `${first.replace(/\.gz$/i, "").replace(/\.clew\.jsonl$|\.[^./\\]+$/i, "")}.clew`;
    if (existsSync(path))
      throw new BadInput(`${first}: wanted to read it into a new case, but ${path} is there; open that, or use clew import`);
    await createCase(path, files);
    return path;
  }
  if (files.length > 1)
    throw new BadInput(`open: wanted one case, got ${files.length} files; clew import reads files into a case`);
  if (!existsSync(first) && !existsSync(`${first}.jsonl`)) {
    await createCase(first, []);
    note(`${first}: a new, empty case`);
  }
  await ensureCase(first);
  return first;
}

async function openBrowser(url: string): Promise<void> {
  const hasDisplay = process.platform !== "linux" || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  if (!hasDisplay || process.env.CI) return;
  const { default: open } = await import("open");
  const ignored = () => undefined;
  await open(url).then((browser) => browser.on("error", ignored), ignored);
}

/** A link works once. Whoever sits at the terminal gets another by pressing Enter. */
function offerAnotherLink(print: () => void): void {
  if (!process.stdin.isTTY) return;
  note("Press Enter for another link, Ctrl+C to stop.");
  process.stdin.on("data", print).unref();
}

function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    const first = () => {
      // A second one ends Clew at once, as it ends any program.
      for (const signal of signals) process.off(signal, first);
      stop();
    };
    for (const signal of signals) process.on(signal, first);
  });
}
