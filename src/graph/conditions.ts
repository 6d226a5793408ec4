import type { ClaimId, EntityId, RelationId, SourceId } from "../base/ids.ts";
import type { Credibility } from "../claims/claim.ts";
import type { Family } from "../claims/ontology.ts";
import type { Reliability } from "../claims/source.ts";
import type { Standing } from "../claims/standing.ts";

/** What a question says about links and the claims behind them (rules: query/SPEC.md). Plain JSON. */
export interface Conditions {
  /** `forward`: each step goes from subject to object; symmetric relations go both ways whatever is asked. */
  readonly direction: Direction;
  /** Only these relations; empty for all. With `families`, a relation of either list will do. */
  readonly relations: readonly RelationId[];
  readonly notRelations: readonly RelationId[];
  /** Only relations of these families; empty for all. */
  readonly families: readonly Family[];
  readonly notFamilies: readonly Family[];
  /** Weakest standing that is walked; null for any but denied. */
  readonly standing: Standing | null;
  /** Without a standing asked for: walk links that are only denied, too. */
  readonly includeDenied: boolean;
  /** Independent origins that a link needs at least; null for any. */
  readonly origins: number | null;

  // What follows takes claims away, before standing and origins are computed from the rest.
  /** Only claims of these sources; empty for all. */
  readonly sources: readonly SourceId[];
  readonly notSources: readonly SourceId[];
  /** Only claims in these speakers' words; empty for all. */
  readonly speakers: readonly EntityId[];
  readonly notSpeakers: readonly EntityId[];
  /** Only claims of sources graded at least so; null for any, ungraded ones too. */
  readonly reliability: Reliability | null;
  /** Only claims graded at least so (1 is best); null for any, ungraded ones too. */
  readonly credibility: Credibility | null;
  /** Only claims whose quote was checked against the source's text. */
  readonly quoted: boolean;
  /** Not the claims that only repeat another claim or another source. */
  readonly noEchoes: boolean;
  /** Claims withdrawn for the sake of the question. */
  readonly notClaims: readonly ClaimId[];
  /** Partial interval: only claims said then. */
  readonly said: string | null;
  /** Partial date: only claims that held then. */
  readonly at: string | null;
  /** Partial interval: only claims that held at some time of it. */
  readonly during: string | null;
  /** Dates known in part: only what certainly fits, instead of what possibly does. */
  readonly certain: boolean;
  /** Whether claims without the date that is asked about stay. */
  readonly undated: Undated;
}

export const directions = ["any", "forward", "backward"] as const;
export type Direction = (typeof directions)[number];

export const undatedChoices = ["in", "out"] as const;
export type Undated = (typeof undatedChoices)[number];

export const noConditions: Conditions = {
  direction: "any",
  relations: [],
  notRelations: [],
  families: [],
  notFamilies: [],
  standing: null,
  includeDenied: false,
  origins: null,
  sources: [],
  notSources: [],
  speakers: [],
  notSpeakers: [],
  reliability: null,
  credibility: null,
  quoted: false,
  noEchoes: false,
  notClaims: [],
  said: null,
  at: null,
  during: null,
  certain: false,
  undated: "in",
};
