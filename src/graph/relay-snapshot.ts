import { compareIds, type SourceId } from "../base/ids.ts";
import type { Ontology } from "../claims/ontology.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { indexOfId } from "./index-of-id.ts";
import { layParts } from "./lay-parts.ts";
import { linkHints } from "./link-hints.ts";
import { orderLinks } from "./link-order.ts";
import { liveLink } from "./live-link.ts";
import { eachLink } from "./live-links.ts";
import { namesInOntology } from "./names-in-ontology.ts";
import { Numbering } from "./numbering.ts";
import { countIds, placeOfId } from "./packed-ids.ts";
import type { GraphPatch } from "./patch.ts";
import { patchParts } from "./patch-parts.ts";
import { type ClaimNumbers, countsOf, numberClaims, relayClaims } from "./relay-claims.ts";
import { type RelaidNodes, relayNodes } from "./relay-nodes.ts";
import { KIND_MASK, LINK_SHIFT, NO_NODE, reliabilityRank, type Snapshot, UNGRADED } from "./snapshot.ts";
import { newSnapshot } from "./snapshot-buffer.ts";
import { type BufferPlan, roomFor } from "./snapshot-room.ts";

/**
 * A snapshot laid anew from another, without a look at the case: what is gone is left out, all is in order again, nodes and
 * sources are those after the patch, and there is room. The touched links are not in it: `patchSnapshot` with the same patch gives
 * them. O(nodes + links + claims), at the pace of copying.
 */
export function relaySnapshot(
  graph: BuiltSnapshot,
  patch: GraphPatch,
  { ontology, plan }: { readonly ontology: Ontology; readonly plan: BufferPlan },
): BuiltSnapshot {
  const from = graph.snapshot;
  const nodes = relayNodes(graph, patch.entities, plan.kind);
  const dropped = droppedLinks(graph, patch);
  const order = linksLeft(graph, dropped);
  const numbers = numberClaims(from, order);
  const sources = sourcesAfter(graph, numbers, patch);
  const relations = new Numbering(graph.names.relations.length);
  for (let at = 0; at < order.length; at++) relations.of(from.linkRelation[order[at]!]!);
  const counts = {
    nodes: countIds(nodes.entities),
    links: order.length,
    slots: from.slots - 2 * dropped.filter((link) => from.linkFrom[link] !== from.linkTo[link]).length,
    sources: sources.ids.length,
    ...countsOf(numbers),
  };
  const to = newSnapshot(counts, plan.kind, roomFor(counts, plan.regions));
  to.nodeType.set(nodes.nodeType);
  to.sourceReliability.set(sources.grades);
  const newLink = relayLinks(from, to, { order, nodes, relations });
  relayClaims(from, to, { order, numbers, sourceOf: sources.newOf, newNode: nodes.newOf });
  relaySlots(from, to, { newLink, nodes });
  relayParts(from, to, { nodes, dropped });
  const listed = {
    relations: Array.from({ length: relations.count }, (_, at) => graph.names.relations[relations.oldOf(at)]!),
    types: nodes.types,
  };
  const names = { entities: nodes.entities, sources: sources.ids, ...listed, ...namesInOntology(ontology, listed) };
  return { snapshot: to, names };
}

/** The touched links that are there. */
function droppedLinks(graph: BuiltSnapshot, { links }: GraphPatch): number[] {
  const { entities, relations } = graph.names;
  const indices = new Map(relations.map((id, at) => [id, at]));
  return links.flatMap(({ ends }) => {
    const [from, to, relation] = [placeOfId(entities, ends.from), placeOfId(entities, ends.to), indices.get(ends.relation)];
    if (from === -1 || to === -1 || relation === undefined) return [];
    const link = liveLink(graph, ends.id, { from, to, relation });
    return link === -1 ? [] : [link];
  });
}

/** The others, in order of id. */
function linksLeft(graph: BuiltSnapshot, dropped: readonly number[]): Uint32Array {
  const left = new Uint32Array(graph.snapshot.links - dropped.length);
  const goes = new Set(dropped);
  let next = 0;
  eachLink(graph.snapshot, (link) => {
    if (!goes.has(link)) left[next++] = link;
  });
  return orderLinks(graph, left);
}

interface RelaidSources {
  readonly ids: readonly string[];
  readonly grades: Uint8Array;
  readonly newOf: (old: number) => number;
}

/** Those of claims that are left and of the claims of the patch, in order. */
function sourcesAfter({ snapshot, names }: BuiltSnapshot, { voices }: ClaimNumbers, patch: GraphPatch): RelaidSources {
  const marks = new Uint8Array(names.sources.length);
  for (let at = 0; at < voices.count; at++) {
    const voice = voices.oldOf(at);
    marks[snapshot.voiceSource[voice]!] = marks[snapshot.voiceOrigin[voice]!] = 1;
  }
  const used = new Set<string>(names.sources.filter((_, source) => marks[source] === 1));
  for (const { claims } of patch.links) for (const { source, origin } of claims) used.add(source).add(origin);
  const ids = [...used].sort(compareIds);
  const indices = new Map(ids.map((id, at) => [id, at]));
  const graded = new Map(patch.sources.map(({ id, reliability }) => [id, reliabilityRank(reliability)]));
  const grades = Uint8Array.from(ids, (id) => {
    const old = indexOfId(names.sources, id);
    return graded.get(id as SourceId) ?? (old === -1 ? UNGRADED : snapshot.sourceReliability[old]!);
  });
  const newOf = names.sources.map((id) => indices.get(id) ?? -1);
  return { ids, grades, newOf: (old) => newOf[old]! };
}

/** Fills the columns of links; per old link its new index. */
function relayLinks(
  from: Snapshot,
  to: Snapshot,
  { order, nodes, relations }: { readonly order: Uint32Array; readonly nodes: RelaidNodes; readonly relations: Numbering },
): Uint32Array {
  const newLink = new Uint32Array(from.linkFrom.length).fill(NO_LINK);
  for (let link = 0; link < order.length; link++) {
    const old = order[link]!;
    newLink[old] = link;
    to.linkFrom[link] = nodes.newOf[from.linkFrom[old]!]!;
    to.linkTo[link] = nodes.newOf[from.linkTo[old]!]!;
    to.linkRelation[link] = relations.of(from.linkRelation[old]!);
  }
  return newLink;
}

const NO_LINK = 0xffff_ffff;

interface Moves {
  readonly newLink: Uint32Array;
  readonly nodes: RelaidNodes;
}

/** They stay in order: nodes and links do. */
function relaySlots(from: Snapshot, to: Snapshot, { newLink, nodes: { oldOf, newOf } }: Moves): void {
  const hints = linkHints(to);
  const { slotStart, slotEnd, slotNode, slotWay } = from;
  let next = 0;
  for (let node = 0; node < oldOf.length; node++) {
    const old = oldOf[node]!;
    to.slotStart[node] = next;
    const end = old === NO_NODE ? 0 : slotEnd[old]!;
    for (let slot = old === NO_NODE ? 0 : slotStart[old]!; slot < end; slot++) {
      const way = slotWay[slot]!;
      const link = newLink[way >>> LINK_SHIFT]!;
      if (link === NO_LINK) continue;
      to.slotNode[next] = newOf[slotNode[slot]!]!;
      to.slotWay[next] = (link << LINK_SHIFT) | (way & KIND_MASK);
      to.slotHint[next++] = hints[link]!;
    }
    to.slotEnd[node] = next;
  }
}

/** By where they were, unless an entity is gone, by which its part may have been named. */
function relayParts(
  from: Snapshot,
  to: Snapshot,
  { nodes, dropped }: { readonly nodes: RelaidNodes; readonly dropped: readonly number[] },
): void {
  const { oldOf, newOf } = nodes;
  if (newOf.includes(NO_NODE)) {
    layParts(to);
    return;
  }
  for (let node = 0; node < oldOf.length; node++)
    to.nodePart[node] = oldOf[node] === NO_NODE ? node : newOf[from.nodePart[oldOf[node]!]!]!;
  const parted = dropped.map((link) => [newOf[from.linkFrom[link]!]!, newOf[from.linkTo[link]!]!] as const);
  patchParts(to, { joined: [], parted });
}
