import type { QuestionId } from "../base/ids.ts";

/** A question that somebody keeps, to be asked again of what the case says then. */
export interface SavedQuestion {
  readonly id: QuestionId;
  readonly name: string;
  /** Which question: `path`, `around` … */
  readonly ask: string;
  /** Its fields that were not left out, entities and sources by id. Whether the case still has them shows when it is asked. */
  readonly asked: AskedFields;
}

export type AskedFields = Readonly<Record<string, AskedValue>>;

type Scalar = string | number | boolean | null;
type AskedRecord = Readonly<Record<string, Scalar | readonly Scalar[]>>;
export type AskedValue = Scalar | readonly (Scalar | AskedRecord)[];
