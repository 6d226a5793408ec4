import type { EntityId } from "../../src/base/ids.ts";
import { type Standing, standings } from "../../src/claims/standing.ts";
import type { ConnectQuestion } from "../../src/query/question.ts";
import type { DrawnRows } from "./drawing.ts";
import { openTo } from "./oracle-around.ts";
import { type JudgedLink, judgedLinks } from "./oracle-claims.ts";

export interface OracleConnect {
  /** As few as can be added. */
  readonly added: number;
  /** Largest first, then by id. */
  readonly fragments: readonly (readonly EntityId[])[];
}

/** R43: the fragments with every entity that may be added, and the least number of added ones that leaves them as they are. */
export function oracleConnect(rows: DrawnRows, question: ConnectQuestion): OracleConnect {
  const named = namedIn(rows, question);
  const links = judgedLinks(rows, question);
  const others = openTo(rows, question, []).filter((id) => !named.includes(id));
  const fragments = fragmentsOf(links, { named, added: others, maxHops: question.maxHops });
  const least = subsetsBySize(others).find((added) => {
    const joined = fragmentsOf(links, { named, added, maxHops: question.maxHops });
    return JSON.stringify(joined) === JSON.stringify(fragments);
  });
  return { added: least!.length, fragments };
}

export function namedIn({ entities }: DrawnRows, { entities: named }: Pick<ConnectQuestion, "entities">): EntityId[] {
  return entities.filter((id) => named.includes(id));
}

interface Network {
  readonly named: readonly EntityId[];
  readonly added: readonly EntityId[];
  readonly maxHops: number | null;
}

/** The named entities, part by part, as the network joins them. */
export function fragmentsOf(links: readonly JudgedLink[], { named, added, maxHops }: Network): EntityId[][] {
  const within = new Set([...named, ...added]);
  const near = (id: EntityId) =>
    [...within].filter((other) =>
      links.some(({ link: { from, to } }) => (from === id && to === other) || (from === other && to === id)),
    );
  const reach = (start: EntityId): EntityId[] => {
    let reached = new Set([start]);
    for (let hop = 0; hop < Math.min(maxHops ?? within.size, within.size); hop++)
      reached = new Set([...reached, ...[...reached].flatMap(near)]);
    return named.filter((id) => reached.has(id));
  };
  const parts = new Map(named.map((id) => [id, reach(id)]));
  const whole = (start: EntityId): EntityId[] => {
    let part = [start];
    for (const _ of named) part = named.filter((id) => part.some((member) => parts.get(member)!.includes(id)));
    return part;
  };
  const texts = new Set(named.map((id) => JSON.stringify(whole(id))));
  return [...texts].map((text) => JSON.parse(text) as EntityId[]).sort((a, b) => b.length - a.length || (a[0]! < b[0]! ? -1 : 1));
}

/** R43: the strongest such that the network's links at least so strong join as much; null when nothing is joined. */
export function standingOfNetwork(links: readonly JudgedLink[], network: Network): Standing | null {
  const whole = JSON.stringify(fragmentsOf(links, network));
  if (fragmentsOf(links, network).every((part) => part.length === 1)) return null;
  return standings.find((least) => {
    const strong = links.filter(({ standing }) => standings.indexOf(standing) <= standings.indexOf(least));
    return JSON.stringify(fragmentsOf(strong, network)) === whole;
  })!;
}

function subsetsBySize<T>(list: readonly T[]): T[][] {
  const all: T[][] = [[]];
  for (const one of list) all.push(...all.map((subset) => [...subset, one]));
  return all.sort((a, b) => a.length - b.length);
}
