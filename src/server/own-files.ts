import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Clew's own folder: two up from the source, three from the built file. */
function ownFolder(): string {
  const found = ["../../", "../../../"]
    .map((up) => fileURLToPath(new URL(up, import.meta.url)))
    .find((folder) => existsSync(join(folder, "package.json")));
  if (found === undefined) throw new Error("package.json is missing");
  return found;
}

/** The version in package.json. */
export function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(join(ownFolder(), "package.json"), "utf8")) as { version: string };
  return version;
}

/** Where the built page lies, if it is built. */
export function ownPageFolder(): string {
  return join(ownFolder(), "dist", "page");
}
