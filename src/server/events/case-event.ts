import type { Revision } from "../../claims/revision.ts";

/** How far an import is. Not part of the history: a reader that comes later hears the latest of each operation. */
export interface Progress {
  /** What cancels it, and what `Idempotency-Key` gave. */
  readonly operation: string;
  readonly file: string;
  readonly phase: string;
  readonly done: number;
  readonly total?: number;
}

/** A change as the page hears of it: no more than it needs to know what to read anew. */
type ChangeEvent = Pick<Revision, "revision" | "by" | "label" | "undoes" | "what">;

export function changeEvent({ revision, by, label, undoes, what }: Revision): string {
  const data: ChangeEvent = { revision, by, label, undoes, what };
  return framed("change", data, revision);
}

/** The first event: from where on changes follow, where the case stands, and which run of the server says so. */
export function helloEvent(cursor: number, at: { readonly revision: number; readonly server: string }): string {
  return framed("hello", at, cursor);
}

/** The reader has seen what this case never was: all that it knows is to be read anew. */
export function resetEvent(revision: number): string {
  return framed("reset", { revision }, revision);
}

export function progressEvent(progress: Progress): string {
  return framed("progress", progress, null);
}

/** The last event: Clew is being stopped. */
export const stoppingEvent = framed("stopping", {}, null);

/** A comment: readers pass it over, and the connection is not idle. */
export const heartbeat = ":\n\n";

/** JSON has no line breaks, so one `data` line holds it. Without an id a reader's place stays what it was. */
function framed(event: string, data: object, id: number | null): string {
  return `event: ${event}\n${id === null ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}
