import { createHash } from "node:crypto";
import { BadInput } from "../base/problem.ts";
import type { HistoryEntry } from "../claims/change.ts";
import type { CaseStore, ChangeAuthor, KeptOperation } from "../store/case-store.ts";
import { shorten } from "./find-entity.ts";

/** What a change says of itself. */
export interface ChangeTerms {
  /** The revision that its writer saw: a change that would overwrite or take back what was changed since is refused (`stale`). */
  readonly seen?: number;
  /** An id of the operation, never given to another: sent again, it is done once, and gives what it gave. */
  readonly operation?: string;
}

export type Author = Omit<ChangeAuthor, "label" | "undoes">;

interface OnceOptions {
  readonly operation: string | undefined;
  /** What is wanted, in full: the same operation with another one is refused (`reused`). */
  readonly asked: readonly unknown[];
  readonly author: Author;
}

/** Carries a change out, or gives the entry that it made when it was sent before; null when it had nothing to do. */
export function once<Done extends HistoryEntry | null>(
  store: CaseStore,
  { operation, asked, author }: OnceOptions,
  carryOut: (author: Author) => Done,
): Done {
  if (operation === undefined) return carryOut(author);
  const sum = sumOf(asked);
  const known = knownOperation(store, operation, sum);
  if (known !== null) return (known.wrote ? entryOf(store, known) : null) as Done;
  const kept = { id: operation, asked: sum, answer: null };
  const entry = carryOut({ ...author, operation: kept });
  if (entry === null) store.keepOperation(kept);
  return entry;
}

/** The operation as it was kept; null when it was never done. Throws BadInput `reused` when something else was asked under its id. */
export function knownOperation(store: CaseStore, operation: string, asked: string): KeptOperation | null {
  if (!/^[\u0021-\u007e]{1,200}$/.test(operation))
    throw new BadInput(`operation: wanted an id of 1 to 200 letters, digits and marks of ASCII, got ${shorten(operation)}`);
  const known = store.operation(operation);
  if (known === undefined) return null;
  if (known.asked !== asked)
    throw new BadInput(`operation: ${shorten(operation)} was used for another change; wanted a new id for this one`, {
      kind: "reused",
    });
  return known;
}

/** SHA-256, hex, of plain JSON. */
export function sumOf(asked: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(asked)).digest("hex");
}

function entryOf(store: CaseStore, { revision }: KeptOperation): HistoryEntry {
  const [entry] = store.history({ after: revision - 1, limit: 1 });
  if (entry === undefined) throw new BadInput("operation: the entry that it made is not in the history", { kind: "storage" });
  return entry;
}
