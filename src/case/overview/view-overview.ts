import type { EntityId, EntityTypeId, RelationId } from "../../base/ids.ts";
import { compareIds } from "../../base/ids.ts";
import { standings } from "../../claims/standing.ts";
import type { Histogram } from "../../graph/histogram.ts";
import type { CaseStore } from "../../store/case-store.ts";
import { namedEntity } from "../claim-view.ts";
import type { CountedCase } from "./count-case.ts";
import type { GroupedCase } from "./group-case.ts";
import type { CommunitiesView, OverviewView, StandingCount, TimeView } from "./overview-views.ts";

const mostSources = 30;
/** Members by which a community is named. */
const namedMembers = 3;
/** Bundles at most: those of the fewest links would be lines that nobody reads. */
const mostBundles = 400;

/** The overview in the names of now. What was counted or grouped before something was taken away may name what is gone: that is left out. */
export function viewOverview(store: CaseStore, counted: CountedCase, grouped: GroupedCase | null): OverviewView {
  const { stats } = counted;
  const sources = [...counted.sources].sort((a, b) => b[1] - a[1] || compareIds(a[0], b[0])).slice(0, mostSources);
  return {
    revision: store.revision(),
    entities: stats.entities,
    links: stats.links,
    claims: stats.claims,
    isolated: stats.isolated,
    types: mostFirst<EntityTypeId>(stats.entityTypes).map(([type, entities]) => ({ type, entities })),
    relations: mostFirst<RelationId>(stats.relations).map(([relation, links]) => ({ relation, links })),
    standings: standings.map((standing) => ({ standing, links: stats.standings[standing] ?? 0 })),
    hubs: counted.hubs.flatMap(({ id, links }) => (isThere(store, id) ? [{ ...namedEntity(store, id), links }] : [])),
    time: { held: timeOf(counted.held), said: timeOf(counted.said), published: timeOf(counted.published) },
    sources: {
      count: stats.sources,
      largest: sources.map(([id, claims]) => ({ id, title: store.near.sourceHead(id)?.title ?? id, claims })),
    },
    communities: grouped === null ? null : communitiesOf(store, grouped),
  };
}

function communitiesOf(store: CaseStore, grouped: GroupedCase): CommunitiesView {
  const { revision, at, count, entitiesOff } = grouped;
  const named = grouped.largest.map(({ size, links, members, types }) => {
    const there = members.filter((id) => isThere(store, id)).slice(0, namedMembers);
    const [first] = there;
    return first === undefined
      ? null
      : {
          id: first,
          entities: size,
          links,
          members: there.map((id) => namedEntity(store, id)),
          types: types.map(([type, entities]) => ({ type, entities })),
        };
  });
  const bundles = grouped.bundles.slice(0, mostBundles).flatMap(({ a, b, links, standings: counts }) => {
    const [from, to] = [named[a]?.id, named[b]?.id];
    return from === undefined || to === undefined ? [] : [{ a: from, b: to, links, standings: standingCounts(counts) }];
  });
  return {
    revision,
    at,
    changesSince: store.revision() - revision,
    count,
    entitiesOff,
    largest: named.filter((community) => community !== null),
    bundles,
  };
}

function standingCounts(counts: readonly number[]): StandingCount[] {
  return standings.map((standing, rank) => ({ standing, links: counts[rank] ?? 0 }));
}

/** In the case, and not merged into another. */
export function isThere(store: CaseStore, id: EntityId): boolean {
  return store.representative(id) === id && store.entity(id) !== undefined;
}

function mostFirst<Id extends string>(counts: Readonly<Record<string, number>>): (readonly [Id, number])[] {
  return Object.entries(counts)
    .map(([id, count]) => [id as Id, count] as const)
    .sort((a, b) => b[1] - a[1] || compareIds(a[0], b[0]));
}

const steps = new Map<number, TimeView["step"]>([
  [1, "month"],
  [12, "year"],
  [60, "5 years"],
  [120, "10 years"],
  [600, "50 years"],
  [1200, "100 years"],
]);

function timeOf(histogram: Histogram | null): TimeView | null {
  const step = histogram === null ? undefined : steps.get(histogram.step);
  if (histogram === null || step === undefined) return null;
  const { first, counts, before, after } = histogram;
  const stretches = counts.map((claims, at) => ({ when: stretch(first + at * histogram.step, histogram.step), claims }));
  return { step, stretches, before, after };
}

/** `2014-03`, `2014`, `2010/2014`. */
function stretch(month: number, step: number): string {
  const year = Math.floor(month / 12);
  if (step === 1) return `${yearText(year)}-${String(month - year * 12 + 1).padStart(2, "0")}`;
  return step === 12 ? yearText(year) : `${yearText(year)}/${yearText(year + step / 12 - 1)}`;
}

function yearText(year: number): string {
  return `${year < 0 ? "-" : ""}${String(Math.abs(year)).padStart(4, "0")}`;
}
