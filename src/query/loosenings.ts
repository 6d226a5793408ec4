import type { EntityId, RelationId, SourceId } from "../base/ids.ts";
import { type Standing, standings } from "../claims/standing.ts";
import { weakestWalked } from "../graph/link-filter.ts";
import type { Change } from "./found.ts";
import type { PathQuestion } from "./question.ts";

/** One constraint of a question and the ways to loosen it, the least change first, the last dropping it. */
export interface Constraint {
  readonly tries: readonly Try[];
}

export interface Try {
  readonly change: Change;
  /** Changes only what this constraint governs, so that several tries can be applied in any order. */
  readonly loosen: (question: PathQuestion) => PathQuestion;
  /** A lesser change that the path found still bears: `path` has per hop the relations of its links. */
  readonly narrow?: (question: PathQuestion, path: readonly (readonly string[])[]) => Try;
}

/** The constraints of a question in the order in which loosenings are proposed. */
export function constraintsOf(question: PathQuestion): Constraint[] {
  return [
    standingSteps(question),
    hopBound(question),
    direction(question),
    relations(question),
    ...question.notSources.map(excludedSource),
    ...question.avoid.map(avoided),
    ...question.via.map(mustPass),
  ].filter(({ tries }) => tries.length > 0);
}

/** One step weaker at a time. Links that are only denied come last. */
function standingSteps(question: PathQuestion): Constraint {
  const weaker = standings.slice(standings.indexOf(weakestWalked(question)) + 1);
  return {
    tries: weaker.map((standing: Standing) =>
      standing === "denied"
        ? { change: { kind: "include-denied" }, loosen: (asked) => ({ ...asked, standing: null, includeDenied: true }) }
        : { change: { kind: "standing", standing }, loosen: (asked) => ({ ...asked, standing }) },
    ),
  };
}

function hopBound({ maxHops }: PathQuestion): Constraint {
  const allow = (hops: number | null): Try => ({
    change: { kind: "max-hops", hops: hops ?? 0 },
    loosen: (asked) => ({ ...asked, maxHops: hops }),
    narrow: (_, path) => allow(path.length),
  });
  return { tries: maxHops === null ? [] : [allow(null)] };
}

function direction(question: PathQuestion): Constraint {
  if (question.direction === "any") return { tries: [] };
  return { tries: [{ change: { kind: "direction" }, loosen: (asked) => ({ ...asked, direction: "any" }) }] };
}

function relations(question: PathQuestion): Constraint {
  if (question.relations.length === 0) return { tries: [] };
  const add = (added: readonly RelationId[]): Try => ({
    change: { kind: "relations", added },
    loosen: (asked) => ({ ...asked, relations: [...asked.relations, ...added] }),
  });
  const all: Try = {
    change: { kind: "relations", added: [] },
    loosen: (asked) => ({ ...asked, relations: [] }),
    narrow: ({ relations: allowed }, path) => add(relationsNeeded(allowed, path)),
  };
  return { tries: [all] };
}

/** The relations that a path needs beside those allowed: of each hop that has none of them, its strongest link's. */
function relationsNeeded(allowed: readonly RelationId[], path: readonly (readonly string[])[]): RelationId[] {
  const known = new Set<string>(allowed);
  const lacking = path.filter((hop) => !hop.some((relation) => known.has(relation)));
  return [...new Set(lacking.map((hop) => hop[0] as RelationId))];
}

function excludedSource(source: SourceId): Constraint {
  const loosen = (asked: PathQuestion) => ({ ...asked, notSources: asked.notSources.filter((id) => id !== source) });
  return { tries: [{ change: { kind: "source", source }, loosen }] };
}

function avoided(entity: EntityId): Constraint {
  const loosen = (asked: PathQuestion) => ({ ...asked, avoid: asked.avoid.filter((id) => id !== entity) });
  return { tries: [{ change: { kind: "avoid", entity }, loosen }] };
}

function mustPass(entity: EntityId): Constraint {
  const loosen = (asked: PathQuestion) => ({ ...asked, via: asked.via.filter((id) => id !== entity) });
  return { tries: [{ change: { kind: "via", entity }, loosen }] };
}
