import { BadInput } from "../base/problem.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import type { Conditions } from "../graph/conditions.ts";
import { LinkFilter } from "../graph/link-filter.ts";
import { idAt } from "../graph/packed-ids.ts";
import { relationMarks } from "../graph/relation-marks.ts";
import type { Snapshot } from "../graph/snapshot.ts";
import { typeMarks } from "./entity-filter.ts";
import { idInWords, nodeNamed } from "./node-named.ts";
import type { PatternEdge, PatternQuestion } from "./question.ts";

/** A pattern in indices, checked. "Place" is a node of the pattern, "node" one of the graph. */
export interface PatternPlan {
  readonly snapshot: Snapshot;
  readonly places: readonly Place[];
  readonly edges: readonly PlannedEdge[];
  readonly avoid: readonly number[];
}

export interface Place {
  /** Null for a hole. */
  readonly node: number | null;
  /** 1 for each type that fits the hole; null for any. */
  readonly types: Uint8Array | null;
  /** Its edges, as walked from it. */
  readonly steps: readonly Step[];
}

export interface PlannedEdge {
  readonly from: number;
  readonly to: number;
  /** As walked from `from`. */
  readonly step: Step;
}

/** An edge of the pattern as it is walked from one of its places. */
export interface Step {
  /** Its place in the pattern's edges. */
  readonly edge: number;
  readonly start: number;
  readonly end: number;
  /** The question's, with the relations that fit the edge. */
  readonly filter: LinkFilter;
  /** A mask of the filter's, as `LinkFilter.leaving`. */
  readonly kinds: number;
  /** 1 for each relation that may fit; null for any. */
  readonly relations: Uint8Array | null;
}

/** Places at most: what fits where is kept as bits of one number. */
const MAX_PLACES = 24;

/**
 * Throws BadInput for a pattern without nodes or edges, with a name twice, with an edge that leads nowhere or from a node to
 * itself, with a node that has no edge, or that falls apart; and for an entity that the case lacks, or that is avoided, too.
 */
export function planPattern(question: PatternQuestion, graph: NamedSnapshot): PatternPlan {
  checkShape(question);
  const avoid = question.avoid.map((id) => nodeNamed(graph.names, id));
  const edges = question.edges.map((edge, at) => plannedEdge(question, { edge, at }, graph));
  const steps = edges.flatMap(({ step }) => [step, turned(step)]);
  const places = question.nodes.map(({ entity, types }, at) => ({
    node: entity === null ? null : nodeNamed(graph.names, entity),
    types: entity === null ? typeMarks(graph.names, { types }) : null,
    steps: steps.filter(({ start }) => start === at),
  }));
  const both = places.find(({ node }) => node !== null && avoid.includes(node))?.node;
  if (both != null)
    throw new BadInput(`pattern: wanted ${idInWords(idAt(graph.names.entities, both))} named or avoided, got both`);
  return { snapshot: graph.snapshot, places, edges, avoid };
}

/** Whether a slot of the step's start leads to its other end by a link that fills the edge. */
export function fills({ filter, kinds }: Step, slot: number): boolean {
  return filter.walksSlot(kinds, slot);
}

function plannedEdge(
  question: PatternQuestion,
  { edge, at }: { readonly edge: PatternEdge; readonly at: number },
  graph: NamedSnapshot,
): PlannedEdge {
  const { from, to, direction } = edge;
  // The edges say which way they lead: the question's own direction is not heeded (R46).
  const asked = { ...question, ...relationsOf(question, edge, graph), direction: "forward" } as const;
  const filter = new LinkFilter(graph, asked);
  const kinds = { any: filter.either, forward: filter.leaving, backward: filter.arriving }[direction];
  return { from, to, step: { edge: at, start: from, end: to, filter, kinds, relations: relationMarks(graph.names, asked) } };
}

/** Conditions that let through what is among the edge's relations, if it has any, and among the question's. */
function relationsOf(question: PatternQuestion, { relations }: PatternEdge, { names }: NamedSnapshot): Partial<Conditions> {
  if (relations.length === 0) return {};
  const marks = relationMarks(names, question);
  const refused = relations.filter((id) => marks !== null && marks[names.relations.indexOf(id)] === 0);
  return { relations, families: [], notRelations: [...question.notRelations, ...refused] };
}

function turned({ start, end, ...step }: Step): Step {
  const { leaving, arriving } = step.filter;
  const back = step.kinds === leaving ? arriving : step.kinds === arriving ? leaving : step.kinds;
  return { ...step, start: end, end: start, kinds: back };
}

function checkShape({ nodes, edges }: Pick<PatternQuestion, "nodes" | "edges">): void {
  if (nodes.length === 0 || edges.length === 0) throw new BadInput("pattern: wanted nodes joined by edges, got none");
  if (nodes.length > MAX_PLACES) throw new BadInput(`pattern: wanted at most ${MAX_PLACES} nodes, got ${nodes.length}`);
  const name = (at: number) => idInWords(nodes[at]!.name);
  const twice = nodes.findIndex((node, at) => nodes.findIndex((other) => other.name === node.name) !== at);
  if (twice >= 0) throw new BadInput(`pattern: wanted a name for each node, got ${name(twice)} for two`);
  for (const [at, { from, to }] of edges.entries()) {
    const out = [from, to].find((end) => !Number.isInteger(end) || end < 0 || end >= nodes.length);
    if (out !== undefined) throw new BadInput(`pattern, edge ${at + 1}: wanted a node from 0 to ${nodes.length - 1}, got ${out}`);
    if (from === to) throw new BadInput(`pattern, edge ${at + 1}: wanted two different nodes, got ${name(from)} twice`);
  }
  const alone = nodes.findIndex((_, at) => !edges.some(({ from, to }) => from === at || to === at));
  if (alone >= 0) throw new BadInput(`pattern: wanted an edge at every node, got none at ${name(alone)}`);
  const apart = firstApart(nodes.length, edges);
  if (apart !== null) throw new BadInput(`pattern: wanted one that holds together, got ${name(apart)} apart from ${name(0)}`);
}

/** The first node that no edges join to node 0. */
function firstApart(nodes: number, edges: readonly PatternEdge[]): number | null {
  const joined = new Set([0]);
  for (let before = 0; before < joined.size; ) {
    before = joined.size;
    for (const { from, to } of edges) if (joined.has(from) || joined.has(to)) joined.add(from).add(to);
  }
  const apart = Array.from({ length: nodes }, (_, at) => at).find((at) => !joined.has(at));
  return apart ?? null;
}
