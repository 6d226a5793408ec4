import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
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
  return new Map(
    filesUnder(folder, "/").map((address) => [address === "/index.html" ? "/" : address, pageFile(folder, address)]),
  );
}

function filesUnder(folder: string, address: string): string[] {
  return readdirSync(join(folder, address), { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return filesUnder(folder, `${address}${entry.name}/`);
    return entry.isFile() ? [address + entry.name] : [];
  });
}

function pageFile(folder: string, address: string): PageFile {
  const kept = address.startsWith("/assets/") ? { "Cache-Control": "private, max-age=31536000, immutable" } : {};
  return {
    bytes: new Uint8Array(readFileSync(join(folder, address))),
    headers: { "Content-Type": getMimeType(address) ?? "application/octet-stream", ...kept },
  };
}
