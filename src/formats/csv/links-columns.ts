/** Columns of the `links` part as Clew writes it. The first five are those of every edge list. */
export const linksColumns = [
  "source",
  "target",
  "type",
  "label",
  "weight",
  "standing",
  "claims",
  "origins",
  "source_name",
  "source_type",
  "target_name",
  "target_type",
] as const;

type LinksColumn = (typeof linksColumns)[number];

/** Whether a header is, cell by cell, that of our own `links` part: then guarded cells are unguarded and names, types and standing read back. */
export function isOwnLinksHeader(header: readonly string[]): boolean {
  return header.length === linksColumns.length && linksColumns.every((name, at) => header[at] === name);
}

/** The cell of our own file under that column; "" for other files. */
export function ownColumn(own: ReadonlyMap<string, string> | null, column: LinksColumn): string {
  return own?.get(column) ?? "";
}
