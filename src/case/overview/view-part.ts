import { chartId, type EntityId } from "../../base/ids.ts";
import { parsePartialInterval } from "../../base/partial-interval.ts";
import { BadInput } from "../../base/problem.ts";
import type { AskedDays } from "../../graph/asked-days.ts";
import { askedDays } from "../../graph/asked-days.ts";
import type { BuiltSnapshot } from "../../graph/build-snapshot.ts";
import { dayOf } from "../../graph/lay-spans.ts";
import { linkIdAt } from "../../graph/link-id-at.ts";
import { orderLinks } from "../../graph/link-order.ts";
import { linksBetween } from "../../graph/links-between.ts";
import { neighboursByLinks, type SomeNodes } from "../../graph/neighbours-by-links.ts";
import { linksAt } from "../../graph/nodes-by-links.ts";
import { claimsOfSources, claimsWithin, nodesByClaims } from "../../graph/nodes-in-time.ts";
import { idAt } from "../../graph/packed-ids.ts";
import { nodeNamed } from "../../query/node-named.ts";
import type { CaseStore } from "../../store/case-store.ts";
import { namedEntity } from "../claim-view.ts";
import { findEntity, shorten } from "../find-entity.ts";
import { type GroupedCase, mostMembers } from "./group-case.ts";
import type { PartView } from "./overview-views.ts";
import { isThere } from "./view-overview.ts";

/** What to draw of a large case; one of the first six. */
export interface AskedPart {
  /** An entity, by id or name, with its neighbours. */
  readonly around?: string;
  /** The community on the overview that an entity, by id or name, is one of the most linked of. */
  readonly community?: string;
  /** A date or an interval: what claims are held, said or published then. */
  readonly held?: string;
  readonly said?: string;
  readonly published?: string;
  /** A saved chart, by id: all of its entities that are still in the case. */
  readonly chart?: string;
  /** Entities at most, default 60. */
  readonly limit?: number;
}

const ways = ["around", "community", "held", "said", "published", "chart"] as const;
/** Of a chart there may be more: somebody put each of them there. */
const mostCharted = 5_000;

/** O(slots of the entity), O(members) or O(links + claims), and what is shown. Throws BadInput. */
export function viewPart(
  store: CaseStore,
  { graph, grouped }: { readonly graph: BuiltSnapshot; readonly grouped: () => GroupedCase | null },
  asked: AskedPart,
): PartView {
  const { limit = 60 } = asked;
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > mostMembers)
    throw new BadInput(`limit: wanted a whole number from 1 to ${mostMembers}, got ${limit}`);
  const given = ways.filter((way) => asked[way] !== undefined);
  const [way] = given;
  if (way === undefined || given.length > 1)
    throw new BadInput(`part: wanted one of ${ways.join(", ")}, got ${given.length === 0 ? "none" : given.join(" and ")}`);
  const text = asked[way] ?? "";
  const { nodes, total } = nodesOf(store, { graph, grouped, way, text, limit });
  const { snapshot, names } = graph;
  return {
    revision: store.revision(),
    total,
    entities: [...nodes].map((node) => ({
      ...namedEntity(store, idAt(names.entities, node) as EntityId),
      degree: linksAt(snapshot, node),
    })),
    links: [...orderLinks(graph, linksBetween(snapshot, nodes))].flatMap((link) => store.link(linkIdAt(graph, link)) ?? []),
  };
}

interface Asked {
  readonly graph: BuiltSnapshot;
  readonly grouped: () => GroupedCase | null;
  readonly way: (typeof ways)[number];
  readonly text: string;
  readonly limit: number;
}

function nodesOf(store: CaseStore, { graph, grouped, way, text, limit }: Asked): SomeNodes {
  const { snapshot, names } = graph;
  switch (way) {
    case "around":
      return neighboursByLinks(snapshot, nodeNamed(names, findEntity(store, text).id), limit);
    case "community":
      return membersOf(store, graph, { found: communityOf(store, grouped(), text), limit });
    case "chart":
      return charted(store, graph, text);
    case "held":
      return nodesByClaims(snapshot, claimsWithin(snapshot, "whenDuring", daysOf(way, text)), limit);
    case "said":
      return nodesByClaims(snapshot, claimsWithin(snapshot, "whenSaid", daysOf(way, text)), limit);
    case "published":
      return nodesByClaims(snapshot, claimsOfSources(snapshot, publishedOn(store, graph, daysOf(way, text))), limit);
  }
}

type Community = GroupedCase["largest"][number];

function communityOf(store: CaseStore, grouped: GroupedCase | null, text: string): Community {
  const { id } = findEntity(store, text);
  const found = grouped?.largest.find(({ members }) => members.includes(id));
  if (found === undefined)
    throw new BadInput(`community: wanted one of the most linked of a community on the overview, got ${shorten(text)}`, {
      kind: "not-found",
    });
  return found;
}

/** Those that are still in the case; of the others that joined since, nobody knows. */
function membersOf(
  store: CaseStore,
  { names }: BuiltSnapshot,
  { found, limit }: { readonly found: Community; readonly limit: number },
): SomeNodes {
  const there = found.members.filter((id) => isThere(store, id));
  return { nodes: Uint32Array.from(there.slice(0, limit), (id) => nodeNamed(names, id)), total: found.size };
}

function charted(store: CaseStore, { names }: BuiltSnapshot, text: string): SomeNodes {
  const chart = text === "" ? undefined : store.chart(chartId(text));
  if (chart === undefined) throw new BadInput(`chart: wanted one of the case, got ${shorten(text)}`, { kind: "not-found" });
  const there = [...new Set(chart.nodes.map(({ entity }) => store.representative(entity)))].filter((id) => isThere(store, id));
  return { nodes: Uint32Array.from(there.slice(0, mostCharted), (id) => nodeNamed(names, id)), total: there.length };
}

function daysOf(way: "held" | "said" | "published", text: string): AskedDays {
  const days = parsePartialInterval(text) === undefined ? null : askedDays("during", { at: null, during: text, said: null });
  if (days === null) throw new BadInput(`${way}: wanted a date or an interval such as 2014 or 2014/2016, got ${shorten(text)}`);
  return days;
}

function publishedOn(store: CaseStore, { names }: BuiltSnapshot, { first, last }: AskedDays): Uint8Array {
  const dates = new Map(store.sources().map(({ id, published }) => [id as string, published]));
  return Uint8Array.from(names.sources, (id) => {
    const interval = parsePartialInterval(dates.get(id) ?? "");
    return Number(interval !== undefined && dayOf(interval.start.earliest) <= last && dayOf(interval.end.latest) >= first);
  });
}
