import type { CaseSize } from "./case-size.ts";
import { type DrawnClaim, drawClaim, drawnClaimCounts } from "./claims.ts";
import { Draws } from "./draws.ts";
import { countriesOf, entityTypes, placeholderType } from "./entity-types.ts";
import { type DrawnJudgement, drawnJudgements, mergedInto } from "./judgements.ts";
import { drawnNetwork, HUB, type Network } from "./network.ts";
import { entityIdOf, entityIdOrder } from "./record-ids.ts";
import { relationIds, relationIsSymmetric } from "./relations.ts";
import { drawnSources, type Sources } from "./sources.ts";

/** Strongest first. */
export const linkStandings = ["corroborated", "stated", "alleged", "contested", "denied"] as const;

/** A case, drawn: everything that its files are written from, and what must be counted in it. */
export interface DrawnCase {
  readonly size: CaseSize;
  readonly network: Network;
  readonly sources: Sources;
  readonly judgements: readonly DrawnJudgement[];
  readonly merged: ReadonlyMap<number, number>;
  readonly claimCounts: Uint8Array;
  /** Per link as drawn, index into `linkStandings` of the link that it is part of. */
  readonly standing: Uint8Array;
  readonly facts: Facts;
}

/** The generator's own reckoning, to hold a case against. */
export interface Facts {
  readonly seed: number;
  /** As records, and once those that are the same count once. */
  readonly entities: number;
  readonly entitiesApart: number;
  readonly placeholders: number;
  readonly countries: number;
  readonly sources: number;
  readonly derivedSources: number;
  readonly gradedSources: number;
  readonly judgements: number;
  readonly linksDrawn: number;
  /** Once the links of merged entities are one. */
  readonly links: number;
  readonly claims: number;
  readonly withdrawn: number;
  readonly attributes: number;
  readonly standings: Readonly<Record<string, number>>;
  readonly relations: Readonly<Record<string, number>>;
  readonly entityTypes: Readonly<Record<string, number>>;
  readonly hub: { readonly id: string; readonly neighbours: number };
}

/** One figure ("about 1,200") for so many entities. */
export const ENTITIES_PER_ATTRIBUTE = 100;

export function drawCase(size: CaseSize): DrawnCase {
  const network = drawnNetwork(size);
  const sources = drawnSources(size);
  const judgements = drawnJudgements(size);
  const merged = mergedInto(judgements);
  const claimCounts = drawnClaimCounts(network);
  const drawn = { size, network, sources, judgements, merged, claimCounts };
  const { standing, withdrawn, standings, relations, links } = reckonLinks(drawn);
  return { ...drawn, standing, facts: { ...plainFacts(drawn), links, withdrawn, standings, relations } };
}

type Drawn = Omit<DrawnCase, "standing" | "facts">;

function plainFacts({ size, network, sources, judgements, merged, claimCounts }: Drawn) {
  const types: Record<string, number> = {};
  for (let entity = 0; entity < size.entities; entity++) {
    if ((merged.get(entity) ?? entity) !== entity) continue;
    const type = entityTypes[network.types[entity]!]!;
    types[type] = (types[type] ?? 0) + 1;
  }
  return {
    seed: size.seed,
    entities: size.entities,
    entitiesApart: Object.values(types).reduce((sum, each) => sum + each, 0),
    placeholders: network.types.filter((type) => entityTypes[type] === placeholderType).length,
    countries: countriesOf(size),
    sources: sources.count,
    derivedSources: sources.derived,
    gradedSources: sources.graded,
    judgements: judgements.length,
    linksDrawn: network.links,
    claims: claimCounts.reduce((sum, each) => sum + each, 0),
    attributes: Math.floor(size.entities / ENTITIES_PER_ATTRIBUTE),
    entityTypes: types,
    hub: { id: entityIdOf(HUB), neighbours: neighboursOfHub(network, merged) },
  };
}

function neighboursOfHub({ links, from, to }: Network, merged: ReadonlyMap<number, number>): number {
  const neighbours = new Set<number>();
  for (let link = 0; link < links; link++) {
    if (from[link] !== HUB && to[link] !== HUB) continue;
    const other = from[link] === HUB ? to[link]! : from[link]!;
    neighbours.add(merged.get(other) ?? other);
  }
  return neighbours.size;
}

/** What is said for and against one link. */
interface Tally {
  readonly origins: Set<number>;
  attributed: number;
  denials: number;
}

/** Standing of every link, by the rule of the design: origins that assert in their own voice, others' words, denials. */
function reckonLinks(drawn: Drawn) {
  const { network, merged } = drawn;
  const standing = new Uint8Array(network.links);
  const standings: Record<string, number> = {};
  const relations: Record<string, number> = {};
  const joined = new Map<string, { tally: Tally; links: number[] }>();
  const count = (link: number, found: number): void => {
    standings[linkStandings[found]!] = (standings[linkStandings[found]!] ?? 0) + 1;
    const relation = relationIds[network.relation[link]!]!;
    relations[relation] = (relations[relation] ?? 0) + 1;
  };
  const reckoner = claimReckoner(drawn);
  const tally: Tally = { origins: new Set(), attributed: 0, denials: 0 };
  for (let link = 0; link < network.links; link++) {
    const key = mergedKey(link, network, merged);
    if (key !== null) {
      const group = joined.get(key) ?? { tally: { origins: new Set(), attributed: 0, denials: 0 }, links: [] };
      joined.set(key, group);
      reckoner.add(link, group.tally);
      group.links.push(link);
      continue;
    }
    tally.origins.clear();
    tally.attributed = tally.denials = 0;
    reckoner.add(link, tally);
    standing[link] = standingOfTally(tally);
    count(link, standing[link]!);
  }
  for (const { tally: sum, links } of joined.values()) {
    const found = standingOfTally(sum);
    for (const link of links) standing[link] = found;
    count(links[0]!, found);
  }
  const links = Object.values(standings).reduce((sum, each) => sum + each, 0);
  return { standing, standings, relations, links, withdrawn: reckoner.withdrawn() };
}

/** Names the link that a link of a merged entity is part of; null for one that stays as it is. */
function mergedKey(link: number, { from, to, relation }: Network, merged: ReadonlyMap<number, number>): string | null {
  const [one, other] = [from[link]!, to[link]!];
  if (!merged.has(one) && !merged.has(other)) return null;
  const ends = [merged.get(one) ?? one, merged.get(other) ?? other];
  if (relationIsSymmetric[relation[link]!]!) ends.sort((a, b) => entityIdOrder(a) - entityIdOrder(b));
  return `${ends.join()},${relation[link]}`;
}

function claimReckoner({ network, sources, claimCounts, size }: Drawn) {
  const draws = new Draws(size.seed);
  const claim: DrawnClaim = { stance: 0, speaker: -1, source: 0, relays: false, withdrawn: false };
  const place = { link: 0, nth: 0, network, sources };
  let withdrawn = 0;
  return {
    withdrawn: () => withdrawn,
    add(link: number, tally: Tally): void {
      place.link = link;
      let origin = 0;
      for (place.nth = 0; place.nth < claimCounts[link]!; place.nth++) {
        drawClaim(claim, draws, place);
        // What a claim relays is the one before it: its words began where that one's did.
        if (!claim.relays) origin = sources.root[claim.source]!;
        if (claim.withdrawn) withdrawn++;
        else weigh(claim, origin, tally);
      }
    },
  };
}

function weigh({ stance, speaker }: DrawnClaim, origin: number, tally: Tally): void {
  if (stance === 2) tally.denials++;
  else if (stance === 0 && speaker < 0) tally.origins.add(origin);
  else tally.attributed++;
}

function standingOfTally({ origins, attributed, denials }: Tally): number {
  const isSaid = origins.size + attributed > 0;
  if (denials > 0) return isSaid ? 3 : 4;
  return origins.size > 1 ? 0 : origins.size === 1 ? 1 : 2;
}
