import type { CaseSize } from "./case-size.ts";
import { about, Draws } from "./draws.ts";
import { twinOf } from "./entity-types.ts";
import { entityIdOf, entityIdOrder } from "./record-ids.ts";

export interface DrawnJudgement {
  readonly a: number;
  readonly b: number;
  readonly verdict: "same" | "unsure" | "different";
}

/** What somebody said of every twin and the entity that it is another record of. */
export function drawnJudgements(size: CaseSize): DrawnJudgement[] {
  const draws = new Draws(size.seed);
  const judgements: DrawnJudgement[] = [];
  for (let entity = 0; entity < size.entities; entity++) {
    const twin = twinOf(size, entity, draws);
    if (twin === null) continue;
    const way = draws.key(about.twin, entity, 1).unit();
    judgements.push({ a: twin, b: entity, verdict: way < 0.5 ? "same" : way < 0.85 ? "unsure" : "different" });
  }
  return judgements;
}

export function judgementRecord({ a, b, verdict }: DrawnJudgement): object {
  const by = { by: "generator", at: "2024-05-01T09:30:00Z" };
  return {
    kind: "judgement",
    id: `j-${entityIdOf(b)}`,
    a: entityIdOf(a),
    b: entityIdOf(b),
    verdict,
    reason: "another record",
    ...by,
  };
}

/** Per entity that is merged with another the one that stands for them all: that with the smallest id. */
export function mergedInto(judgements: readonly DrawnJudgement[]): ReadonlyMap<number, number> {
  const classes = new Map<number, Set<number>>();
  for (const { a, b, verdict } of judgements) {
    if (verdict !== "same") continue;
    const both = new Set([...(classes.get(a) ?? [a]), ...(classes.get(b) ?? [b])]);
    for (const entity of both) classes.set(entity, both);
  }
  const smallest = (among: Iterable<number>) => [...among].reduce((x, y) => (entityIdOrder(x) < entityIdOrder(y) ? x : y));
  return new Map([...classes].map(([entity, both]) => [entity, smallest(both)]));
}
