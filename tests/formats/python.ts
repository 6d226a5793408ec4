import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The interpreter in `CLEW_PYTHON`, else the machine's. */
const interpreter = process.env.CLEW_PYTHON ?? "python3";

/** Whether it has these modules; prints that what needs them is skipped where it does not. */
export function pythonHas(...modules: readonly string[]): boolean {
  const present = spawnSync(interpreter, ["-c", `import ${modules.join(", ")}`]).status === 0;
  if (!present) console.log(`${modules.join(", ")}: skipped, ${interpreter} does not have it (CLEW_PYTHON)`);
  return present;
}

/** What the code prints as JSON, with the paths of files that hold the texts in `sys.argv[1:]`. Throws with what it says when it fails. */
export function pythonSays(code: string, texts: Readonly<Record<string, string>>): unknown {
  const folder = mkdtempSync(join(tmpdir(), "clew-python-"));
  try {
    const files = Object.entries(texts).map(([name, text]) => {
      const file = join(folder, name);
      writeFileSync(file, text);
      return file;
    });
    const { stdout, stderr, status } = spawnSync(interpreter, ["-c", `import sys, json\n${code}`, ...files], {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
