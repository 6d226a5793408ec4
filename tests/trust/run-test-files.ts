import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";

/** Tests of a file that passed, and the names of those that did not. */
export interface FileResult {
  readonly passed: number;
  readonly failed: readonly string[];
}

interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** Runs test files, each once, in their long versions; a file that cannot be loaded has one that failed. */
export function runTestFiles(files: readonly string[]): ReadonlyMap<string, FileResult> {
  if (files.length === 0) return new Map();
  const folder = mkdtempSync(join(tmpdir(), "clew-trust-"));
  const results = join(folder, "results.json");
  const args = ["run", "--reporter=json", `--outputFile.json=${results}`, ...files];
  const env = { ...process.env, CLEW_CANARIES: "100", CLEW_EVERY_PAGE: "1" };
  spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", ...args], { stdio: ["ignore", "ignore", "inherit"], env });
  try {
    const { testResults } = JSON.parse(readFileSync(results, "utf8")) as Report;
    return new Map(
      testResults.map(({ name, status, assertionResults }) => {
        const failed = assertionResults.filter((one) => one.status === "failed").map(({ fullName }) => fullName);
        const passed = assertionResults.filter((one) => one.status === "passed").length;
        const unloaded = status === "failed" && failed.length === 0 ? ["the file could not be run"] : [];
        return [relative(process.cwd(), name), { passed, failed: [...failed, ...unloaded] }];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
