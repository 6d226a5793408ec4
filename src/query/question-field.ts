import type { Question } from "./question.ts";

/** The six questions, in the order in which they are shown. */
export const asks = ["path", "around", "connect", "common", "bearing", "pattern"] as const satisfies readonly Question["ask"][];
export type Ask = (typeof asks)[number];

type KeysOf<Each> = Each extends unknown ? keyof Each : never;

/** Fields of the questions. The nodes and edges of a pattern are given as one text, `pattern`. */
export type FieldName = Exclude<KeysOf<Question>, "ask" | "nodes" | "edges"> | "pattern";

/** What a field holds. `served`: at most so much over HTTP. Entities, sources, relations, families, types: one or several of them, by id or name. */
export type FieldHolds =
  | { readonly is: "whole"; readonly least: number; readonly most: number; readonly served?: number; readonly unit?: "ms" }
  | { readonly is: "choice"; readonly among: readonly FieldChoice[] }
  | { readonly is: "flag" }
  | { readonly is: "entity" | "entities" | "sources" | "claims" | "relations" | "families" | "types" }
  /** A partial date; a partial interval; a number of days, also as `30d`, `4w`, `6m`, `1y`; a pattern as text. */
  | { readonly is: "date" | "interval" | "days" | "pattern" };

export interface FieldChoice {
  readonly value: string;
  /** As it stands in the field's phrase. */
  readonly words: string;
  /** What it means, in one line, where the words alone do not say; no full stop. */
  readonly about?: string;
  /** Where the command line has a switch for it: its name, without the dashes. */
  readonly option?: string;
}

export const fieldGroups = ["ends", "size", "inside", "links", "claims", "time"] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** One field of one or several questions: what command line, HTTP, address bar and page say of it. */
export interface QuestionField {
  readonly name: FieldName;
  readonly of: readonly Ask[];
  readonly group: FieldGroup;
  readonly holds: FieldHolds;
  /** On the command line, without the dashes; null where it is an argument, has switches of its own, or is not offered. */
  readonly option: string | null;
  /** In the address bar; null where it is not kept there. */
  readonly key: string | null;
  /** On a chip and in a menu, `…` where the value goes. */
  readonly label: string;
  /** One line of help; no full stop. */
  readonly help: string;
  /** In a question put in words, `…` where the value goes: "shortest paths from A to B, at most 4 hops". */
  readonly phrase: string;
}
