import type { SourceId } from "../base/ids.ts";

/** A document or data set that says things. */
export interface Source {
  readonly id: SourceId;
  readonly title: string;
  readonly publisher: string | null;
  readonly author: string | null;
  readonly url: string | null;
  /** Partial date (EDTF). */
  readonly published: string | null;
  /** Partial date (EDTF). */
  readonly retrieved: string | null;
  /** The whole text where we have it; citations are offsets into it, in UTF-16 code units. */
  readonly text: string | null;
  /** SHA-256 of the text's UTF-8 bytes (or of the imported file), lower-case hex. */
  readonly sha256: string | null;
  /** Admiralty code, source side. */
  readonly reliability: Reliability | null;
  /** The source that this one repeats; the two are one origin. */
  readonly derivedFrom: SourceId | null;
  /** Of an imported file: the space that the ids in it are of. */
  readonly ids?: string;
}

export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof reliabilities)[number];
