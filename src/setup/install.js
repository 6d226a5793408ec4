/**
 * Brings node_modules to what the lockfile says. Plain JavaScript that runs on Node 18: it runs before
 * the project's own Node is there.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Installs when something is missing or of another version than the lockfile says; does nothing,
 * and says nothing, otherwise. Throws with one line when the installation fails.
 *
 * @param {string} root the folder of package.json
 */
export function install(root) {
  if (!isInstalled(root)) {
    console.log("Clew: installing what it needs (once; about a minute) …");
    if (!npm(root, ["ci", "--no-audit", "--no-fund"])) npmOrThrow(root, ["install", "--no-save", "--no-audit", "--no-fund"]);
  }
  if (!existsSync(ownNode(root))) npmOrThrow(root, ["rebuild", "node", "--foreground-scripts"]);
  if (!existsSync(ownNode(root))) runNodeInstaller(root);
  if (!existsSync(ownNode(root))) throw new Error("Clew: Node 24 did not install; install Node 24 and start again");
}

/** @param {string} root */
export function ownNode(root) {
  return join(root, "node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
}

/**
 * npm writes node_modules/.package-lock.json last: what stands in it is on the disk.
 *
 * @param {string} root
 */
function isInstalled(root) {
  const hidden = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(hidden)) return false;
  const there = JSON.parse(readFileSync(hidden, "utf8")).packages;
  const wanted = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === "" || optional === true || there[path]?.version === version,
  );
}

/** Some settings of npm skip the scripts of packages; the package `node` is its script.
 *
 * @param {string} root
 */
function runNodeInstaller(root) {
  const script = join(root, "node_modules", "node", "installArchSpecificPackage.js");
  if (existsSync(script)) spawnSync(process.execPath, [script], { cwd: join(root, "node_modules", "node"), stdio: "inherit" });
}

/**
 * @param {string} root
 * @param {string[]} args
 */
function npmOrThrow(root, args) {
  if (!npm(root, args)) throw new Error(`Clew: npm ${args.join(" ")} failed`);
}

/**
 * The scripts of the project itself are left to the caller, who prepares next.
 *
 * @param {string} root
 * @param {string[]} args
 * @returns {boolean} whether it went well
 */
function npm(root, args) {
  const cli = process.env.npm_execpath;
  const given = { cwd: root, stdio: "inherit", env: { ...process.env, CLEW_PREPARING: "1" } };
  const { status } =
    cli !== undefined && /\.c?js$/.test(cli)
      ? spawnSync(process.execPath, [cli, ...args], given)
      : spawnSync("npm", args, { ...given, shell: process.platform === "win32" });
  return status === 0;
}
