import { existsSync } from "node:fs";
import { join } from "node:path";

/** Folder of files from elsewhere, in `CLEW_CORPUS` or beside the checkout; null where there is none. */
export function corpusFolder(name: string): string | null {
  const folder = join(process.env.CLEW_CORPUS ?? join("..", "shared", "corpus"), name);
  return existsSync(folder) ? folder : null;
}
