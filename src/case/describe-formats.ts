import { formats } from "../formats/list.ts";

/** `clew formats --json`: what can be read and written, and what each loses on the way out. */
export interface FormatDescription {
  readonly id: string;
  readonly label: string;
  readonly extensions: readonly string[];
  readonly read: boolean;
  readonly write: boolean;
  readonly parts: readonly string[];
  readonly losses: readonly string[];
}

export function describeFormats(): FormatDescription[] {
  return formats.map(({ id, label, extensions, reader, bytesReader, writer }) => ({
    id,
    label,
    extensions,
    read: reader !== null || bytesReader !== undefined,
    write: writer !== null,
    parts: writer?.parts ?? [],
    losses: writer?.losses ?? [],
  }));
}
