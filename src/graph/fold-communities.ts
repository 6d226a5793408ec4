import { NumberList } from "../base/number-list.ts";
import type { Communities, Web } from "./communities.ts";

/**
 * The graph of the communities: one node for each, one place for each that it has links to, in the order in which its nodes
 * meet them, weighing what all those links weigh; what lies inside goes into `inside`. O(nodes + slots).
 */
export function foldCommunities(web: Web, communities: Communities): Web {
  const { count } = communities;
  const { memberStart, members } = membersOf(communities);
  const start = new Uint32Array(count + 1);
  const inside = new Uint32Array(count);
  const [others, weights] = [new NumberList(1 << 16), new NumberList(1 << 16)];
  const folding: Folding = { web, of: communities.of, toward: new Uint32Array(count), near: new Uint32Array(count), met: 0 };
  for (let community = 0; community < count; community++) {
    folding.met = 0;
    for (let at = memberStart[community]!; at < memberStart[community + 1]!; at++) {
      inside[community]! += web.inside === null ? 0 : web.inside[members[at]!]!;
      gather(folding, members[at]!);
    }
    for (let at = 0; at < folding.met; at++) {
      const there = folding.near[at]!;
      const weight = folding.toward[there]!;
      folding.toward[there] = 0;
      if (there === community) inside[community]! += weight;
      else {
        others.push(there);
        weights.push(weight);
      }
    }
    start[community + 1] = others.length;
  }
  return { nodes: count, start, end: start.subarray(1), other: others.toArray(), weight: weights.toArray(), inside };
}

interface Folding {
  readonly web: Web;
  readonly of: Uint32Array;
  /** Per community what leads there from the one at hand; 0 between communities. */
  readonly toward: Uint32Array;
  /** The first `met` are those that it leads to. */
  readonly near: Uint32Array;
  met: number;
}

function gather(folding: Folding, node: number): void {
  const { of, toward, near } = folding;
  const { start, end, other, weight } = folding.web;
  let { met } = folding;
  for (let at = start[node]!; at < end[node]!; at++) {
    const there = of[other[at]!]!;
    if (toward[there] === 0) near[met++] = there;
    toward[there]! += weight === null ? 1 : weight[at]!;
  }
  folding.met = met;
}

/** Nodes of each community, in their order. */
function membersOf({ of, count }: Communities): { memberStart: Uint32Array; members: Uint32Array } {
  const memberStart = new Uint32Array(count + 1);
  for (const community of of) memberStart[community + 1]!++;
  for (let community = 0; community < count; community++) memberStart[community + 1]! += memberStart[community]!;
  const next = memberStart.slice();
  const members = new Uint32Array(of.length);
  for (let node = 0; node < of.length; node++) members[next[of[node]!]!++] = node;
  return { memberStart, members };
}
