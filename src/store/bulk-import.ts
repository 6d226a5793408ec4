import type { ToldProblems } from "../base/problem-tally.ts";
import type { Source } from "../claims/source.ts";
import type { ChangeAuthor } from "./case-store.ts";
import type { BeforeDisk } from "./coming-revision.ts";
import type { IdsInFile } from "./dangling-end.ts";
import type { RecordBatch } from "./record-batch.ts";

/**
 * An import that is too large to hold: batches of records, file after file, in one transaction on a connection of its own, so that
 * who reads the case meanwhile sees it as it was. Comes to what the same records come to as one list of changes. Ended by `finish`
 * or `abandon`, and by nothing else.
 */
export interface BulkImport {
  /** Claims of formats that know no sources name `source`, which the case then has. */
  beginFile(file: FileToCome): void;
  take(batch: RecordBatch): void;
  /** After the last batch of a file: what its claims name is looked up. */
  endFile(): void;
  /** Computes what follows from the records and puts all of it on disk; without a change, nothing. The report is the answer of the author's operation. `onStep` may throw to end it. */
  finish(author: ChangeAuthor, onStep?: (step: BulkStep) => void, beforeDisk?: BeforeDisk): BulkReport;
  /** Takes everything back; after `finish` it does nothing. */
  abandon(): void;
}

/** A file whose records are about to come. */
export interface FileToCome {
  readonly file: string;
  /** The file itself; of one whose ids are of a space of their own the case has it with the first entity. */
  readonly source: Source;
  readonly strict: boolean;
  readonly ids: IdsInFile;
}

/** What is being computed, in this order. */
export type BulkStep = "indexes" | "links" | "names" | "history" | "disk";

interface Tally {
  readonly added: number;
  readonly matched: number;
}

export interface BulkReport extends ToldProblems {
  readonly entities: Tally;
  readonly links: Tally;
  readonly claims: Tally;
  readonly sources: Tally;
}
