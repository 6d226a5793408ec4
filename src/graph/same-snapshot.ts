import type { Snapshot, SnapshotColumns } from "./snapshot.ts";

/** Whether two snapshots were laid from the same: number for number, whatever room their buffers have beside. O(nodes + links + claims). */
export function isSameSnapshot(a: Snapshot, b: Snapshot): boolean {
  return laidLengths(a).every(([name, length], at) => {
    if (laidLengths(b)[at]![1] !== length) return false;
    const [first, second] = [a[name], b[name]];
    for (let place = 0; place < length; place++) if (first[place] !== second[place]) return false;
    return true;
  });
}

function laidLengths(snapshot: Snapshot): readonly (readonly [name: keyof SnapshotColumns, length: number])[] {
  const { nodes, links, claims, slots, voices, whens, spans, weighings, sources } = snapshot;
  return [
    ...(["slotStart", "slotEnd", "nodeType", "nodePart"] as const).map((name) => [name, nodes] as const),
    ...(["slotNode", "slotWay", "slotHint"] as const).map((name) => [name, slots] as const),
    ...(["linkFrom", "linkTo", "linkRelation"] as const).map((name) => [name, links] as const),
    ["claimStart", links + 1],
    ...(["claimVoice", "claimWhen", "claimWeight"] as const).map((name) => [name, claims] as const),
    ["weighing", weighings],
    ...(["voiceSource", "voiceOrigin", "voiceSpeaker"] as const).map((name) => [name, voices] as const),
    ...(["whenDuring", "whenSaid"] as const).map((name) => [name, whens] as const),
    ...(["spanFirst", "spanLast", "spanSureFirst", "spanSureLast", "spanLoose"] as const).map((name) => [name, spans] as const),
    ["sourceReliability", sources],
  ];
}
