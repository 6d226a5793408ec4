import type { EntityId } from "../base/ids.ts";
import type { ImportProblem, Outcome } from "../base/problem.ts";
import type { TableMapping } from "../formats/csv/table-mapping.ts";

/** `POST /api/import/preview`, `clew import --preview --json`: what an import of the files would give. Nothing is changed. */
export interface ImportPreview {
  /** In the order given; of a zip one for each file in it. */
  readonly files: readonly FilePreview[];
  readonly total: PreviewCounts;
  readonly ids: IdsPreview;
}

export interface FilePreview {
  /** As it is called: `links.csv`, `data.zip/links.csv`. */
  readonly file: string;
  /** Unpacked, as far as it was read. */
  readonly bytes: AtLeast;
  /** Why it cannot be read, in one line, as the import would refuse it (`left-out`: the import goes on without it); all below is empty then. */
  readonly refused: { readonly message: string; readonly does: "refuse" | "left-out" } | null;
  readonly format: FormatGuess | null;
  /** Null for a format that is no text. */
  readonly encoding: EncodingGuess | null;
  /** Null for a file that is no table. Of a workbook one for each sheet, in `sheets`. */
  readonly table: TablePreview | null;
  readonly sheets: readonly TablePreview[];
  readonly counts: PreviewCounts;
  /** The most frequent first; of those read. */
  readonly types: readonly UsedWord[];
  readonly relations: readonly UsedWord[];
  readonly properties: readonly UsedWord[];
  /** The first entities and links that it gives. */
  readonly first: { readonly entities: readonly FirstEntity[]; readonly links: readonly FirstLink[] };
  /** The first ones. */
  readonly problems: readonly ImportProblem[];
  /** All of those so far. */
  readonly outcomes: Readonly<Record<Outcome, number>>;
}

/** `exact`: all of the file was read; otherwise there are at least so many. */
export interface AtLeast {
  readonly count: number;
  readonly exact: boolean;
}

export interface PreviewCounts {
  readonly entities: AtLeast;
  readonly links: AtLeast;
  readonly claims: AtLeast;
  readonly sources: AtLeast;
}

export interface FormatGuess {
  readonly id: string;
  readonly label: string;
  /** `given`: `--format` said so. */
  readonly by: "given" | "content" | "name";
  /** Formats whose contents begin alike, and those of its name: what `--format` may say instead. */
  readonly others: readonly { readonly id: string; readonly label: string }[];
}

export interface EncodingGuess {
  /** `utf-8`, `windows-1252`: what `--encoding` takes. */
  readonly name: string;
  /** `default`: UTF-8, and it is. `guessed`: its bytes are not UTF-8. */
  readonly by: "given" | "mark" | "declared" | "default" | "guessed";
}

export interface TablePreview {
  /** "" where there is but one. */
  readonly sheet: string;
  /** As guessed, or as given: edited, it goes back as `mapping`. */
  readonly mapping: TableMapping;
  /** Columns as they stand in the file, in order, those that the mapping leaves out among them. */
  readonly columns: readonly { readonly name: string; readonly examples: readonly string[] }[];
  /** The first rows after the header, as they are. */
  readonly rows: readonly (readonly string[])[];
  /** What it may be taken for wrongly, a sentence each. */
  readonly remarks: readonly string[];
}

export interface UsedWord {
  readonly id: string;
  readonly label: string;
  readonly count: number;
  /** Neither Clew nor the case declares it. */
  readonly isNew: boolean;
}

export interface FirstEntity {
  /** As it is written in the file. */
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

export interface FirstLink {
  readonly from: string;
  readonly relation: string;
  readonly to: string;
  /** What the file calls its ends: their ids where it does not say. */
  readonly names: { readonly from: string; readonly to: string };
}

/** In which space the ids of the files would be, and which of them the case has from elsewhere: docs/decisions/id-spaces.md. */
export interface IdsPreview {
  /** `world` where every file has world-wide ids; else what `--ids` would call it. */
  readonly space: string;
  /** `known`: the case has one of the files, whose ids stay in its space. */
  readonly by: "given" | "format" | "known" | "new";
  /** Ids, as far as read, that the case has in other spaces: they are kept apart unless `ids` names the space that they share. */
  readonly overlap: AtLeast;
  /** Those spaces, the one with most of them first. */
  readonly spaces: readonly { readonly space: string; readonly count: number }[];
  readonly examples: readonly OverlappingId[];
}

export interface OverlappingId {
  readonly id: string;
  /** What the file calls it. */
  readonly name: string;
  readonly inCase: { readonly id: EntityId; readonly type: string; readonly name: string; readonly space: string };
}
