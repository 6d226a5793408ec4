import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** `npm run bench -- NAME [options]`: installs what the benches are measured against, once, and runs one. */
const benches: Readonly<Record<string, string>> = {
  paths: "paths/main.ts",
  scale: "scale/main.ts",
  files: "files/main.ts",
};

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));
const [name = "", ...args] = process.argv.slice(2);
const bench = benches[name];

const asksForHelp = process.argv.includes("--help");

if (bench === undefined && asksForHelp) {
  console.log(
    `npm run bench -- NAME [options], NAME one of ${Object.keys(benches).join(", ")}; npm run bench -- NAME --help lists its options`,
  );
} else if (bench === undefined) {
  console.error(`bench: wanted one of ${Object.keys(benches).join(", ")}, got ${JSON.stringify(name)}`);
  process.exitCode = 2;
} else {
  const installed = asksForHelp || isInstalled() || install();
  process.exitCode = installed ? (spawnSync(process.execPath, [here(bench), ...args], { stdio: "inherit" }).status ?? 3) : 3;
}

/** npm writes the first file last: what stands in it is on the disk. What the package has wanted since is not. */
function isInstalled(): boolean {
  const done = statSync(here("node_modules/.package-lock.json"), { throwIfNoEntry: false });
  return done !== undefined && done.mtimeMs >= statSync(here("package.json")).mtimeMs;
}

/**
 * The peers are a package of their own: nobody else installs them. Not by `npm ci`, which wants every platform's build of
 * a peer to be there.
 */
function install(): boolean {
  console.error("bench: installing the engines that it compares, once: npm --prefix tests/bench install");
  const { status } = spawnSync("npm", ["--prefix", here("."), "install", "--no-audit", "--no-fund"], {
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (status !== 0) console.error("bench: the installation failed; by hand: npm --prefix tests/bench install");
  return status === 0;
}
