import type { MessagePort } from "node:worker_threads";
import type { AskedPath, AskedQuestion } from "../../case/asked-question.ts";
import type { ImportFile } from "../../case/files/import-file.ts";
import type { ImportOptions } from "../../case/import-files.ts";
import type { AskedGroup } from "../../case/link-groups.ts";
import type { LinkFilter } from "../../case/list-links.ts";
import type { ChangeTerms } from "../../case/once.ts";
import type { AskedList } from "../../case/overview/list-entities.ts";
import type { AskedPart } from "../../case/overview/view-part.ts";
import type { PreviewOptions } from "../../case/preview-import.ts";
import type { ClaimDraft } from "../../case/record-claim.ts";
import type { QuestionDraft } from "../../case/saved-questions.ts";
import type { Chart } from "../../claims/chart.ts";

/** What is asked of a case: changes nothing, runs on a read-only connection. Plain data: it crosses threads. */
export type Question =
  | { readonly ask: "case" }
  | { readonly ask: "graph"; readonly limit?: number }
  | { readonly ask: "search"; readonly q: string; readonly type?: string; readonly limit?: number }
  | { readonly ask: "overview" }
  /** What of the overview is dear, as `WorkedOutOverview`; null where what is kept will do. */
  | { readonly ask: "work-out-overview" }
  /** Opens the snapshot that is kept with a large case, ahead of the first question. */
  | { readonly ask: "open-kept" }
  | { readonly ask: "part"; readonly part: AskedPart }
  | { readonly ask: "entities"; readonly list: AskedList }
  | { readonly ask: "entity"; readonly id: string; readonly limit?: number }
  | { readonly ask: "entity-links"; readonly id: string; readonly group: AskedGroup }
  | { readonly ask: "link"; readonly id: string }
  | { readonly ask: "links"; readonly filter: LinkFilter }
  | { readonly ask: "source"; readonly id: string; readonly limit?: number; readonly claim?: string }
  | { readonly ask: "chart"; readonly id: string }
  /** A question of the graph. */
  | { readonly ask: "question"; readonly asked: AskedQuestion }
  | { readonly ask: "stats" }
  | { readonly ask: "check" }
  | { readonly ask: "formats" }
  /** Entries of the history after one, without what they hold. */
  | { readonly ask: "revisions"; readonly after: number }
  | {
      readonly ask: "export";
      readonly format: string;
      readonly part?: string;
      readonly formulas?: string;
      readonly scope?: AskedScope;
    };

/** What to export, as a user says it: entities by id or name, a path question with what was left out. */
export type AskedScope =
  | { readonly kind: "case" }
  | { readonly kind: "entities"; readonly entities: readonly string[] }
  | { readonly kind: "around"; readonly entity: string; readonly hops?: number }
  | { readonly kind: "path"; readonly question: AskedPath }
  | { readonly kind: "answer"; readonly question: AskedQuestion }
  | { readonly kind: "chart"; readonly chart: string };

/** What changes a case: one at a time, on the one read-write connection. */
export type Change = (Changing & { readonly terms: ChangeTerms }) | KeepOverview;

/** Keeps what was worked out; no revision comes of it. */
interface KeepOverview {
  readonly change: "keep-overview";
  readonly revision: number;
  readonly text: string;
}

type Changing =
  | { readonly change: "record"; readonly claim: ClaimDraft }
  | { readonly change: "withdraw"; readonly claim: string; readonly reason: string }
  | { readonly change: "judge"; readonly a: string; readonly b: string; readonly verdict: string; readonly reason?: string }
  | { readonly change: "withdraw-judgement"; readonly judgement: string; readonly reason: string }
  | { readonly change: "put-chart"; readonly chart: Chart }
  | { readonly change: "put-question"; readonly question: QuestionDraft }
  | { readonly change: "forget-question"; readonly question: string }
  | { readonly change: "undo" }
  | { readonly change: "redo" }
  | ({ readonly change: "take-in"; readonly read: ReadAhead; readonly port: MessagePort } & Importing);

interface Importing {
  /** As its sender calls the file, or the first of several. */
  readonly name: string;
  readonly options: ImportOptions;
  /** Under which its progress is told, and by which it is called off. */
  readonly operation: string;
}

/** Files to import together: they are read (`read-files`), then what was read is taken in. */
export interface ImportJob extends Importing {
  readonly change: "import";
  readonly files: readonly ImportFile[];
  readonly terms: ChangeTerms;
}

/** Reads files for an import: their parts go into the port. */
export interface ReadFiles extends Importing {
  readonly ask: "read-files";
  readonly files: readonly ImportFile[];
  readonly port: MessagePort;
}

/** What an import of the files would give. */
export interface PreviewJob {
  readonly ask: "preview";
  readonly files: readonly ImportFile[];
  readonly options: PreviewOptions;
}

/** Files of which all is read, or as much as may lie in memory. */
export interface ReadAhead {
  /** Name and SHA-256 of each. */
  readonly sums: readonly (readonly [name: string, sum: string])[];
  /** Whether its progress was told. */
  readonly told: boolean;
}

export type Job = Question | Change | ReadFiles | PreviewJob;

/** What a job takes along into its thread. */
export function portsOf(job: Job): MessagePort[] {
  return "port" in job ? [job.port] : [];
}
