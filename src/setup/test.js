/**
 * `npm test`: the static checks, then every test; with arguments, only the tests that they name. The
 * last line says `N passed, N failed`; a failed static check counts as one that failed.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "clew-test-"));
const results = join(folder, "results.json");
const shell = process.platform === "win32";

const checked = only.length > 0 || spawnSync("npm", ["run", "--silent", "check"], { stdio: "inherit", shell }).status === 0;
const tested = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`, ...only],
  { stdio: "inherit" },
);
const { passed, failed } = countResults();
const failures = failed + (checked ? 0 : 1);
if (!checked) console.log("npm run check failed, see above");
console.log(`${passed} passed, ${failures} failed`);
process.exitCode = tested.status === 0 && failures === 0 ? 0 : 1;
rmSync(folder, { recursive: true, force: true });

/** A file of tests that could not be loaded has no test that failed: it counts as one. */
function countResults() {
  try {
    const report = JSON.parse(readFileSync(results, "utf8"));
    const unloaded = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0);
    return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
