/** Builds the page and the library, each only when what it is made of has changed. Plain JavaScript for Node 18. */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ownNode } from "./install.js";

const builds = {
  page: {
    command: ["vite/bin/vite.js", "build", "--logLevel", "warn"],
    proof: "dist/page/index.html",
    says: "building the page",
  },
  lib: {
    command: ["typescript/bin/tsc", "-p", "tsconfig.lib.json"],
    proof: "dist/lib/case/open-case.js",
    says: "building the library",
  },
};

/**
 * Builds `page` (dist/page) or `lib` (dist/lib). A stamp of the contents of `src`, the lockfile and
 * the settings says whether it has to be done again. Throws with one line when the build fails.
 *
 * @param {string} root the folder of package.json
 * @param {"page" | "lib"} what
 */
export function build(root, what) {
  const { command, proof, says } = builds[what];
  const stampFile = join(root, "dist", `${what}.stamp`);
  const stamp = stampOf(root);
  if (existsSync(join(root, proof)) && existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp) return;
  console.error(`Clew: ${says} …`);
  const [script, ...args] = command;
  const node = existsSync(ownNode(root)) ? ownNode(root) : process.execPath;
  const { status } = spawnSync(node, [join(root, "node_modules", script), ...args], { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error(`Clew: ${says} failed`);
  mkdirSync(dirname(stampFile), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** @param {string} root */
function stampOf(root) {
  const hash = createHash("sha256");
  const settings = ["package-lock.json", "tsconfig.json", "tsconfig.lib.json", "vite.config.ts"];
  for (const file of [...settings, ...filesUnder(root, "src")]) {
    hash.update(file).update("\0");
    if (existsSync(join(root, file))) hash.update(readFileSync(join(root, file)));
    hash.update("\0");
  }
  return hash.digest("hex");
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
function filesUnder(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(root, join(folder, entry.name)) : [join(folder, entry.name)]));
}
