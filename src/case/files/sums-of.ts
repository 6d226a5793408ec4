import { createHash } from "node:crypto";
import { bytesOf, type ImportFile } from "./import-file.ts";

/** Name and SHA-256, hex, of the bytes of each as they are. Throws BadInput when one cannot be read. */
export async function sumsOf(files: readonly ImportFile[]): Promise<readonly (readonly [name: string, sum: string])[]> {
  const sums = [];
  for (const file of files) {
    const hash = createHash("sha256");
    for await (const bytes of bytesOf(file)) hash.update(bytes);
    sums.push([typeof file === "string" ? file : file.name, hash.digest("hex")] as const);
  }
  return sums;
}
