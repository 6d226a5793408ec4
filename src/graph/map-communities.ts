import { standings } from "../claims/standing.ts";
import type { Communities } from "./communities.ts";
import { eachLink } from "./live-links.ts";
import { nodesByLinks } from "./nodes-by-links.ts";
import type { Snapshot } from "./snapshot.ts";
import { linkStandings } from "./tally-snapshot.ts";

/** The communities of a case as a map: the largest, and how they are joined. */
export interface CommunityMap {
  /** Largest first, ties by their first node. */
  readonly largest: readonly MappedCommunity[];
  /** All of at least two, those on the map among them; and how many entities are in those that are not on it. */
  readonly count: number;
  readonly entitiesOff: number;
  /** Links between two of the map, most links first. */
  readonly bundles: readonly Bundle[];
}

export interface MappedCommunity {
  readonly size: number;
  /** Links inside it. */
  readonly inside: number;
  /** Its most linked nodes, most first. */
  readonly members: readonly number[];
  /** Its most frequent types, by index, with how many of each. */
  readonly types: readonly (readonly [type: number, entities: number])[];
}

export interface Bundle {
  /** Places in `largest`, the lower first. */
  readonly a: number;
  readonly b: number;
  readonly links: number;
  /** Links per standing, by rank. */
  readonly standings: readonly number[];
}

interface MapOptions {
  /** Communities on the map at most. */
  readonly most: number;
  /** Members named of each at most. */
  readonly members: number;
}

const mostTypes = 3;
const offMap = -1;

/** O(nodes + links + most²). */
export function mapCommunities(snapshot: Snapshot, communities: Communities, { most, members }: MapOptions): CommunityMap {
  const sizes = new Uint32Array(communities.count);
  for (const community of communities.of) sizes[community]!++;
  const together = [...sizes.keys()].filter((community) => sizes[community]! > 1);
  const chosen = together.sort((a, b) => sizes[b]! - sizes[a]! || a - b).slice(0, most);
  const placeOf = new Int32Array(communities.count).fill(offMap);
  for (const [place, community] of chosen.entries()) placeOf[community] = place;
  const place = (node: number): number => placeOf[communities.of[node]!]!;
  const listed = membersOf(snapshot, { place, most: members, count: chosen.length });
  const { inside, bundles } = bundlesOf(snapshot, { place, count: chosen.length });
  const types = typesOf(snapshot, { place, count: chosen.length });
  const largest = chosen.map((community, at) => ({
    size: sizes[community]!,
    inside: inside[at]!,
    members: listed[at] ?? [],
    types: types[at] ?? [],
  }));
  const on = largest.reduce((sum, { size }) => sum + size, 0);
  const all = together.reduce((sum, community) => sum + sizes[community]!, 0);
  return { largest, count: together.length, entitiesOff: all - on, bundles };
}

interface Places {
  /** Of a node's community on the map; below 0 for one that is not. */
  readonly place: (node: number) => number;
  readonly count: number;
}

function membersOf(snapshot: Snapshot, { place, count, most }: Places & { readonly most: number }): number[][] {
  const members: number[][] = Array.from({ length: count }, () => []);
  for (const node of nodesByLinks(snapshot)) {
    const list = members[place(node)];
    if (list !== undefined && list.length < most) list.push(node);
  }
  return members;
}

function typesOf({ nodes, nodeType }: Snapshot, { place, count }: Places): (readonly [number, number])[][] {
  const counts = Array.from({ length: count }, () => new Map<number, number>());
  for (let node = 0; node < nodes; node++) {
    const types = counts[place(node)];
    if (types !== undefined) types.set(nodeType[node]!, (types.get(nodeType[node]!) ?? 0) + 1);
  }
  return counts.map((types) => [...types].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostTypes));
}

function bundlesOf(snapshot: Snapshot, { place, count }: Places): { inside: Uint32Array; bundles: Bundle[] } {
  const ranks = linkStandings(snapshot);
  const inside = new Uint32Array(count);
  const between = new Uint32Array(count * count * standings.length);
  eachLink(snapshot, (link) => {
    const [from, to] = [place(snapshot.linkFrom[link]!), place(snapshot.linkTo[link]!)];
    if (from < 0 || to < 0) return;
    if (from === to) inside[from]!++;
    else between[(Math.min(from, to) * count + Math.max(from, to)) * standings.length + ranks[link]!]!++;
  });
  const bundles: Bundle[] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const at = (a * count + b) * standings.length;
      const perStanding = [...between.subarray(at, at + standings.length)];
      const links = perStanding.reduce((sum, each) => sum + each, 0);
      if (links > 0) bundles.push({ a, b, links, standings: perStanding });
    }
  }
  return { inside, bundles: bundles.sort((a, b) => b.links - a.links || a.a - b.a || a.b - b.b) };
}
