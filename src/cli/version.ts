import { existsSync, readFileSync } from "node:fs";

/** The version in package.json, which lies two folders up from the source and three from the built file. */
export function version(): string {
  const file = ["../../package.json", "../../../package.json"]
    .map((path) => new URL(path, import.meta.url))
    .find((url) => existsSync(url));
  if (file === undefined) throw new Error("package.json is missing");
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
}
