import type { ClaimId, EntityId } from "../base/ids.ts";
import type { Outcome, Problem } from "../base/problem.ts";
import type { Chart } from "../claims/chart.ts";
import type { Claim } from "../claims/claim.ts";
import type { Entity } from "../claims/entity.ts";
import type { Judgement } from "../claims/judgement.ts";
import type { EntityType, Property, Relation } from "../claims/ontology.ts";
import type { SavedQuestion } from "../claims/saved-question.ts";
import type { Source } from "../claims/source.ts";
import { pushClaimValues } from "./claim-row.ts";

/** A record that a file holds few of, beside entities and claims. */
export type OtherRecord =
  | { readonly kind: "source"; readonly source: Source }
  | { readonly kind: "withdrawn"; readonly claim: ClaimId; readonly reason: string }
  | { readonly kind: "judgement"; readonly judgement: Judgement }
  | { readonly kind: "chart"; readonly chart: Chart }
  | { readonly kind: "question"; readonly question: SavedQuestion }
  | { readonly kind: "type"; readonly type: EntityType }
  | { readonly kind: "relation"; readonly relation: Relation }
  | { readonly kind: "property"; readonly property: Property }
  | { readonly kind: "problem"; readonly problem: Problem; readonly outcome: Outcome };

/** Records of a file, in the order of their kind, laid out flat: plain data that crosses threads at little cost. */
export interface RecordBatch {
  /** `entityWidth` texts for each: id, type, record as JSON. */
  readonly entities: readonly string[];
  /** `claimWidth` values for each, as `claimValues` gives them. */
  readonly claims: readonly (string | null)[];
  readonly others: readonly OtherRecord[];
  /** Whether each entity that the claims name was declared by a record before: if not, the case may have it, or nobody. */
  readonly declared: boolean;
  /** Records in it. */
  readonly records: number;
}

export const entityWidth = 3;

/** Entities kept in mind at most, so that memory is bounded: claims that name later ones are looked up in the case. */
const mostDeclared = 4_000_000;

/** Lays records out as batches. One for all files of an import, which remembers who was declared. */
export class BatchPacker {
  readonly #declared = new Set<EntityId>();
  #entities: string[] = [];
  #claims: (string | null)[] = [];
  #others: OtherRecord[] = [];
  #areDeclared = true;
  #records = 0;

  get records(): number {
    return this.#records;
  }

  entity(entity: Entity): void {
    this.#records++;
    if (this.#declared.size < mostDeclared) this.#declared.add(entity.id);
    this.#entities.push(entity.id, entity.type, JSON.stringify(entity));
  }

  /** `ends`: whether every entity that it names is known to have come before it. */
  claim(claim: Claim, ends: "given" | "unknown" = "unknown"): void {
    this.#records++;
    this.#areDeclared &&= ends === "given" || this.#knows(claim);
    pushClaimValues(claim, this.#claims);
  }

  other(record: OtherRecord): void {
    this.#records++;
    this.#others.push(record);
  }

  /** What came since the last call. */
  flush(): RecordBatch {
    const batch: RecordBatch = {
      entities: this.#entities,
      claims: this.#claims,
      others: this.#others,
      declared: this.#areDeclared,
      records: this.#records,
    };
    this.#entities = [];
    this.#claims = [];
    this.#others = [];
    this.#areDeclared = true;
    this.#records = 0;
    return batch;
  }

  #knows(claim: Claim): boolean {
    const { subject, speaker, about } = claim;
    return (
      this.#declared.has(subject) &&
      (claim.kind !== "link" || this.#declared.has(claim.object)) &&
      (speaker === null || this.#declared.has(speaker)) &&
      (about === null || this.#declared.has(about))
    );
  }
}
