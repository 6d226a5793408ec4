import { BadInput } from "../base/problem.ts";
import type { HistoryEntry } from "../claims/change.ts";
import type { CaseStore, ChangeAuthor, HistoryStep } from "../store/case-store.ts";
import { withSnapshotAhead } from "./snapshot-ahead.ts";
import type { SnapshotExchange } from "./snapshot-exchange.ts";

/**
 * Undo and redo live in the history itself, so they last across restarts. An entry whose chain of
 * `undoes` is odd takes something back, an even one brings it back. What can be undone after entry `n`:
 * `n` itself when it did something; when it took entry `m` back, what could be undone before `m`.
 * Entries that only move a chart are passed over: dragging a node is no step of an investigation, and
 * its autosave would bury the steps that are. Nothing before a redaction can be undone: what it did may no longer be there.
 */
export function undoable(store: CaseStore): HistoryStep | null {
  for (let seq = store.revision(); seq > 0; ) {
    const entry = store.step(seq);
    if (entry === null || entry.does === "redacts") return null;
    if (entry.does === "moves-charts") seq--;
    else if (entry.undoes !== null && isUndo(store, entry)) seq = entry.undoes - 1;
    else return entry;
  }
  return null;
}

/** The entry that took something back which redo would bring again; null when something else was done since. */
export function redoable(store: CaseStore): HistoryStep | null {
  for (let seq = store.revision(); seq > 0; ) {
    const entry = store.step(seq);
    if (entry === null) return null;
    if (entry.does === "moves-charts") seq--;
    else if (entry.undoes === null) return null;
    else if (isUndo(store, entry)) return entry;
    else seq = entry.undoes - 1;
  }
  return null;
}

/** Takes back the last step. Throws BadInput `conflict` when there is none. */
export function undo(
  store: CaseStore,
  author: Omit<ChangeAuthor, "label" | "undoes">,
  exchange?: SnapshotExchange,
): HistoryEntry {
  const entry = undoable(store);
  if (entry === null) throw new BadInput(`undo: ${whyNothing(store)}`, { kind: "conflict" });
  return takeBack(store, entry, { ...author, exchange });
}

/** Brings back what the last undo took. Throws BadInput `conflict` when there is none. */
export function redo(
  store: CaseStore,
  author: Omit<ChangeAuthor, "label" | "undoes">,
  exchange?: SnapshotExchange,
): HistoryEntry {
  const entry = redoable(store);
  if (entry === null) throw new BadInput("redo: nothing to redo", { kind: "conflict" });
  return takeBack(store, entry, { ...author, exchange });
}

interface TakingBack extends Omit<ChangeAuthor, "label" | "undoes"> {
  readonly exchange: SnapshotExchange | undefined;
}

function takeBack(store: CaseStore, { seq, label }: HistoryStep, { exchange, ...author }: TakingBack): HistoryEntry {
  return withSnapshotAhead(exchange, (beforeDisk) => store.takeBack(seq, { ...author, label }, beforeDisk));
}

function isUndo(store: CaseStore, step: HistoryStep): boolean {
  let odd = false;
  for (let at: HistoryStep | null = step; at !== null && at.undoes !== null; at = store.step(at.undoes)) odd = !odd;
  return odd;
}

/** A redaction that stands at the end, charts aside, is why; otherwise there was never a step. */
function whyNothing(store: CaseStore): string {
  for (let seq = store.revision(); seq > 0; seq--) {
    const entry = store.step(seq);
    if (entry?.does === "redacts")
      return `what was redacted on ${entry.at.slice(0, 10)} is no longer in the file, and nothing before it can be taken back`;
    if (entry?.does === "changes" && entry.undoes === null) break;
  }
  return "nothing to undo";
}
