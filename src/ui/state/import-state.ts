import type { ImportPreview } from "../../case/preview-views.ts";
import type { ImportReport } from "../../case/views.ts";
import type { TableMapping } from "../../formats/csv/table-mapping.ts";

/** What the reader says of the files before they are imported; null for what is guessed. */
export interface ImportTerms {
  readonly format: string | null;
  readonly encoding: string | null;
  /** A space of ids that the files share with others in the case. */
  readonly ids: string | null;
  /** By the name of the file as the preview gives it. */
  readonly mappings: ReadonlyMap<string, TableMapping>;
}

export const guessedTerms: ImportTerms = { format: null, encoding: null, ids: null, mappings: new Map() };

/** Files on their way into the case: looked at, read, reported on. */
export type ImportDialogState =
  | {
      readonly kind: "import";
      readonly step: "look";
      readonly files: readonly File[];
      readonly terms: ImportTerms;
      /** As of the terms that were answered last; null before the first answer. */
      readonly preview: ImportPreview | null;
      /** The terms at hand are being asked about. */
      readonly busy: boolean;
      /** Why there is no preview of the terms at hand. */
      readonly error: string | null;
    }
  | {
      readonly kind: "import";
      readonly step: "running";
      readonly names: readonly string[];
      /** What calls it off. */
      readonly operation: string;
      /** Milliseconds of `performance.now`. */
      readonly since: number;
    }
  | {
      readonly kind: "import";
      readonly step: "over";
      readonly names: readonly string[];
      /** Null where it was refused or called off: then nothing of it is in the case. */
      readonly report: ImportReport | null;
      readonly error: string | null;
      /** The revision that it made, while it is the last change: then it can be taken back whole. */
      readonly takenBackFrom: number | null;
      readonly undone: boolean;
    };

export type LookingAt = Extract<ImportDialogState, { step: "look" }>;
export type Importing = Extract<ImportDialogState, { step: "running" }>;
export type Imported = Extract<ImportDialogState, { step: "over" }>;
