import assert from "node:assert/strict";
import type { SkippedHubs } from "../../src/query/answer.ts";
import type { Inside } from "../../src/query/question.ts";
import type { DrawnRows } from "./drawing.ts";
import { degreeOf } from "./oracle-sides.ts";

interface Skipping {
  readonly question: Inside;
  readonly skipped: SkippedHubs | null;
  /** Entities that the bound does not bind. */
  readonly named: readonly string[];
}

/** R26: the hubs named are hubs that the question neither names nor avoids, by id; without a bound there is nothing to skip. */
export function checkSkipped(rows: DrawnRows, { question, skipped, named }: Skipping): void {
  const { maxDegree, avoid } = question;
  assert.equal(skipped === null, maxDegree === null, "skipped is null where no bound is asked for, and only there");
  if (skipped === null || maxDegree === null) return;
  const ids = skipped.entities.map(({ id }) => id);
  assert.deepEqual(ids, [...new Set(ids)].sort(), "hubs by id");
  assert.equal(ids.length, Math.min(20, skipped.count), "hubs named");
  for (const id of ids) {
    assert.ok(degreeOf(rows, id) > maxDegree, `wanted hubs above ${maxDegree}, got ${id}`);
    assert.ok(!named.includes(id) && !avoid.includes(id), `wanted hubs that are neither named nor avoided, got ${id}`);
  }
}
