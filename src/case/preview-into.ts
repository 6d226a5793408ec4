import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureCase } from "./ensure-case.ts";
import type { ImportFile } from "./files/import-file.ts";
import { openCase } from "./open-case.ts";
import type { PreviewOptions } from "./preview-import.ts";
import type { ImportPreview } from "./preview-views.ts";

/** What an import would give to the case at a path, or to a new one where there is none; nothing is there afterwards that was not before. */
export async function previewInto(path: string, files: readonly ImportFile[], options: PreviewOptions): Promise<ImportPreview> {
  const isThere = existsSync(path) || existsSync(`${path}.jsonl`);
  if (isThere) await ensureCase(path);
  const folder = isThere ? null : mkdtempSync(join(tmpdir(), "clew-preview-"));
  try {
    const opened = folder === null ? openCase(path, { mode: "read" }) : openCase(join(folder, "new.clew"), { mode: "create" });
    try {
      return await opened.preview(files, options);
    } finally {
      opened.close();
    }
  } finally {
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
  }
}
