import type { Credibility } from "../claims/claim.ts";

/** Admiralty grade of a confidence from 0 to 100, by the scale in appendix A of STIX 2.1; null for what is none. */
export function gradeOfPercent(confidence: number): Credibility | null {
  if (!(confidence >= 0 && confidence <= 100)) return null;
  return confidence >= 80 ? 1 : confidence >= 60 ? 2 : confidence >= 40 ? 3 : confidence >= 20 ? 4 : 5;
}
