import { createHash } from "node:crypto";
import { bytesOf, type ImportFile } from "./import-file.ts";

/** SHA-256, hex, of its bytes as they are. Throws BadInput when it cannot be read. */
export async function sumOfFile(file: ImportFile): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of bytesOf(file)) hash.update(bytes);
  return hash.digest("hex");
}
