import type { LinkColumns } from "../../src/graph/link-columns.ts";
import { packIds } from "../../src/graph/packed-ids.ts";
import { ECHO, NO_NODE, NO_SPAN, QUOTED } from "../../src/graph/snapshot.ts";

export interface ColumnSizes {
  readonly nodes: number;
  readonly links: number;
  /** Claims in all; at least one per link. */
  readonly claims: number;
  readonly sources: number;
}

/** Columns of so many links, drawn from a seed (mulberry32): every stance, grade, mark, date and weight among them. */
export function randomColumns({ nodes, links, claims, sources }: ColumnSizes, seed: number): LinkColumns {
  const below = randomBelow(seed);
  const of = <T extends { [at: number]: number; readonly length: number }>(list: T, draw: () => number): T => {
    for (let at = 0; at < list.length; at++) list[at] = draw();
    return list;
  };
  const claimsOf = new Uint32Array(links).fill(1);
  for (let more = claims - links; more > 0; more--) claimsOf[below(links)]!++;
  const claimStart = new Uint32Array(links + 1);
  for (let link = 0; link < links; link++) claimStart[link + 1] = claimStart[link]! + claimsOf[link]!;
  const dates = Array.from({ length: 400 }, (_, at) => `${1980 + (at % 40)}-0${1 + (at % 9)}${at % 3 === 0 ? "~" : ""}`);
  const relations = ["funds", "knows", "member-of", "owns"];
  return {
    names: {
      entities: packIds(padded("e", nodes)),
      relations,
      families: relations.map(() => "other"),
      sources: padded("s", sources),
      types: ["company", "person"],
      kinds: [["company", "organization"], ["person"]],
    },
    symmetric: Uint8Array.of(0, 1, 0, 0),
    nodeType: of(new Uint16Array(nodes), () => below(2)),
    linkFrom: of(new Uint32Array(links), () => below(nodes)),
    linkTo: of(new Uint32Array(links), () => below(nodes)),
    linkRelation: of(new Uint16Array(links), () => below(relations.length)),
    claimStart,
    claimSource: of(new Uint32Array(claims), () => below(sources)),
    claimOrigin: of(new Uint32Array(claims), () => below(Math.ceil(sources / 2))),
    claimSpeaker: of(new Uint32Array(claims), () => (below(10) === 0 ? below(Math.min(nodes, 50)) : NO_NODE)),
    claimBits: of(new Uint8Array(claims), () => below(3) | (below(7) << 2) | (below(2) * QUOTED) | (below(2) * ECHO)),
    dates: [...dates, "soon"],
    claimDuring: of(new Uint32Array(claims), () => (below(3) === 0 ? NO_SPAN : below(dates.length + 1))),
    claimSaid: of(new Uint32Array(claims), () => (below(3) === 0 ? NO_SPAN : below(20))),
    claimWeight: of(new Float64Array(claims), () => below(8) / 4),
    sourceReliability: of(new Uint8Array(sources), () => (below(4) === 0 ? 255 : below(6))),
  };
}

function padded(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, at) => `${letter}${String(at).padStart(8, "0")}`);
}

function randomBelow(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}
