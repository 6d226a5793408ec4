import type { EntityTypeId } from "../base/ids.ts";
import { typeMarks } from "./entity-filter.ts";
import type { PathQuestion } from "./question.ts";
import { type Constraint, perEntry, type Tried, type Try } from "./try.ts";

/** Constraints on the entities inside a path. */
export function insideLoosenings(question: PathQuestion): Constraint[] {
  return [
    types(question),
    ...perEntry("notTypes", question.notTypes, (type) => ({ kind: "not-type", type })),
    degrees(question),
    ...perEntry("avoid", question.avoid, (entity) => ({ kind: "avoid", entity })),
  ];
}

/** The nodes of the path that the constraints bind. */
function boundNodes({ path, plan }: Tried): number[] {
  const named = new Set([plan.from, plan.to, plan.via].flat());
  return path.nodes.filter((node) => !named.has(node));
}

function types(question: PathQuestion): Constraint {
  const add = (added: readonly EntityTypeId[]): Try => ({
    change: { kind: "types", added },
    loosen: (asked) => ({ ...asked, types: [...asked.types, ...added] }),
  });
  const all: Try = {
    change: { kind: "types", added: [] },
    loosen: (asked) => ({ ...asked, types: [] }),
    narrow: (asked, tried) => add(typesNeeded(asked, tried)),
  };
  return { tries: question.types.length === 0 ? [] : [all] };
}

/** The types of entities inside that are none of those allowed, nor kinds of them. */
function typesNeeded({ types: allowed }: PathQuestion, tried: Tried): EntityTypeId[] {
  const { snapshot, names } = tried.graph;
  const marks = typeMarks(names, { types: allowed })!;
  const lacking = boundNodes(tried).map((node) => snapshot.nodeType[node]!);
  return [...new Set(lacking.filter((type) => marks[type] === 0))].map((type) => names.types[type] as EntityTypeId).sort();
}

/** As large a degree as the path found needs. */
function degrees({ maxDegree }: PathQuestion): Constraint {
  const allow = (degree: number | null): Try => ({
    change: { kind: "max-degree", degree },
    loosen: (asked) => ({ ...asked, maxDegree: degree }),
    narrow: (_, tried) => allow(Math.max(0, ...boundNodes(tried).map((node) => degreeOf(tried, node)))),
  });
  return { tries: maxDegree === null ? [] : [allow(null)] };
}

function degreeOf({ graph: { snapshot } }: Tried, node: number): number {
  return snapshot.slotEnd[node]! - snapshot.slotStart[node]!;
}
