import { compareIds, type EntityId } from "../base/ids.ts";
import type { Ontology } from "../claims/ontology.ts";
import { type BuiltSnapshot, buildSnapshot, type GraphEntityRow } from "./build-snapshot.ts";
import { layParts } from "./lay-parts.ts";
import { liveLink } from "./live-link.ts";
import { namesInOntology } from "./names-in-ontology.ts";
import { countIds, type PackedIds, placeOfId, placesOfIds } from "./packed-ids.ts";
import type { GraphPatch } from "./patch.ts";
import { patchParts } from "./patch-parts.ts";
import { alikeColumns, relayAlike } from "./relay-alike.ts";
import { countClaims, relayClaims } from "./relay-claims.ts";
import { type LinkSources, orderOfLinks, relationsAfter, relayLinks } from "./relay-links.ts";
import { type RelaidNodes, relayNodes } from "./relay-nodes.ts";
import { relaySlots } from "./relay-slots.ts";
import { relaySources } from "./relay-sources.ts";
import { newNumber } from "./renumbering.ts";
import { MAX_LINKS, MAX_RELATIONS, MAX_VOICES, NO_NODE, type Snapshot } from "./snapshot.ts";
import { newSnapshot } from "./snapshot-buffer.ts";
import { type BufferPlan, roomFor } from "./snapshot-room.ts";

/**
 * A snapshot laid anew from another, with a patch in it, and without a look at the case: nodes, sources and links are in order again, what is gone is
 * left out, and there is room. What stays keeps its order, so that it is copied with other numbers in it, column after column, and
 * nothing is sorted but what changed. Relations, types, voices, whens and weights are numbered otherwise than in one that is built. Null
 * where there are more links, voices or relations than numbers for them, or the patch names an entity that is not there.
 * O(nodes + links + claims), at the pace of copying.
 */
export function relaySnapshot(
  graph: BuiltSnapshot,
  patch: GraphPatch,
  { ontology, plan }: { readonly ontology: Ontology; readonly plan: BufferPlan },
): BuiltSnapshot | null {
  const from = graph.snapshot;
  const coming = comingLinks(patch, ontology);
  const nodes = relayNodes(graph, patch.entities, plan.kind);
  const ofComing = placesOfIds(nodes.entities, coming.names.entities);
  if (ofComing.includes(-1)) return null;
  const comingNodes = Uint32Array.from(ofComing);
  const touched = touchedLinks(graph, patch);
  const dropped = touched.map(({ link }) => link);
  const relation = relationsAfter(graph, dropped, coming);
  const sources = relaySources(graph, coming, patch);
  const linkSources: LinkSources = {
    ...{ graph, dropped, coming, entities: nodes.entities, relations: relation.names, relation },
    nodes: { newOf: nodes.newOf, ofComing: comingNodes },
  };
  const order = orderOfLinks(linkSources);
  const { usedWeights, ...claims } = countClaims(from, coming.snapshot, order);
  const alike = relayAlike(from, coming.snapshot, { sources, nodes: linkSources.nodes, usedWeights });
  const counts = {
    ...{ nodes: countIds(nodes.entities), links: order.links, sources: sources.ids.length, ...claims },
    slots: from.slots - 2 * dropped.filter((link) => from.linkFrom[link] !== from.linkTo[link]).length + coming.snapshot.slots,
    voices: alike.columns.voiceSource.length,
    whens: alike.columns.whenSaid.length,
    spans: alike.columns.spanFirst.length,
    weighings: alike.columns.weighing.length,
  };
  if (counts.links > MAX_LINKS || counts.voices > MAX_VOICES || relation.names.length > MAX_RELATIONS) return null;
  const to = newSnapshot(counts, plan.kind, roomFor(counts, plan.regions));
  to.nodeType.set(nodes.nodeType);
  to.sourceReliability.set(sources.grades);
  for (const name of alikeColumns) to[name].set(alike.columns[name]);
  const links = relayLinks(to, order, linkSources);
  relayClaims(to, { from, coming: coming.snapshot, order, alike });
  const hints = sources.hold && relation.newOf.every((at, old) => at === old) ? "hold" : "differ";
  relaySlots(to, { from, coming: coming.snapshot, links, nodes, ofComing: comingNodes, dropped, hints });
  const parted = touched.filter(({ isGone }) => isGone).map(({ link }) => link);
  relayParts(to, { from, nodes, parted, coming: coming.snapshot, ofComing: comingNodes });
  const listed = { relations: relation.names, types: nodes.types };
  return {
    snapshot: to,
    names: { entities: nodes.entities, sources: sources.ids, ...listed, ...namesInOntology(ontology, listed) },
  };
}

/** The links of a patch that have claims, as a snapshot of nothing else. */
function comingLinks({ links, sources }: GraphPatch, ontology: Ontology): BuiltSnapshot {
  const come = links.filter(({ claims }) => claims.length > 0).sort((a, b) => compareIds(a.ends.id, b.ends.id));
  const ids = new Set<EntityId>();
  for (const { ends, claims } of come) {
    ids.add(ends.from).add(ends.to);
    for (const { speaker } of claims) if (speaker !== null) ids.add(speaker);
  }
  const entities = [...ids].sort(compareIds).map((id) => ({ id, type: "" }) as unknown as GraphEntityRow);
  return buildSnapshot({ entities, links: come.map(({ ends, claims }) => ({ link: ends, claims })), sources }, ontology);
}

interface TouchedOne {
  readonly link: number;
  /** It does not come again. */
  readonly isGone: boolean;
}

/** The touched links that are there. */
function touchedLinks(graph: BuiltSnapshot, { links }: GraphPatch): TouchedOne[] {
  const { entities, relations } = graph.names;
  const indices = new Map(relations.map((id, at) => [id, at]));
  const places = placesIn(entities);
  return links.flatMap(({ ends, claims }) => {
    const [from, to, relation] = [places(ends.from), places(ends.to), indices.get(ends.relation)];
    if (from === -1 || to === -1 || relation === undefined) return [];
    const link = liveLink(graph, ends.id, { from, to, relation });
    return link === -1 ? [] : [{ link, isGone: claims.length === 0 }];
  });
}

function placesIn(ids: PackedIds): (id: EntityId) => number {
  const known = new Map<EntityId, number>();
  return (id) => {
    const place = known.get(id) ?? placeOfId(ids, id);
    known.set(id, place);
    return place;
  };
}

interface Parting {
  readonly from: Snapshot;
  readonly nodes: RelaidNodes;
  /** Old links that are no more. */
  readonly parted: readonly number[];
  readonly coming: Snapshot;
  readonly ofComing: Uint32Array;
}

/** By where they were, unless an entity is gone, by which its part may have been named. */
function relayParts(to: Snapshot, { from, nodes: { oldOf, newOf, gone }, parted, coming, ofComing }: Parting): void {
  if (gone > 0) {
    layParts(to);
    return;
  }
  for (let node = 0; node < oldOf.length; node++)
    to.nodePart[node] = oldOf[node] === NO_NODE ? node : newNumber(newOf, from.nodePart[oldOf[node]!]!);
  patchParts(to, {
    joined: Array.from({ length: coming.links }, (_, link) => [
      ofComing[coming.linkFrom[link]!]!,
      ofComing[coming.linkTo[link]!]!,
    ]),
    parted: parted.map((link) => [newNumber(newOf, from.linkFrom[link]!), newNumber(newOf, from.linkTo[link]!)]),
  });
}
