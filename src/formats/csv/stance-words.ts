import type { Stance } from "../../claims/claim.ts";
import { stancesOfStanding } from "../stances-of-standing.ts";

const words: ReadonlyMap<string, readonly Stance[]> = new Map([
  ...["asserts", "asserted", "confirmed", "true", "corroborated", "stated", "known", "verified"].map(
    (word) => [word, ["asserts"]] as const,
  ),
  ...["alleges", "alleged", "claimed", "suspected", "accused", "rumoured", "rumored", "unconfirmed", "possible", "probable"].map(
    (word) => [word, ["alleges"]] as const,
  ),
  ...["denies", "denied", "false", "refuted", "rejected", "disproved"].map((word) => [word, ["denies"]] as const),
  ["contested", stancesOfStanding("contested")],
]);

const asserted: readonly Stance[] = ["asserts"];

/** The stances that a cell speaks of: one, or two for a link that is contested. An empty cell asserts; null for other words. */
export function stanceOf(cell: string): readonly Stance[] | null {
  return cell === "" ? asserted : (words.get(cell.toLowerCase()) ?? null);
}
