import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Runs `use` in a folder of its own that is gone afterwards. `memory`: where the machine has a file system in memory, for
 * what is about the order of things and not about the disk.
 */
export async function inScratch<T>(use: (folder: string) => T | Promise<T>, on: "disk" | "memory" = "disk"): Promise<T> {
  const base = on === "memory" && existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
  const folder = mkdtempSync(join(base, "clew-trust-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
