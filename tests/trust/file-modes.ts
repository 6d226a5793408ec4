import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { jsonLines, smallLines } from "../case/small-case.ts";
import { type Outcome, ran } from "./outcome.ts";
import { inScratch } from "./scratch.ts";
import { whyNoStrace } from "./strace.ts";

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
  const broken: string[] = [];
  const seen = new Set<string>();
  const look = (folder: string, umask: string) => {
    for (const name of readdirSync(folder)) {
      if (name === "small.clew.jsonl" || name.startsWith("trace")) continue;
      seen.add(name);
      const mode = statSync(join(folder, name)).mode & 0o7777;
      if (mode !== 0o600) broken.push(`umask ${umask}: ${name} is ${mode.toString(8)}`);
    }
  };
  const traces = whyNoStrace() === null;
  let made = 0;
  for (const umask of umasks)
    await inScratch(async (folder) => {
      writeFileSync(join(folder, "small.clew.jsonl"), jsonLines(smallLines));
      const shell = (args: readonly string[], trace: string | null) => {
        const words = [process.execPath, launcher, ...args].map((word) => `'${word}'`).join(" ");
        const traced = trace === null ? "" : `strace -f --seccomp-bpf -qq -e trace=openat,mkdir,mkdirat -o '${trace}' `;
        return `umask ${umask}; exec ${traced}${words}`;
      };
      for (const [at, args] of commands.entries()) {
        const trace = traces ? join(folder, `trace-${at}`) : null;
        const { status, stderr } = spawnSync("sh", ["-c", shell(args, trace)], { cwd: folder, encoding: "utf8" });
        if (status !== 0) broken.push(`umask ${umask}: clew ${args[0]} ended with ${status}: ${stderr.trim()}`);
        look(folder, umask);
        const lines = trace === null ? [] : readFileSync(trace, "utf8").split("\n");
        const created = lines.flatMap((line) => creationIn(line, folder) ?? []);
        made += created.length;
        broken.push(...created.filter(isOpen).map(({ path, mode }) => `umask ${umask}: clew ${args[0]} makes ${path} with ${mode}`));
      }
      await whileOpen(shell(["open", "made.clew", "--no-open", "--port", "0"], null), folder, () => look(folder, umask));
      for (const name of ["made.clew-wal", "made.clew-shm", "made.clew-lock"])
        if (!seen.has(name)) broken.push(`wanted ${name} beside a case that is open, saw none`);
    });
  return ran(
    `${seen.size} files under the umasks ${umasks.join(", ")}: ${broken.length} that others can read${traces ? `; ${made} made by ${commands.length} commands, those that are gone again among them` : ""}`,
    broken,
  );
}

interface Creation {
  readonly path: string;
  readonly mode: string;
  /** A file that is there already keeps its mode; SQLite opens those so. */
  readonly isNew: boolean;
}

/** A file or folder made in the folder, from a line of the trace; null for others. */
function creationIn(line: string, folder: string): Creation | null {
  const [, call = "", path = "", how = "", mode = ""] = /(openat|mkdir|mkdirat)\((?:AT_FDCWD, )?"([^"]*)"(.*), (0\d+)\)? /.exec(line) ?? [];
  if (call === "" || (path.startsWith("/") && !path.startsWith(folder)) || path.startsWith("trace")) return null;
  return { path, mode, isNew: call !== "openat" || how.includes("O_EXCL") || !/\.clew(-lock)?$|draft$|saving$/.test(path) };
}

function isOpen({ mode, isNew }: Creation): boolean {
  return isNew && (Number.parseInt(mode, 8) & 0o077) !== 0;
}

async function whileOpen(command: string, folder: string, look: () => void): Promise<void> {
  const program = spawn("sh", ["-c", command], { cwd: folder, stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, CI: "1" } });
  const ended = once(program, "close");
  await Promise.race([once(program.stdout, "data"), ended]);
  look();
  program.kill("SIGTERM");
  await ended;
  look();
}
