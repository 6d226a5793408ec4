import type { BuiltSnapshot } from "../../../src/graph/build-snapshot.ts";
import { signatureOf } from "../../../src/graph/link-hints.ts";
import { linkIdAt } from "../../../src/graph/link-id-at.ts";
import { compareLinks } from "../../../src/graph/link-order.ts";
import { eachLink } from "../../../src/graph/live-links.ts";
import { countIds, idAt } from "../../../src/graph/packed-ids.ts";
import { KIND_MASK, LINK_SHIFT, NO_NODE, NO_SPAN, VOICE_SHIFT } from "../../../src/graph/snapshot.ts";

/** All that a snapshot says, in words: what two of one revision have alike, however they came to be. */
export function graphForm(graph: BuiltSnapshot): unknown {
  const { snapshot, names } = graph;
  const { nodes, links, claims, slots, weighted } = snapshot;
  const node = (at: number) => idAt(names.entities, at);
  const live: number[] = [];
  eachLink(snapshot, (link) => live.push(link));
  live.sort((a, b) => compareLinks(graph, a, b));
  return {
    counts: { nodes, links, claims, slots, weighted, named: countIds(names.entities) },
    nodes: Array.from({ length: nodes }, (_, at) => ({
      id: node(at),
      kinds: names.kinds[snapshot.nodeType[at]!],
      part: node(snapshot.nodePart[at]!),
      slots: slotsOf(graph, at),
    })),
    links: live.map((link) => ({
      id: linkIdAt(graph, link),
      ends: [node(snapshot.linkFrom[link]!), node(snapshot.linkTo[link]!)],
      relation: names.relations[snapshot.linkRelation[link]!],
      family: names.families[snapshot.linkRelation[link]!],
      claims: claimsOf(graph, link),
    })),
  };
}

function slotsOf(graph: BuiltSnapshot, node: number): string[] {
  const { snapshot, names } = graph;
  const { slotStart, slotEnd, slotNode, slotWay, slotHint, linkRelation } = snapshot;
  const found: string[] = [];
  for (let slot = slotStart[node]!; slot < slotEnd[node]!; slot++) {
    const link = slotWay[slot]! >>> LINK_SHIFT;
    const hint = (signatureAt(graph, link) << 8) | (linkRelation[link]! & 255);
    const isSound = slotHint[slot] === hint;
    found.push(`${idAt(names.entities, slotNode[slot]!)} ${linkIdAt(graph, link)} ${slotWay[slot]! & KIND_MASK} ${isSound}`);
  }
  return found;
}

function signatureAt({ snapshot }: BuiltSnapshot, link: number): number {
  let signature = 0;
  for (let claim = snapshot.claimStart[link]!; claim < snapshot.claimStart[link + 1]!; claim++)
    signature |= signatureOf(snapshot.voiceSource[snapshot.claimVoice[claim]! >>> VOICE_SHIFT]!);
  return signature;
}

function claimsOf({ snapshot, names }: BuiltSnapshot, link: number): unknown[] {
  const { claimVoice, claimWhen, claimWeight, weighing, sourceReliability } = snapshot;
  const found: unknown[] = [];
  for (let claim = snapshot.claimStart[link]!; claim < snapshot.claimStart[link + 1]!; claim++) {
    const word = claimVoice[claim]!;
    const voice = word >>> VOICE_SHIFT;
    const source = snapshot.voiceSource[voice]!;
    const speaker = snapshot.voiceSpeaker[voice]!;
    found.push({
      bits: word & (2 ** VOICE_SHIFT - 1),
      source: [names.sources[source], sourceReliability[source]],
      origin: names.sources[snapshot.voiceOrigin[voice]!],
      speaker: speaker === NO_NODE ? null : idAt(names.entities, speaker),
      during: spanAt(snapshot, snapshot.whenDuring[claimWhen[claim]!]!),
      said: spanAt(snapshot, snapshot.whenSaid[claimWhen[claim]!]!),
      weight: weighing[claimWeight[claim]!],
    });
  }
  return found;
}

function spanAt(
  { spanFirst, spanLast, spanSureFirst, spanSureLast, spanLoose }: BuiltSnapshot["snapshot"],
  span: number,
): readonly (number | undefined)[] | null {
  return span === NO_SPAN ? null : [spanFirst[span], spanLast[span], spanSureFirst[span], spanSureLast[span], spanLoose[span]];
}
