import type { Outcome, Problem } from "../base/problem.ts";
import type { HistoryEntry } from "../claims/change.ts";
import type { Chart } from "../claims/chart.ts";
import type { Claim } from "../claims/claim.ts";
import type { Entity } from "../claims/entity.ts";
import type { Judgement } from "../claims/judgement.ts";
import type { Link } from "../claims/link.ts";
import type { EntityType, Ontology, Property, Relation } from "../claims/ontology.ts";
import type { SavedQuestion } from "../claims/saved-question.ts";
import type { Source } from "../claims/source.ts";
import type { TableMapping } from "./csv/table-mapping.ts";

/** A file format: one folder and one line in `formats/list.ts`. Pure: text in, text out, no file system. */
export interface Format {
  /** `csv`, `gexf`: what `--format` takes. */
  readonly id: string;
  readonly label: string;
  /** With the dot: `.csv`. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /**
   * Whose the ids in its files are: those of `world` mean the same everywhere (FollowTheMoney, STIX); those of `file` mean something
   * in the files of one import alone, so that node 1 of two unrelated files is two entities; those of `case` are ids of a case
   * of Clew, as they are (docs/decisions/id-spaces.md).
   */
  readonly idSpace: "world" | "file" | "case";
  readonly reader: FormatReader | null;
  /** Of a format that is no text, as Excel's: then `reader` is null. */
  readonly bytesReader?: BytesReader;
  readonly writer: FormatWriter | null;
}

export interface FormatReader {
  /** Whether the beginning of a file (up to 4,096 characters) is this format's, by content. */
  recognizes(head: string): boolean;
  start(context: ReadContext): Reading;
}

/**
 * A text being read: it goes in piece by piece, and records come out, problems among them. What a call gives is taken to its end
 * before the next call. Throws BadInput when the file as a whole cannot be read (a missing column).
 */
export interface Reading {
  push(chunk: string): Iterable<ReadRecord>;
  /** What the end of the text makes whole. */
  end(): Iterable<ReadRecord>;
}

/** As `FormatReader`, of bytes as they are in the file. */
export interface BytesReader {
  /** Whether the beginning of a file (up to 4,096 bytes) is this format's, by content. */
  recognizes(head: Uint8Array): boolean;
  start(context: ReadContext): BytesReading;
}

export interface BytesReading {
  push(chunk: Uint8Array): Iterable<ReadRecord>;
  end(): Iterable<ReadRecord>;
}

export interface ReadContext {
  /** As given, for problems and for the source's title. */
  readonly file: string;
  readonly ontology: Ontology;
  /** Used for claims of formats that know no sources. */
  readonly source: Source;
  /** ISO 8601, UTC: `recordedAt` of claims of formats that know none. */
  readonly at: string;
  readonly by: string;
  /** A dangling end is dropped with a problem, not made a placeholder. */
  readonly strict: boolean;
  /** Which column of a table is what; null or left out, readers of tables guess. Others do not look at it. */
  readonly mapping?: TableMapping | null;
}

/** What a reader gives. Ids are as written in the file; a claim's id may be left to the importer with `null`. */
export type ReadRecord =
  | { readonly kind: "entity"; readonly entity: Entity }
  | { readonly kind: "source"; readonly source: Source }
  /** `ends`: this reading gave every entity that the claim names before it, so that nobody need look. Left out, it is not known. */
  | { readonly kind: "claim"; readonly claim: Claim; readonly ends?: "given" }
  | { readonly kind: "withdrawn"; readonly claim: Claim["id"]; readonly reason: string }
  | { readonly kind: "judgement"; readonly judgement: Judgement }
  | { readonly kind: "chart"; readonly chart: Chart }
  | { readonly kind: "question"; readonly question: SavedQuestion }
  | { readonly kind: "type"; readonly type: EntityType }
  | { readonly kind: "relation"; readonly relation: Relation }
  | { readonly kind: "property"; readonly property: Property }
  /** What happened in the case that was written: for reading; an import is an entry of its own in the case it goes into. */
  | { readonly kind: "history"; readonly entry: HistoryEntry }
  /** What a reader of tables makes of one, before its first record: for a preview. */
  | { readonly kind: "table"; readonly table: TableView }
  | { readonly kind: "problem"; readonly problem: Problem; readonly outcome: Outcome };

/** A table as its reader sees it. */
export interface TableView {
  /** "" for a text. */
  readonly sheet: string;
  readonly mapping: TableMapping;
  /** As it is written; null for a table without one. */
  readonly header: readonly string[] | null;
  /** The first rows of data. */
  readonly rows: readonly (readonly string[])[];
  /** What it may be taken for wrongly; they are problems of the import too. */
  readonly remarks: readonly string[];
}

export interface FormatWriter {
  /** One sentence per thing that the format cannot carry; [] when it carries all. */
  readonly losses: readonly string[];
  /** What to write, when there is a choice: csv has `entities`, `links`, `claims`; the first is the default. */
  readonly parts: readonly string[];
  write(content: ExportContent, part: string, options?: WriteOptions): Iterable<string>;
}

export interface WriteOptions {
  /** Of a table: texts that a spreadsheet would run with an apostrophe before them (also when left out), or as they are. */
  readonly formulas: "guarded" | "exact";
}

/** The part of a case that goes out; everything a claim names is in it. */
export interface ExportContent {
  readonly name: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly ontology: Ontology;
  /** Types, relations and properties that the case adds to the built-in ones. */
  readonly added: {
    readonly types: readonly EntityType[];
    readonly relations: readonly Relation[];
    readonly properties: readonly Property[];
  };
  /** All that anything in it names. */
  readonly entities: readonly Entity[];
  /** Those of them that are on the graph, merged ones under their representative: what formats of nodes and edges write. */
  readonly nodes: readonly Entity[];
  readonly sources: readonly Source[];
  readonly links: readonly Link[];
  readonly claims: readonly Claim[];
  /** Withdrawn claims with the reason; only the whole case has them. */
  readonly withdrawn: readonly { readonly claim: Claim; readonly reason: string }[];
  readonly judgements: readonly Judgement[];
  readonly charts: readonly Chart[];
  readonly questions: readonly SavedQuestion[];
  /** An entry of many changes comes in several pieces. */
  readonly history: Iterable<HistoryEntry>;
}
