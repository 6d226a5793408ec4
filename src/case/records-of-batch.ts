import type { Entity } from "../claims/entity.ts";
import type { ReadRecord } from "../formats/format.ts";
import { claimOfValues, claimWidth } from "../store/claim-row.ts";
import { entityWidth, type RecordBatch } from "../store/record-batch.ts";

/** The records of a batch: entities, claims, all others, each in the order in which they came. */
export function* recordsOfBatch({ entities, claims, others }: RecordBatch): Generator<ReadRecord> {
  for (let at = 0; at < entities.length; at += entityWidth)
    yield { kind: "entity", entity: JSON.parse(entities[at + 2]!) as Entity };
  for (let at = 0; at < claims.length; at += claimWidth)
    yield { kind: "claim", claim: claimOfValues(claims.slice(at, at + claimWidth)) };
  yield* others;
}
