import type { Change, HistoryEntry } from "../../../claims/change.ts";
import type { Chart } from "../../../claims/chart.ts";
import type { Claim } from "../../../claims/claim.ts";
import type { Entity } from "../../../claims/entity.ts";
import type { Judgement } from "../../../claims/judgement.ts";
import type { SavedQuestion } from "../../../claims/saved-question.ts";
import type { Source } from "../../../claims/source.ts";
import type { HistoryRun } from "../history-runs.ts";

/** What could be read of a damaged case, by id. Filled step by step: by the tables first, then by what the history tells. */
export interface Salvage {
  readonly entities: Map<string, Entity>;
  /** Without their texts. */
  readonly sources: Map<string, Source>;
  readonly texts: Map<string, string>;
  /** `key`: place in the order of recording. */
  readonly claims: Map<string, { readonly key: number; readonly claim: Claim }>;
  readonly judgements: Map<string, Judgement>;
  readonly charts: Map<string, Chart>;
  readonly questions: Map<string, SavedQuestion>;
  readonly ontology: Map<string, OntologyRow>;
  readonly withdrawn: Map<string, WithdrawnRow>;
  readonly history: Map<number, HistoryRow>;
  readonly changes: Map<string, ChangeRow>;
  readonly runs: Map<string, HistoryRun>;
}

export interface OntologyRow {
  readonly kind: "type" | "relation" | "property";
  readonly id: string;
  readonly record: object;
}

interface WithdrawnRow {
  readonly kind: "claim" | "judgement";
  readonly id: string;
  readonly seq: number;
  readonly reason: string;
}

export type HistoryRow = Omit<HistoryEntry, "changes">;

interface ChangeRow {
  readonly seq: number;
  readonly n: number;
  readonly change: Change;
}
