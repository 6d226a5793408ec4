import type { RelationId } from "../base/ids.ts";
import { type Standing, standings } from "../claims/standing.ts";
import { weakestWalked } from "../graph/link-filter.ts";
import type { PathQuestion } from "./question.ts";
import { type Constraint, droppable, perEntry, type Tried, type Try } from "./try.ts";

/** Constraints on links, and on how many there may be. */
export function linkLoosenings(question: PathQuestion): Constraint[] {
  return [
    standingSteps(question),
    originSteps(question),
    hopBound(question),
    droppable(question.direction !== "any", { kind: "direction" }, { direction: "any" }),
    relations(question),
    ...perEntry("notRelations", question.notRelations, (relation) => ({ kind: "not-relation", relation })),
    ...perEntry("notFamilies", question.notFamilies, (family) => ({ kind: "not-family", family })),
  ];
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

/** Small steps at first, then half as many each time; what the path found has more of is asked for after all. */
function originSteps({ origins }: PathQuestion): Constraint {
  const fewer: number[] = [];
  for (let left = (origins ?? 0) - 1; left > 0; left = left > 4 ? left >> 1 : left - 1) fewer.push(left);
  const step = (count: number | null): Try => ({
    change: { kind: "origins", origins: count },
    loosen: (asked) => ({ ...asked, origins: count }),
    narrow: (_, tried) => step(Math.max(count ?? 0, fewestOrigins(tried)) || null),
  });
  return { tries: origins === null ? [] : [...fewer, null].map(step) };
}

/** Of the hop that has fewest; a hop has as many as the link with most. */
function fewestOrigins({ path }: Tried): number {
  return Math.min(...path.steps.map((links) => Math.max(...links.map(({ origins }) => origins))));
}

function hopBound({ maxHops }: PathQuestion): Constraint {
  const allow = (hops: number | null): Try => ({
    change: { kind: "max-hops", hops: hops ?? 0 },
    loosen: (asked) => ({ ...asked, maxHops: hops }),
    narrow: (_, { path }) => allow(path.steps.length),
  });
  return { tries: maxHops === null ? [] : [allow(null)] };
}

/** Relations and families bind together: either will do. */
function relations(question: PathQuestion): Constraint {
  if (question.relations.length === 0 && question.families.length === 0) return { tries: [] };
  const add = (added: readonly RelationId[]): Try => ({
    change: { kind: "relations", added },
    loosen: (asked) => ({ ...asked, relations: [...asked.relations, ...added] }),
  });
  const all: Try = {
    change: { kind: "relations", added: [] },
    loosen: (asked) => ({ ...asked, relations: [], families: [] }),
    narrow: (asked, tried) => add(relationsNeeded(asked, tried)),
  };
  return { tries: [all] };
}

/** The relations that a path needs beside those allowed: of each hop that has none of them, its strongest link's. */
function relationsNeeded({ relations: allowed, families }: PathQuestion, { path, graph }: Tried): RelationId[] {
  const { snapshot, names } = graph;
  const [known, knownFamilies] = [new Set<string>(allowed), new Set<string>(families)];
  const relationOf = (link: number) => snapshot.linkRelation[link]!;
  const isAllowed = (relation: number) => known.has(names.relations[relation]!) || knownFamilies.has(names.families[relation]!);
  const lacking = path.steps.filter((links) => !links.some(({ link }) => isAllowed(relationOf(link))));
  return [...new Set(lacking.map(([strongest]) => names.relations[relationOf(strongest!.link)] as RelationId))];
}
