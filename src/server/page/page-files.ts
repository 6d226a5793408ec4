import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { getMimeType } from "hono/utils/mime";

export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * The built page by address, read once: what is not in the table is not served, whatever an address says. Links out of
 * the folder are left out. `/assets/` holds files named by their content, which a browser may keep.
 */
export function readPageFiles(folder: string): ReadonlyMap<string, PageFile> {
  if (!existsSync(folder)) return new Map();
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const address = `/${relative(folder, path).split(sep).join("/")}`;
      return [address === "/index.html" ? "/" : address, pageFile(address, path)];
    }),
  );
}

function pageFile(address: string, path: string): PageFile {
  const kept = address.startsWith("/assets/") ? { "Cache-Control": "private, max-age=31536000, immutable" } : {};
  return {
    bytes: new Uint8Array(readFileSync(path)),
    headers: { "Content-Type": getMimeType(address) ?? "application/octet-stream", ...kept },
  };
}
