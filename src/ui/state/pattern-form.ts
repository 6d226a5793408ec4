import type { Direction } from "../../graph/conditions.ts";
import type { PatternEdge, PatternNode } from "../../query/question.ts";
import { type Held, heldEnds, namesIn, nothingHeld, type Picked } from "./held.ts";

/** A small graph with holes, as it is being drawn up. */
export interface PatternForm {
  /** What stands at each place: an entity, any of some types, or (empty) anything. */
  readonly nodes: readonly Held[];
  readonly edges: readonly PatternTie[];
}

export interface PatternTie {
  /** Positions in `nodes`. */
  readonly from: number;
  readonly to: number;
  /** Relations that fit; empty for any. */
  readonly relations: readonly Picked[];
  readonly direction: Direction;
}

const tie = (from: number, to: number): PatternTie => ({ from, to, relations: [], direction: "forward" });

export const emptyPattern: PatternForm = { nodes: [nothingHeld, nothingHeld], edges: [tie(0, 1)] };

/** What a place is called: letters first, then letters with a number. */
export function letterOf(at: number): string {
  return String.fromCharCode(65 + (at % 26)) + (at < 26 ? "" : String(Math.floor(at / 26) + 1));
}

/** One more entity, tied to the last: a pattern never falls apart. */
export function addHole({ nodes, edges }: PatternForm): PatternForm {
  return { nodes: [...nodes, nothingHeld], edges: [...edges, tie(nodes.length - 1, nodes.length)] };
}

export function setHole(pattern: PatternForm, at: number, who: Held): PatternForm {
  return { ...pattern, nodes: pattern.nodes.map((node, index) => (index === at ? who : node)) };
}

/** Without the entity and the links that touch it. */
export function removeHole({ nodes, edges }: PatternForm, at: number): PatternForm {
  const moved = (index: number) => (index > at ? index - 1 : index);
  return {
    nodes: nodes.filter((_, index) => index !== at),
    edges: edges.flatMap((edge) =>
      edge.from === at || edge.to === at ? [] : [{ ...edge, from: moved(edge.from), to: moved(edge.to) }],
    ),
  };
}

export function addTie(pattern: PatternForm): PatternForm {
  return { ...pattern, edges: [...pattern.edges, tie(0, Math.min(1, pattern.nodes.length - 1))] };
}

export function setTie(pattern: PatternForm, at: number, part: Partial<PatternTie>): PatternForm {
  return { ...pattern, edges: pattern.edges.map((edge, index) => (index === at ? { ...edge, ...part } : edge)) };
}

export function removeTie(pattern: PatternForm, at: number): PatternForm {
  return { ...pattern, edges: pattern.edges.filter((_, index) => index !== at) };
}

/** Why the pattern can't be asked yet, in a line; null when it can. */
export function patternProblem({ nodes, edges }: PatternForm): string | null {
  if (edges.some(({ from, to }) => from === to)) return "A link joins two different entities.";
  const alone = nodes.findIndex((_, at) => edges.every(({ from, to }) => from !== at && to !== at));
  if (alone >= 0) return `${letterOf(alone)} has no link.`;
  return fallsApart(nodes.length, edges) ? "The links leave the pattern in two parts." : null;
}

function fallsApart(nodes: number, edges: readonly PatternTie[]): boolean {
  const reached = new Set([0]);
  for (const _ of edges)
    for (const { from, to } of edges) {
      if (reached.has(from)) reached.add(to);
      if (reached.has(to)) reached.add(from);
    }
  return reached.size < nodes;
}

/** The pattern as a question holds it; a name that was typed and not chosen goes as it is. */
export function askedPattern({ nodes, edges }: PatternForm) {
  return {
    nodes: nodes.map((who, at) => ({
      name: letterOf(at),
      entity: namesIn(who, "entity")[0] ?? null,
      types: namesIn(who, "type"),
    })),
    edges: edges.map(({ from, to, relations, direction }) => ({ from, to, relations: relations.map(({ id }) => id), direction })),
  };
}

interface PatternNames {
  readonly entity: (id: string) => string;
  readonly type: (id: string) => string;
  readonly relation: (id: string) => string;
}

/** The form that asks what a question asked. */
export function formOfPattern(
  { nodes, edges }: { readonly nodes: readonly PatternNode[]; readonly edges: readonly PatternEdge[] },
  names: PatternNames,
): PatternForm {
  return {
    nodes: nodes.map(({ entity, types }) =>
      heldEnds([
        ...types.map((id) => ({ is: "type", id, text: `any ${names.type(id)}` }) as const),
        ...(entity === null ? [] : [{ is: "entity", id: entity, text: names.entity(entity) } as const]),
      ]),
    ),
    edges: edges.map(({ from, to, relations, direction }) => ({
      from,
      to,
      relations: relations.map((id) => ({ is: "value", id, text: names.relation(id) }) as const),
      direction,
    })),
  };
}
