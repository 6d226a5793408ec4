import { BadInput } from "../base/problem.ts";
import type { Change, HistoryEntry } from "../claims/change.ts";
import { inverseOfAll } from "../claims/change.ts";
import type { CaseStore, ChangeAuthor } from "../store/case-store.ts";

/**
 * Undo and redo live in the history itself, so they last across restarts. An entry whose chain of
 * `undoes` is odd takes something back, an even one brings it back. What can be undone after entry `n`:
 * `n` itself when it did something; when it took entry `m` back, what could be undone before `m`.
 * Entries that only move a chart are passed over: dragging a node is no step of an investigation, and
 * its autosave would bury the steps that are. Nothing before a redaction can be undone: what it did may no longer be there.
 */
export function undoable(store: CaseStore): HistoryEntry | null {
  for (let seq = store.revision(); seq > 0; ) {
    const entry = entryAt(store, seq);
    if (entry === null) return null;
    if (isRedaction(entry)) return null;
    if (isChartOnly(entry)) seq--;
    else if (entry.undoes !== null && isUndo(store, entry)) seq = entry.undoes - 1;
    else return entry;
  }
  return null;
}

/** The entry that took something back which redo would bring again; null when something else was done since. */
export function redoable(store: CaseStore): HistoryEntry | null {
  for (let seq = store.revision(); seq > 0; ) {
    const entry = entryAt(store, seq);
    if (entry === null) return null;
    if (isChartOnly(entry)) seq--;
    else if (entry.undoes === null) return null;
    else if (isUndo(store, entry)) return entry;
    else seq = entry.undoes - 1;
  }
  return null;
}

/** Takes back the last step. Throws BadInput `conflict` when there is none. */
export function undo(store: CaseStore, author: Omit<ChangeAuthor, "label" | "undoes">): HistoryEntry {
  const entry = undoable(store);
  if (entry === null) throw new BadInput(`undo: ${whyNothing(store)}`, { kind: "conflict" });
  return store.apply(inverseOfAll(entry.changes), { ...author, label: entry.label, undoes: entry.seq });
}

/** Brings back what the last undo took. Throws BadInput `conflict` when there is none. */
export function redo(store: CaseStore, author: Omit<ChangeAuthor, "label" | "undoes">): HistoryEntry {
  const entry = redoable(store);
  if (entry === null) throw new BadInput("redo: nothing to redo", { kind: "conflict" });
  return store.apply(inverseOfAll(entry.changes), { ...author, label: entry.label, undoes: entry.seq });
}

function isUndo(store: CaseStore, entry: HistoryEntry): boolean {
  let odd = false;
  for (let at: HistoryEntry | null = entry; at !== null && at.undoes !== null; at = entryAt(store, at.undoes)) odd = !odd;
  return odd;
}

function entryAt(store: CaseStore, seq: number): HistoryEntry | null {
  return store.history({ after: seq - 1, limit: 1 })[0] ?? null;
}

function isChartOnly({ changes }: HistoryEntry): boolean {
  return changes.every(({ kind }: Change) => kind === "put-chart");
}

function isRedaction({ changes }: HistoryEntry): boolean {
  return changes.some(({ kind }) => kind === "redact");
}

/** A redaction that stands at the end, charts aside, is why; otherwise there was never a step. */
function whyNothing(store: CaseStore): string {
  for (let seq = store.revision(); seq > 0; seq--) {
    const entry = entryAt(store, seq);
    if (entry !== null && isRedaction(entry))
      return `what was redacted on ${entry.at.slice(0, 10)} is no longer in the file, and nothing before it can be taken back`;
    if (entry !== null && !isChartOnly(entry) && entry.undoes === null) break;
  }
  return "nothing to undo";
}
