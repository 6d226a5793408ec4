import type { NamedSnapshot } from "../../src/graph/build-snapshot.ts";
import { type Conditions, noConditions } from "../../src/graph/conditions.ts";
import { LinkFilter } from "../../src/graph/link-filter.ts";
import { linkIdAt } from "../../src/graph/link-id-at.ts";
import { graphOf } from "../query/graph-of.ts";

/** Ids as plain text, everything optional. */
export type LooseConditions = {
  readonly [K in keyof Conditions]?: Conditions[K] extends readonly string[] ? readonly string[] : Conditions[K];
};

export function conditionsOf(asked: LooseConditions): Conditions {
  return { ...noConditions, ...asked } as Conditions;
}

export function filterOf(graph: NamedSnapshot, asked: LooseConditions): LinkFilter {
  return new LinkFilter(graph, conditionsOf(asked));
}

/** Ids of the links that a filter walks, whichever way, in order; each slot is asked both ways, by link and by slot. */
export function walkedBy(graph: NamedSnapshot, filter: LinkFilter): string[] {
  const { snapshot } = graph;
  const ids = new Set<string>();
  for (const [slot, way] of snapshot.slotWay.entries()) {
    const walks = filter.walks(filter.either, way);
    if (filter.walksSlot(filter.either, slot) !== walks) throw new Error(`slot ${slot}: wanted ${walks} as its link has it`);
    if (walks) ids.add(linkIdAt(graph, way >>> 5));
  }
  return [...ids].sort();
}

/** The relations of the links of a drawing that are walked, as letters: one for each link between a and b. */
export function walked(drawing: string, asked: LooseConditions): string {
  const { graph } = graphOf(drawing);
  return walkedBy(graph, filterOf(graph, asked))
    .map((id) => id.split(">")[1])
    .join(" ");
}
