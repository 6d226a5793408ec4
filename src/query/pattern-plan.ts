import { BadInput } from "../base/problem.ts";
import type { NamedSnapshot } from "../graph/build-snapshot.ts";
import { LinkFilter } from "../graph/link-filter.ts";
import { relationMarks } from "../graph/relation-marks.ts";
import { KIND_MASK, LINK_SHIFT, type Snapshot } from "../graph/snapshot.ts";
import { typeMarks } from "./entity-filter.ts";
import { idInWords, nodeNamed } from "./node-named.ts";
import type { PatternEdge, PatternQuestion } from "./question.ts";

/** A pattern in indices, checked. "Place" is a node of the pattern, "node" one of the graph. */
export interface PatternPlan {
  readonly snapshot: Snapshot;
  readonly filter: LinkFilter;
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
  /** A mask as `LinkFilter.leaving`. */
  readonly kinds: number;
  /** 1 for each relation that fits; null for all that the question walks. */
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
  // The edges say which way they lead: the question's own direction is not heeded (R46).
  const filter = new LinkFilter(graph, { ...question, direction: "forward" });
  const avoid = question.avoid.map((id) => nodeNamed(graph.names, id));
  const edges = question.edges.map((edge, at) => plannedEdge(edge, at, { filter, graph }));
  const steps = edges.flatMap(({ step }) => [step, turned(step, filter)]);
  const places = question.nodes.map(({ entity, types }, at) => ({
    node: entity === null ? null : nodeNamed(graph.names, entity),
    types: entity === null ? typeMarks(graph.names, { types }) : null,
    steps: steps.filter(({ start }) => start === at),
  }));
  const both = places.find(({ node }) => node !== null && avoid.includes(node))?.node;
  if (both != null) throw new BadInput(`pattern: wanted ${idInWords(graph.names.entities[both]!)} named or avoided, got both`);
  return { snapshot: graph.snapshot, filter, places, edges, avoid };
}

/** Whether a slot of the step's start leads to a node by a link that fills the edge. */
export function fills({ snapshot, filter }: Pick<PatternPlan, "snapshot" | "filter">, step: Step, way: number): boolean {
  if (((step.kinds >>> (way & KIND_MASK)) & 1) === 0) return false;
  const link = way >>> LINK_SHIFT;
  if (step.relations !== null && step.relations[snapshot.linkRelation[link]!] === 0) return false;
  return !filter.judging || filter.admits(link);
}

function plannedEdge(
  { from, to, direction, relations }: PatternEdge,
  edge: number,
  { filter, graph }: { filter: LinkFilter; graph: NamedSnapshot },
): PlannedEdge {
  const kinds = { any: filter.either, forward: filter.leaving, backward: filter.arriving }[direction];
  const marks = relationMarks(graph.names, { relations, notRelations: [], families: [], notFamilies: [] });
  return { from, to, step: { edge, start: from, end: to, kinds, relations: marks } };
}

function turned({ edge, start, end, kinds, relations }: Step, { leaving, arriving }: LinkFilter): Step {
  const back = kinds === leaving ? arriving : kinds === arriving ? leaving : kinds;
  return { edge, start: end, end: start, kinds: back, relations };
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
