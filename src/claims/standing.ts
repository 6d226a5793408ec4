/**
 * Standing: what the claims behind a link add up to. One rule, on counts alone, so that the store,
 * the path engine on typed arrays and the page all call this very function (design, section 3).
 */
export const standings = ["corroborated", "stated", "alleged", "contested", "denied"] as const;
/** Strongest first: the scale of every "at least". */
export type Standing = (typeof standings)[number];

export interface StandingCounts {
  /** Independent origins that assert in their own voice. */
  readonly ownVoiceOrigins: number;
  /** Claims that allege, or that assert through a speaker. */
  readonly attributed: number;
  /** Claims that deny, in whichever voice. */
  readonly denials: number;
}

/** The standing, or null when no claim is left: then there is no link. */
export function standingOf({ ownVoiceOrigins, attributed, denials }: StandingCounts): Standing | null {
  const said = ownVoiceOrigins > 0 || attributed > 0;
  if (denials > 0) return said ? "contested" : "denied";
  if (ownVoiceOrigins >= 2) return "corroborated";
  if (ownVoiceOrigins === 1) return "stated";
  return said ? "alleged" : null;
}

/** 0 for the strongest. */
export function standingRank(standing: Standing): number {
  return standings.indexOf(standing);
}

export function isAtLeast(standing: Standing, least: Standing): boolean {
  return standingRank(standing) <= standingRank(least);
}
