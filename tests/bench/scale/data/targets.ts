import { entityId, relationId } from "../../../../src/base/ids.ts";
import { linkIdOf } from "../../../../src/claims/link.ts";
import { Draws } from "./draws.ts";
import { namesOfCase, typeNamed } from "./entity-names.ts";
import { HUB } from "./network.ts";
import type { DrawnCase } from "./reckoning.ts";
import { entityIdOf, sourceIdOf } from "./record-ids.ts";
import { relationIds } from "./relations.ts";

/** Things of a generated case to ask for, drawn at random; none of them was merged with another. */
export interface Targets {
  readonly entities: readonly string[];
  readonly names: readonly string[];
  readonly links: readonly string[];
  readonly pairs: readonly (readonly [from: string, to: string])[];
  readonly sources: readonly string[];
}

export function drawTargets(drawn: DrawnCase, most: number, seed: number): Targets {
  const { network, merged, size, sources } = drawn;
  const draws = new Draws(seed).key(0, 0);
  const namesOf = namesOfCase(size);
  const entity = (): number => {
    for (;;) {
      const found = draws.below(size.entities);
      if (found !== HUB && !merged.has(found)) return found;
    }
  };
  const many = <T>(make: () => T): T[] => Array.from({ length: most }, make);
  const link = (): string => {
    for (;;) {
      const at = draws.below(network.links);
      const [from, to] = [network.from[at]!, network.to[at]!];
      if (merged.has(from) || merged.has(to)) continue;
      return linkIdOf(entityId(entityIdOf(from)), relationId(relationIds[network.relation[at]!]!), entityId(entityIdOf(to)));
    }
  };
  const name = (): string => {
    const at = entity();
    return namesOf(at, typeNamed(network.types[at]!)).name;
  };
  const pair = (): readonly [string, string] => {
    const [one, other] = [entity(), entity()];
    return one === other ? pair() : [entityIdOf(one), entityIdOf(other)];
  };
  return {
    entities: many(() => entityIdOf(entity())),
    names: many(name),
    links: many(link),
    pairs: many(pair),
    sources: many(() => sourceIdOf(draws.below(sources.count))),
  };
}
