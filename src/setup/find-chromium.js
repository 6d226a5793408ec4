/** The browser that the tests drive: found, or installed through the machine's package manager. Plain JavaScript for Node 18. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const managers = [
  { command: "apt-get", steps: [["update"], ["install", "-y", "--no-install-recommends", "chromium"]], root: true },
  { command: "dnf", steps: [["install", "-y", "chromium"]], root: true },
  { command: "apk", steps: [["add", "chromium"]], root: true },
  { command: "pacman", steps: [["-S", "--noconfirm", "chromium"]], root: true },
  { command: "zypper", steps: [["--non-interactive", "install", "chromium"]], root: true },
  { command: "brew", steps: [["install", "--cask", "chromium"]], root: false },
];

/** The path of a Chromium, or null: `CHROMIUM`, then the usual names on the path, then the usual places. */
export function findChromium() {
  const given = process.env.CHROMIUM;
  if (given !== undefined && given !== "") return existsSync(given) ? given : null;
  return names.map(onPath).find((found) => found !== null) ?? places.find((place) => existsSync(place)) ?? null;
}

/** Installs Chromium through the first package manager found. Throws with one line that says what to do by hand. */
export function installChromium() {
  const manager = managers.find(({ command }) => onPath(command) !== null);
  const byHand = "Clew: the browser tests want Chromium; install it, or set CHROMIUM to its path";
  if (manager === undefined) throw new Error(byHand);
  console.log(`Clew: installing Chromium with ${manager.command} (once) …`);
  const needsSudo = manager.root && process.getuid?.() !== 0;
  if (needsSudo && onPath("sudo") === null) throw new Error(byHand);
  for (const step of manager.steps) {
    const [command, ...args] = needsSudo ? ["sudo", manager.command, ...step] : [manager.command, ...step];
    spawnSync(command, args, { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  }
  if (findChromium() === null) throw new Error(byHand);
}

/** @param {string} name */
function onPath(name) {
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file)) ?? null;
}
