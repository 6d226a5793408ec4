import { spawnSync } from "node:child_process";

/** Null where system calls can be traced; else why not. */
export function whyNoStrace(): string | null {
  const { status, error } = spawnSync("strace", ["-e", "trace=none", "true"]);
  if (error !== undefined) return "strace is not installed";
  return status === 0 ? null : "this machine does not let strace trace";
}

/** Runs a script of Node under strace; gives what it printed. */
export function straced(
  options: readonly string[],
  script: readonly string[],
): { readonly printed: string[]; readonly said: string } {
  const { stdout, stderr } = spawnSync("strace", ["-f", ...options, process.execPath, ...script], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { printed: stdout.split("\n").slice(0, -1), said: stderr };
}
