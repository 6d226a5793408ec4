import { ALLEGES, ASSERTS, type BenchGraph, DENIES, NO_SPAN, NOBODY } from "./bench-graph.ts";
import type { Random } from "./random.ts";

/** How often a link has yet another claim: 1.4 claims a link. */
const ANOTHER = 0.4 / 1.4;
/** Sources that repeat another. */
const ECHOES = 0.15;
const SPOKEN = 0.1;
const DATED = 0.6;
/** 1 January 1980, in days since 1970. */
const FIRST_DAY = 3652;
const YEARS = 45;
const YEAR = 365;
const DAYS = YEARS * YEAR;
const LONGEST = 10;

type Claims = Omit<BenchGraph, "shape" | "nodes" | "links" | "linkFrom" | "linkTo" | "linkRelation">;

/** Claims behind every link: who says it, in which stance, with which weight, when. Some sources say much more than others. */
export function randomClaims({ nodes, links }: Pick<BenchGraph, "nodes" | "links">, random: Random): Claims {
  const claimStart = new Uint32Array(links + 1);
  for (let link = 0; link < links; link++) {
    let claims = 1;
    while (random.unit() < ANOTHER) claims++;
    claimStart[link + 1] = claimStart[link]! + claims;
  }
  const claims = claimStart[links]!;
  const sources = Math.max(20, Math.floor(Math.sqrt(links)));
  const source = () => Math.floor(sources * random.unit() ** 2);
  const claimSource = new Uint32Array(claims).map(source);
  const originOf = Uint32Array.from({ length: sources }, (_, itself) => (random.unit() < ECHOES ? source() : itself));
  const claimOrigin = claimSource.map((itself) => originOf[itself]!);
  const claimSpeaker = new Uint32Array(claims).map(() => (random.unit() < SPOKEN ? random.below(nodes) : NOBODY));
  const claimWeight = new Float32Array(claims).map(() => (1 + random.below(64)) / 16);
  const claimStance = new Uint8Array(claims);
  const linkWeight = new Float32Array(links).fill(Number.POSITIVE_INFINITY);
  for (let link = 0; link < links; link++)
    for (let claim = claimStart[link]!; claim < claimStart[link + 1]!; claim++) {
      const stance = claim === claimStart[link] ? firstStance(random) : furtherStance(random);
      claimStance[claim] = stance;
      if (stance !== DENIES) linkWeight[link] = Math.min(linkWeight[link]!, claimWeight[claim]!);
    }
  const columns = { claimStart, claimSource, claimOrigin, claimSpeaker, claimStance, claimWeight, linkWeight };
  return { claims, sources, ...columns, ...randomSpans(claims, random) };
}

function firstStance({ unit }: Random): number {
  return unit() < 0.85 ? ASSERTS : ALLEGES;
}

function furtherStance({ unit }: Random): number {
  const drawn = unit();
  return drawn < 0.75 ? ASSERTS : drawn < 0.9 ? ALLEGES : DENIES;
}

/** Half of the dates are a day, the others last one to ten years. */
function randomSpans(claims: number, random: Random): Pick<BenchGraph, "claimSpan" | "spanFirst" | "spanLast"> {
  const claimSpan = new Uint32Array(claims).map(() => {
    if (random.unit() >= DATED) return NO_SPAN;
    return random.below(2) === 0 ? random.below(DAYS) : DAYS + random.below(YEARS * LONGEST);
  });
  const spanFirst = Int32Array.from({ length: DAYS + YEARS * LONGEST }, (_, span) =>
    span < DAYS ? FIRST_DAY + span : FIRST_DAY + YEAR * ((span - DAYS) % YEARS),
  );
  const spanLast = spanFirst.map((first, span) => (span < DAYS ? first : first + YEAR * (1 + Math.floor((span - DAYS) / YEARS))));
  return { claimSpan, spanFirst, spanLast };
}
