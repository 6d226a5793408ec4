import type { ExportedFile } from "../state/api.ts";

/** Hands a file to the browser's downloads. */
export function saveFile({ name, blob }: Pick<ExportedFile, "name" | "blob">): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download reads the URL after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
