import { type CaseSize, hubNeighbours, LINKS_PER_ENTITY } from "./case-size.ts";
import { about, Draws } from "./draws.ts";
import { countriesOf, drawnTypes } from "./entity-types.ts";
import { LinkTable } from "./link-table.ts";
import { drawnRelation } from "./relations.ts";

/** The links of a case, before anything is said of them. */
export interface Network {
  readonly size: CaseSize;
  readonly types: Uint8Array;
  readonly links: number;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  readonly relation: Uint8Array;
}

/** The entity with the most neighbours. */
export const HUB = 0;

const SMALLEST_CLUSTER = 20;
const LARGEST_CLUSTER = 400;
/** Links that leave their cluster, entities with a link to a country, and entities that lie in islands apart. */
const LEAVING = 0.12;
const OF_COUNTRIES = 0.2;
const ISLANDS = 0.01;

/**
 * Clusters of 20 to 400 entities, in each a few that most of the others know; one link in eight leads to a cluster near or far, each
 * order of distance as likely (after Kleinberg 2000). Countries are hubs, the first of them (`HUB`) with just so many neighbours as
 * `hubNeighbours` says. The last clusters are islands: no link leaves them.
 */
export function drawnNetwork(size: CaseSize): Network {
  const types = drawnTypes(size);
  const table = new LinkTable(size.entities * LINKS_PER_ENTITY);
  const draws = new Draws(size.seed).key(about.network, 0);
  const join = (one: number, other: number): boolean => {
    const { relation, turned } = drawnRelation(types[one]!, types[other]!, draws);
    return turned ? table.join(other, relation, one) : table.join(one, relation, other);
  };
  const mainland = Math.floor(size.entities * (1 - ISLANDS));
  joinHub(size, { mainland, draws, join });
  joinCountries(size, { mainland, draws, join });
  joinClusters(size, { mainland, draws, join, isFull: () => table.isFull });
  const { from, to, relation, made } = table;
  return { size, types, links: made, from, to, relation };
}

interface Joining {
  /** Entities before the islands. */
  readonly mainland: number;
  readonly draws: Draws;
  readonly join: (one: number, other: number) => boolean;
}

function joinHub(size: CaseSize, { mainland, draws, join }: Joining): void {
  const first = countriesOf(size);
  const joined = new Uint8Array(size.entities);
  for (let left = hubNeighbours(size); left > 0; ) {
    const entity = first + draws.below(mainland - first);
    if (joined[entity] === 1 || !join(entity, HUB)) continue;
    joined[entity] = 1;
    left--;
  }
}

function joinCountries(size: CaseSize, { mainland, draws, join }: Joining): void {
  const countries = countriesOf(size);
  for (let entity = countries; entity < mainland; entity++)
    if (draws.chance(OF_COUNTRIES)) join(entity, 1 + draws.zipf(countries - 1));
}

function joinClusters(size: CaseSize, joining: Joining & { readonly isFull: () => boolean }): void {
  const { mainland, draws, join, isFull } = joining;
  const { starts, clusterOf, reachable } = drawnClusters(size, mainland);
  const member = (cluster: number, skew: number): number => {
    const start = starts[cluster]!;
    return start + Math.floor((starts[cluster + 1]! - start) * draws.unit() ** skew);
  };
  const first = starts[0]!;
  while (!isFull()) {
    const entity = first + draws.below(size.entities - first);
    const home = clusterOf[entity]!;
    const leaves = home < reachable && draws.chance(LEAVING);
    const away = leaves ? Math.floor((reachable / 2) ** draws.unit()) : 0;
    const step = draws.chance(0.5) ? away : reachable - away;
    join(entity, leaves ? member((home + step) % reachable, 1.5) : member(home, 2));
  }
}

function drawnClusters(size: CaseSize, mainland: number) {
  const draws = new Draws(size.seed).key(about.clusters, 0);
  const starts = [countriesOf(size)];
  const clusterOf = new Uint32Array(size.entities);
  let reachable = 0;
  for (let start = starts[0]!; start < size.entities; start = starts.at(-1)!) {
    const most = Math.floor(SMALLEST_CLUSTER * (LARGEST_CLUSTER / SMALLEST_CLUSTER) ** draws.unit());
    // A cluster of fewer than two could join nothing.
    const end = start + most > size.entities - 2 ? size.entities : start + most;
    clusterOf.fill(starts.length - 1, start, end);
    if (end <= mainland) reachable = starts.length;
    starts.push(end);
  }
  return { starts, clusterOf, reachable };
}
