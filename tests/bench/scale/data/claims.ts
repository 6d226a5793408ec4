import { CLAIMS_PER_ENTITY } from "./case-size.ts";
import { about, Draws } from "./draws.ts";
import type { Network } from "./network.ts";
import { claimIdOf, entityIdOf, sourceIdOf } from "./record-ids.ts";
import { relationIds } from "./relations.ts";
import type { Sources } from "./sources.ts";

export const claimStances = ["asserts", "alleges", "denies"] as const;

/** What a claim's weight on its link follows from. One object, filled anew for each claim. */
export interface DrawnClaim {
  /** Index into `claimStances`. */
  stance: number;
  /** Entity, or -1 for the source's own voice. */
  speaker: number;
  source: number;
  /** Whether it only repeats the claim before it on the same link. */
  relays: boolean;
  /** Whether somebody took it back later. */
  withdrawn: boolean;
}

const SPOKEN = 0.12;
const RELAYED = 0.08;
const WITHDRAWN = 0.003;

/** How many claims stand behind each link: at least one, seven to an entity in all. */
export function drawnClaimCounts({ size, links }: Network): Uint8Array {
  const draws = new Draws(size.seed).key(about.claimCount, 0);
  const counts = new Uint8Array(links).fill(1);
  for (let left = CLAIMS_PER_ENTITY * size.entities - links; left > 0; ) {
    const link = draws.below(links);
    if (counts[link]! >= 50) continue;
    counts[link]!++;
    left--;
  }
  return counts;
}

/** Draws what the n-th claim of a link says. Sources that say much say very much. */
export function drawClaim(into: DrawnClaim, draws: Draws, { link, nth, network, sources }: ClaimPlace): void {
  draws.key(about.claim, link, nth);
  const stance = draws.unit();
  const [asserted, alleged] = nth === 0 ? [0.84, 0.985] : [0.72, 0.88];
  into.stance = stance < asserted ? 0 : stance < alleged ? 1 : 2;
  into.speaker = draws.chance(SPOKEN) ? draws.below(network.size.entities) : -1;
  into.source = Math.floor(sources.count * draws.unit() ** 2);
  into.relays = draws.chance(RELAYED) && nth > 0;
  into.withdrawn = draws.chance(WITHDRAWN) && nth > 0;
}

export interface ClaimPlace {
  link: number;
  nth: number;
  readonly network: Network;
  readonly sources: Sources;
}

const DATED = 0.55;
const SAID = 0.2;
const ABOUT = 0.03;
const NOTED = 0.04;
const GRADED = 0.1;
const WEIGHED = 0.1;
const notes = ["terrorism", "money laundering", "sanctions evasion", "arms", "through a nominee", "на доверии", "cf. Anlage 3"];

/** The record of a claim as a line of Clew JSON lines. */
export function claimLine(claim: DrawnClaim, draws: Draws, place: ClaimPlace): string {
  const { link, nth, network, sources } = place;
  drawClaim(claim, draws, place);
  const { from, to, relation } = network;
  let line = `{"kind":"claim","claim":"link","id":"${claimIdOf(link, nth)}","subject":"${entityIdOf(from[link]!)}"`;
  line += `,"relation":"${relationIds[relation[link]!]}","object":"${entityIdOf(to[link]!)}"`;
  line += `,"stance":"${claimStances[claim.stance]}","source":"${sourceIdOf(claim.source)}"`;
  if (claim.speaker >= 0) line += `,"speaker":"${entityIdOf(claim.speaker)}"`;
  line += citationField(claim, draws, sources);
  if (draws.chance(DATED)) line += `,"during":"${span(draws)}"`;
  if (draws.chance(SAID)) line += `,"said":"${date(draws)}"`;
  if (draws.chance(ABOUT)) line += `,"about":"${entityIdOf(draws.below(network.size.entities))}"`;
  if (draws.chance(NOTED)) line += `,"note":"${draws.of(notes)}"`;
  if (draws.chance(GRADED)) line += `,"credibility":${1 + draws.below(6)}`;
  if (claim.relays) line += `,"relays":"${claimIdOf(link, nth - 1)}"`;
  if (draws.chance(WEIGHED)) line += `,"attributes":[["weight",${(1 + draws.below(64)) / 16}]]`;
  return `${line}}\n`;
}

function citationField({ source }: DrawnClaim, draws: Draws, sources: Sources): string {
  const way = draws.unit();
  const sentences = sources.sentencesOf(source);
  if (sentences > 0 && way < 0.4) {
    const quote = sources.sentence(source, draws.below(sentences)).trim();
    return `,"citation":{"quote":${JSON.stringify(quote)}}`;
  }
  if (way < 0.55) return `,"citation":{"row":${1 + draws.below(90_000)}}`;
  return way < 0.6 ? `,"citation":{"page":"${1 + draws.below(300)}"}` : "";
}

/** A day, a month or a year, now and then about one. */
function date(draws: Draws): string {
  const year = `${1991 + draws.below(34)}`;
  const exact = draws.unit();
  if (exact < 0.3) return exact < 0.05 ? `~${year}` : year;
  const month = `${year}-${`${1 + draws.below(12)}`.padStart(2, "0")}`;
  return exact < 0.5 ? month : `${month}-${`${1 + draws.below(28)}`.padStart(2, "0")}`;
}

function span(draws: Draws): string {
  const way = draws.unit();
  if (way < 0.6) return date(draws);
  const first = 1991 + draws.below(30);
  return way < 0.75 ? `${first}/..` : `${first}/${first + draws.below(10)}`;
}
