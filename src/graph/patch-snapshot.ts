import type { Ontology } from "../claims/ontology.ts";
import type { BuiltSnapshot } from "./build-snapshot.ts";
import { draftLinks, type LinkDraft, type LinkDrafts, losesWeight, relationsWith, type TailedGraph } from "./draft-links.ts";
import { indexOfId } from "./index-of-id.ts";
import { turned } from "./lay-slots.ts";
import { loopKey } from "./live-link.ts";
import { namesInOntology } from "./names-in-ontology.ts";
import { placeOfId } from "./packed-ids.ts";
import type { GraphPatch } from "./patch.ts";
import { patchParts } from "./patch-parts.ts";
import { planSlots, type SlotEdit, writeSlots } from "./patch-slots.ts";
import { LINK_SHIFT, MAX_RELATIONS, reliabilityRank, type Snapshot, type SnapshotNames } from "./snapshot.ts";
import { beginTail, type SnapshotTail } from "./snapshot-tail.ts";

/**
 * The snapshot with a patch, in the same buffer: the one given must not be asked any more. Writes only into the region of the room
 * that is this thread's and into columns that are (docs/decisions/patched-snapshots.md). Null, and nothing is written, where the
 * snapshot must be laid anew (`relaySnapshot`): entities or sources come or go, a relation or a weight is no longer there that
 * would not be in a snapshot laid anew, or there is no room. O(claims of the touched links + slots at their ends), and O(nodes)
 * where parts meet, part, or the thread patches for the first time.
 */
export function patchSnapshot(given: BuiltSnapshot, patch: GraphPatch, ontology: Ontology): BuiltSnapshot | null {
  if (patch.entities.some((entity) => isAnother(given, entity))) return null;
  const graph = withTail(given);
  if (graph === null) return null;
  const relations = relationsWith(graph.names.relations, patch.links);
  if (relations.length > MAX_RELATIONS) return null;
  const drafts = draftLinks(graph, patch.links, { relations, ontology });
  if (drafts === null || losesAnything(graph, patch, drafts)) return null;
  const { snapshot, tail } = graph;
  const plans = planSlots(graph, tail, editsOf(drafts.links, tail.next.links));
  const laid = drafts.links.filter(({ claims }) => claims > 0).length;
  if (plans === null || !drafts.claims.fit(tail) || tail.next.links + laid > tail.end.links) return null;
  const counts = countsAfter(graph, drafts);
  writeLinks(snapshot, tail, drafts);
  writeSlots(snapshot, tail, plans);
  patchParts(snapshot, pairsOf(drafts.links));
  tail.version++;
  const names = namesAfter(graph.names, relations, ontology);
  return { snapshot: { ...snapshot, ...counts, sourceReliability: gradesAfter(graph, patch) }, names };
}

function isAnother({ snapshot, names }: BuiltSnapshot, { id, type }: GraphPatch["entities"][number]): boolean {
  const node = placeOfId(names.entities, id);
  if (node === -1 || type === null) return (node === -1) !== (type === null);
  return names.types[snapshot.nodeType[node]!] !== type;
}

/** With columns that are the thread's own where what was laid is written over. */
function withTail(graph: BuiltSnapshot): TailedGraph | null {
  const { snapshot } = graph;
  if (snapshot.tail !== null) return { ...graph, tail: snapshot.tail };
  const tail = beginTail(snapshot);
  if (tail === null) return null;
  const [slotStart, slotEnd, nodePart] = [snapshot.slotStart.slice(), snapshot.slotEnd.slice(), snapshot.nodePart.slice()];
  return { ...graph, snapshot: { ...snapshot, slotStart, slotEnd, nodePart, tail }, tail };
}

/** Whether a relation or a weight goes that a snapshot laid anew would not have. */
function losesAnything(graph: TailedGraph, patch: GraphPatch, { links }: LinkDrafts): boolean {
  const rowsOf = new Map(patch.links.map(({ ends, claims }) => [ends.id, claims]));
  if (links.some(({ old, id }) => old !== -1 && losesWeight(graph, old, rowsOf.get(id)!))) return true;
  const left = relationLinksAfter(graph.tail, links);
  return left.some((count, relation) => count === 0 && graph.tail.relationLinks[relation] !== undefined);
}

function relationLinksAfter({ relationLinks }: SnapshotTail, links: readonly LinkDraft[]): number[] {
  const left = [...relationLinks];
  for (const { ends, old, claims } of links) {
    left[ends.relation] ??= 0;
    left[ends.relation]! += Number(claims > 0) - Number(old !== -1);
  }
  return left;
}

function editsOf(links: readonly LinkDraft[], firstLink: number): SlotEdit[] {
  let link = firstLink;
  return links.flatMap(({ id, ends: { from, to }, old, claims, kind, hint }) => {
    const way = claims === 0 ? 0 : ((link++ << LINK_SHIFT) | kind) >>> 0;
    if (from === to) return [];
    const slotOf = (its: number) => (claims === 0 ? null : { way: its >>> 0, hint });
    return [
      { node: from, other: to, id, old, slot: slotOf(way) },
      { node: to, other: from, id, old, slot: slotOf(turned(way)) },
    ];
  });
}

function pairsOf(links: readonly LinkDraft[]) {
  const apart = links.filter(({ ends: { from, to } }) => from !== to);
  const pairOf = ({ ends: { from, to } }: LinkDraft) => [from, to] as const;
  return {
    joined: apart.filter(({ old }) => old === -1).map(pairOf),
    parted: apart.filter(({ claims }) => claims === 0).map(pairOf),
  };
}

type Counts = Pick<Snapshot, "links" | "claims" | "slots" | "weighted" | "voices" | "whens" | "spans" | "weighings">;

/** What a snapshot laid anew would count, but for what claims have alike, where nothing is taken out. */
function countsAfter({ snapshot, tail }: TailedGraph, drafts: LinkDrafts): Counts {
  const { claimStart, claimWeight } = snapshot;
  let { links, claims, slots, weighted } = snapshot;
  for (const { old, claims: more, ends } of drafts.links) {
    const added = Number(more > 0) - Number(old !== -1);
    links += added;
    slots += ends.from === ends.to ? 0 : 2 * added;
    claims += more;
    if (old === -1) continue;
    claims -= claimStart[old + 1]! - claimStart[old]!;
    for (let claim = claimStart[old]!; claim < claimStart[old + 1]!; claim++) weighted -= Number(claimWeight[claim] !== 0);
  }
  const added = drafts.claims.added();
  weighted += added.weighted;
  const used = (what: "voices" | "whens" | "spans" | "weighings") =>
    tail.laid[what] + tail.next[what] - tail.first[what] + added[what];
  return {
    links,
    claims,
    slots,
    weighted,
    voices: used("voices"),
    whens: used("whens"),
    spans: used("spans"),
    weighings: used("weighings"),
  };
}

function writeLinks(snapshot: Snapshot, tail: SnapshotTail, drafts: LinkDrafts): void {
  const { linkFrom, linkTo, linkRelation, claimStart } = snapshot;
  for (const [relation, count] of relationLinksAfter(tail, drafts.links).entries()) tail.relationLinks[relation] = count;
  for (const { ends, old, claims } of drafts.links) {
    if (old !== -1) tail.gone.add(old);
    if (ends.from === ends.to) tail.loops.delete(loopKey(ends));
    if (claims === 0) continue;
    const link = tail.next.links++;
    linkFrom[link] = ends.from;
    linkTo[link] = ends.to;
    linkRelation[link] = ends.relation;
    claimStart[link + 1] = claimStart[link]! + claims;
    if (ends.from === ends.to) tail.loops.set(loopKey(ends), link);
  }
  drafts.claims.write(snapshot, tail);
}

function namesAfter(names: SnapshotNames, relations: readonly string[], ontology: Ontology): SnapshotNames {
  return { ...names, relations, ...namesInOntology(ontology, { relations, types: names.types }) };
}

function gradesAfter({ snapshot: { sourceReliability }, names }: BuiltSnapshot, { sources }: GraphPatch): Uint8Array {
  const graded = sources.flatMap(({ id, reliability }) => {
    const [source, grade] = [indexOfId(names.sources, id), reliabilityRank(reliability)];
    return source === -1 || sourceReliability[source] === grade ? [] : [[source, grade] as const];
  });
  if (graded.length === 0) return sourceReliability;
  const grades = sourceReliability.slice();
  for (const [source, grade] of graded) grades[source] = grade;
  return grades;
}
