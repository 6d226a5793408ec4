import type { EntityId } from "../../src/base/ids.ts";
import { isKindOf } from "../../src/claims/ontology.ts";
import { type Standing, standings } from "../../src/claims/standing.ts";
import type { PatternQuestion } from "../../src/query/question.ts";
import type { DrawnRows } from "./drawing.ts";
import { type JudgedLink, judgedLinks, leads, strongestFirst } from "./oracle-claims.ts";
import { compareLists } from "./oracle-kinds.ts";

export interface OracleMatch {
  readonly entities: readonly EntityId[];
  /** One per edge, every link that fills it. */
  readonly steps: readonly (readonly JudgedLink[])[];
  readonly standing: Standing;
}

/** R46: every choice of different entities, one per node, that fits; by the ids of the entities. */
export function oraclePattern(rows: DrawnRows, question: PatternQuestion): OracleMatch[] {
  const links = judgedLinks(rows, question);
  const fits = question.nodes.map(({ entity, types }) =>
    rows.entities.filter((id) => (entity === null ? isOfTypes(rows, id, types) && !question.avoid.includes(id) : id === entity)),
  );
  const matches: OracleMatch[] = [];
  const fill = (entities: readonly EntityId[]): void => {
    if (entities.length < fits.length) {
      for (const id of fits[entities.length]!) if (!entities.includes(id)) fill([...entities, id]);
      return;
    }
    const steps = question.edges.map(({ from, to, relations, direction }) => {
      const ends = [entities[from]!, entities[to]!] as const;
      const fitting = links.filter(({ link }) => relations.length === 0 || relations.includes(link.relation));
      return strongestFirst(fitting.filter((link) => leads(link, direction, ends)));
    });
    if (steps.some((step) => step.length === 0)) return;
    const rank = Math.max(...steps.map((step) => standings.indexOf(step[0]!.standing)));
    matches.push({ entities, steps, standing: standings[rank]! });
  };
  fill([]);
  return matches.sort((a, b) => compareLists(a.entities, b.entities));
}

function isOfTypes({ types, ontology }: DrawnRows, id: EntityId, wanted: readonly Parameters<typeof isKindOf>[2][]): boolean {
  return wanted.length === 0 || wanted.some((type) => isKindOf(ontology, types.get(id)!, type));
}

/** R46: why the pattern is refused; null when it is sound. */
export function patternContradictionOf(rows: DrawnRows, { nodes, edges, avoid }: PatternQuestion): string | null {
  const fixed = nodes.flatMap(({ entity }) => entity ?? []);
  const joined = new Set([0]);
  for (const _ of nodes) for (const { from, to } of edges) if (joined.has(from) || joined.has(to)) joined.add(from).add(to);
  if ([...fixed, ...avoid].some((id) => !rows.entities.includes(id))) return "an entity that the case lacks";
  if (fixed.some((id) => avoid.includes(id))) return "an entity named and avoided";
  if (edges.some(({ from, to }) => from === to)) return "an edge from a node to itself";
  return joined.size === nodes.length ? null : "a pattern that falls apart";
}
