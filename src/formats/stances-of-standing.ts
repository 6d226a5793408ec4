import type { Stance } from "../claims/claim.ts";

/**
 * The stances of the claims that a link of ours becomes on its way back from a format of edges, so that what was alleged or denied
 * is not asserted: a contested link gives an allegation and a denial.
 */
export function stancesOfStanding(standing: string): readonly Stance[] {
  if (standing === "alleged") return ["alleges"];
  if (standing === "denied") return ["denies"];
  if (standing === "contested") return ["alleges", "denies"];
  return ["asserts"];
}
