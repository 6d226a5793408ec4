import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Modules of the peers stand in the package of the benches, which a test run does not install. */
const peers = createRequire(new URL("../../package.json", import.meta.url));

/** A peer's module as its CommonJS form. The type is the caller's word: it lists what is used of it. */
export function requirePeer<T>(name: string): T {
  return peers(name) as T;
}

/** As the package of the benches pins it. */
export function peerVersion(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
