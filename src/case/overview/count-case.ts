import type { EntityId, EntityTypeId, LinkId, SourceId } from "../../base/ids.ts";
import { NumberList } from "../../base/number-list.ts";
import { parsePartialInterval } from "../../base/partial-interval.ts";
import { type Standing, standings } from "../../claims/standing.ts";
import type { BuiltSnapshot } from "../../graph/build-snapshot.ts";
import { type Histogram, histogramOf } from "../../graph/histogram.ts";
import { dayOf } from "../../graph/lay-spans.ts";
import { linkIdAt } from "../../graph/link-id-at.ts";
import { orderLinks } from "../../graph/link-order.ts";
import { eachLink } from "../../graph/live-links.ts";
import { linksAt, nodesByLinks } from "../../graph/nodes-by-links.ts";
import { idAt } from "../../graph/packed-ids.ts";
import { linkStandings, type SnapshotTally, tallySnapshot } from "../../graph/tally-snapshot.ts";
import type { CaseStats, CaseStore } from "../../store/case-store.ts";

/** A case, counted, by ids: names may change without it. */
export interface CountedCase {
  readonly revision: number;
  readonly stats: CaseStats;
  readonly hubs: readonly { readonly id: EntityId; readonly type: EntityTypeId; readonly links: number }[];
  readonly held: Histogram | null;
  readonly said: Histogram | null;
  readonly published: Histogram | null;
  /** Claims in force of each source, of the sources that have any. */
  readonly sources: readonly (readonly [source: SourceId, claims: number])[];
  /** Contested links, the first of them by id. */
  readonly contested: readonly LinkId[];
}

const mostHubs = 12;
const hubsPerType = 4;
const mostContested = 50;
const CONTESTED = standings.indexOf("contested");

/** Counts a case on its snapshot, and what only the store has. O(nodes + links + slots + claims), and a pass over an index of the claims. */
export function countCase(store: CaseStore, graph: BuiltSnapshot, revision: number): CountedCase {
  const { snapshot, names } = graph;
  const tally = tallySnapshot(snapshot, { types: names.types.length, relations: names.relations.length });
  return {
    revision,
    stats: statsOf(store, graph, tally),
    hubs: hubsOf(graph),
    held: tally.held,
    said: tally.said,
    published: publishedOf(store, graph, tally),
    sources: [...store.claimsPerSource()],
    contested: contestedIn(graph),
  };
}

function statsOf(store: CaseStore, { snapshot, names }: BuiltSnapshot, tally: SnapshotTally): CaseStats {
  return {
    entities: snapshot.nodes,
    links: snapshot.links,
    claims: snapshot.claims,
    ...store.countBeside(),
    entityTypes: named(names.types, tally.types),
    relations: named(names.relations, tally.relations),
    standings: named(standings as readonly Standing[], tally.standings),
    components: tally.components,
    largestComponent: tally.largestComponent,
    isolated: tally.isolated,
  };
}

/** What occurs, by id. */
function named(names: readonly string[], counts: Uint32Array): Record<string, number> {
  const occurring = names.flatMap((name, at) => (counts[at] === 0 ? [] : [[name, counts[at]!] as const]));
  return Object.fromEntries(occurring.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The most linked of all, and the most linked of each type. */
function hubsOf({ snapshot, names }: BuiltSnapshot): CountedCase["hubs"] {
  const perType = new Uint32Array(names.types.length);
  const hubs: { id: EntityId; type: EntityTypeId; links: number }[] = [];
  let room = names.types.length * hubsPerType;
  let rank = 0;
  for (const node of nodesByLinks(snapshot)) {
    const links = linksAt(snapshot, node);
    if (links === 0 || (room <= 0 && rank >= mostHubs)) break;
    const type = snapshot.nodeType[node]!;
    const first = perType[type]!++ < hubsPerType;
    if (first) room--;
    if (first || rank < mostHubs)
      hubs.push({ id: idAt(names.entities, node) as EntityId, type: names.types[type] as EntityTypeId, links });
    rank++;
  }
  return hubs;
}

function publishedOf(store: CaseStore, { names }: BuiltSnapshot, tally: SnapshotTally): Histogram | null {
  const claims = new Map(names.sources.map((id, at) => [id as SourceId, tally.sources[at]!]));
  const first: number[] = [];
  const last: number[] = [];
  const count: number[] = [];
  for (const { id, published } of store.sources()) {
    const interval = published === null ? undefined : parsePartialInterval(published);
    if (interval === undefined) continue;
    first.push(dayOf(interval.start.earliest));
    last.push(dayOf(interval.end.latest));
    count.push(claims.get(id) ?? 0);
  }
  return histogramOf({ first, last, count });
}

function contestedIn(graph: BuiltSnapshot): LinkId[] {
  const ranks = linkStandings(graph.snapshot);
  const found = new NumberList();
  eachLink(graph.snapshot, (link) => {
    if (ranks[link] === CONTESTED) found.push(link);
  });
  return Array.from(orderLinks(graph, found.toArray()).subarray(0, mostContested), (link) => linkIdAt(graph, link));
}
