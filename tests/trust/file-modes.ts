import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { jsonLines, smallLines } from "../case/small-case.ts";
import { type Outcome, ran } from "./outcome.ts";
import { inScratch } from "./scratch.ts";
import { whyNoStrace } from "./strace.ts";

const given = "small.clew.jsonl";
const launcher = resolve("src/cli/clew.js");

/** What makes files, one after the other, in the folder that it runs in. */
const commands: readonly (readonly string[])[] = [
  ["import", "made.clew", "small.clew.jsonl"],
  ["export", "made.clew", "--format", "gexf", "--out", "made.gexf"],
  ["export", "made.clew", "--format", "clew-jsonl", "--out", "made.jsonl"],
  ["backup", "made.clew", "copy.clew"],
  ["doctor", "made.clew", "--save", "saved.clew"],
  ["redact", "made.clew", "cyr", "--reason", "a test", "--yes"],
  ["compact", "made.clew"],
];

/**
 * Whatever the user's umask lets others do: every file that Clew makes, those beside a case that is open and those that are gone again
 * among them, is for the user alone; it makes no folder.
 */
export async function fileModes({ umasks }: { umasks: readonly string[] }): Promise<Outcome> {
  const traces = whyNoStrace() === null;
  const found: Found = { broken: [], seen: new Set(), made: 0 };
  for (const umask of umasks) await inScratch((folder) => makeFiles({ folder, umask, traces }, found));
  const { broken, seen, made } = found;
  const gone = traces ? `; ${made} made by ${commands.length} commands, those that are gone again among them` : "";
  return ran(`${seen.size} files under the umasks ${umasks.join(", ")}: ${broken.length} that others can read${gone}`, broken);
}

interface Found {
  readonly broken: string[];
  /** Names of the files that were there after a command, or beside a case that is open. */
  readonly seen: Set<string>;
  /** Files and folders made, from the traces. */
  made: number;
}

interface Place {
  readonly folder: string;
  readonly umask: string;
  readonly traces: boolean;
}

async function makeFiles({ folder, umask, traces }: Place, found: Found): Promise<void> {
  writeFileSync(join(folder, given), jsonLines(smallLines));
  const shell = (args: readonly string[], trace: string | null) => {
    const words = [process.execPath, launcher, ...args].map((word) => `'${word}'`).join(" ");
    const traced = trace === null ? "" : `strace -f --seccomp-bpf -qq -e trace=openat,mkdir,mkdirat -o '${trace}' `;
    return `umask ${umask}; exec ${traced}${words}`;
  };
  const broken = (fault: string) => found.broken.push(`umask ${umask}: ${fault}`);
  const look = () => {
    for (const { name, mode } of modesIn(folder)) {
      found.seen.add(name);
      if (mode !== 0o600) broken(`${name} is ${mode.toString(8)}`);
    }
  };
  for (const [at, args] of commands.entries()) {
    const trace = traces ? join(folder, `trace-${at}`) : null;
    const { status, stderr } = spawnSync("sh", ["-c", shell(args, trace)], { cwd: folder, encoding: "utf8" });
    if (status !== 0) broken(`clew ${args[0]} ended with ${status}: ${stderr.trim()}`);
    look();
    const created = trace === null ? [] : creationsIn(readFileSync(trace, "utf8"), folder);
    found.made += created.length;
    for (const { path, mode } of created.filter(isOpen)) broken(`clew ${args[0]} makes ${path} with ${mode}`);
  }
  await whileOpen(shell(["open", "made.clew", "--no-open", "--port", "0"], null), folder, look);
  for (const name of ["made.clew-wal", "made.clew-shm", "made.clew-lock"])
    if (!found.seen.has(name)) broken(`wanted ${name} beside a case that is open, saw none`);
}

function modesIn(folder: string): { name: string; mode: number }[] {
  const names = readdirSync(folder).filter((name) => name !== given && !name.startsWith("trace"));
  return names.map((name) => ({ name, mode: statSync(join(folder, name)).mode & 0o7777 }));
}

interface Creation {
  readonly path: string;
  readonly mode: string;
  /** A file that is there already keeps its mode; SQLite opens those so. */
  readonly isNew: boolean;
}

function creationsIn(trace: string, folder: string): Creation[] {
  return trace.split("\n").flatMap((line) => creationIn(line, folder) ?? []);
}

/** A file or folder made in the folder, from a line of the trace; null for others. */
function creationIn(line: string, folder: string): Creation | null {
  const [, call = "", path = "", how = "", mode = ""] =
    /(openat|mkdir|mkdirat)\((?:AT_FDCWD, )?"([^"]*)"(.*), (0\d+)\)? /.exec(line) ?? [];
  if (call === "" || (path.startsWith("/") && !path.startsWith(folder)) || path.startsWith("trace")) return null;
  return { path, mode, isNew: call !== "openat" || how.includes("O_EXCL") || !/\.clew(-lock)?$|draft$|saving$/.test(path) };
}

function isOpen({ mode, isNew }: Creation): boolean {
  return isNew && (Number.parseInt(mode, 8) & 0o077) !== 0;
}

async function whileOpen(command: string, folder: string, look: () => void): Promise<void> {
  const program = spawn("sh", ["-c", command], {
    cwd: folder,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, CI: "1" },
  });
  const ended = once(program, "close");
  await Promise.race([once(program.stdout, "data"), ended]);
  look();
  program.kill("SIGTERM");
  await ended;
  look();
}
