import type { LinkId } from "../base/ids.ts";
import type { LinkClaim } from "../claims/claim.ts";
import { representatives } from "../claims/judgement.ts";
import { linkOfClaim } from "../claims/link.ts";
import type { ExportContent } from "./format.ts";

/** The link claims in force behind each link of the content, in the order of `claims`. Cost: one pass. */
export function claimsByLink({ claims, judgements, ontology }: Pick<ExportContent, "claims" | "judgements" | "ontology">) {
  const merged = representatives(judgements);
  const byLink = new Map<LinkId, LinkClaim[]>();
  for (const claim of claims) {
    if (claim.kind !== "link") continue;
    const { id } = linkOfClaim(claim, ontology, merged);
    const list = byLink.get(id);
    if (list === undefined) byLink.set(id, [claim]);
    else list.push(claim);
  }
  return byLink;
}

/** Distinct notes of the claims, in their order. */
export function notesOf(claims: readonly LinkClaim[]): string[] {
  return [...new Set(claims.map((claim) => claim.note).filter((note) => note !== ""))];
}

/** The largest number that a claim of the link carries as its attribute `weight`; null when none does. */
export function weightOf(claims: readonly LinkClaim[]): number | null {
  let largest: number | null = null;
  for (const { attributes } of claims) {
    for (const [key, value] of attributes) {
      if (key === "weight" && typeof value === "number" && (largest === null || value > largest)) largest = value;
    }
  }
  return largest;
}
