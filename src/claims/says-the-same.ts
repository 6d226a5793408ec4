import type { Claim } from "./claim.ts";

/** Whether two claims differ at most in how they came into the case. */
export function saysTheSame(a: Claim, b: Claim): boolean {
  return words(a) === words(b);
}

function words({ origin: _o, recordedAt: _a, recordedBy: _b, ...said }: Claim): string {
  const entries = Object.entries(said).filter(([key]) => key !== "withdrawn");
  return JSON.stringify(entries.sort(([one], [two]) => (one < two ? -1 : 1)));
}
