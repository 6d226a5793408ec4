import type { Claim, LinkClaim } from "../claims/claim.ts";
import type { Link } from "../claims/link.ts";
import type { CaseStore } from "../store/case-store.ts";
import { namedEntity } from "./claim-view.ts";

/** Why a link has its standing, with names: "Contested: Vladimir Putin alleges it (Briefing A); Ukraine denies it (Briefing A)." */
export function standingReason(store: CaseStore, link: Link, claims: readonly LinkClaim[]): string {
  const sides = [claims.filter(({ stance }) => stance !== "denies"), claims.filter(({ stance }) => stance === "denies")];
  const said = [...new Set(sides.flat().map((claim) => whoSays(store, claim)))];
  const standing = link.standing[0]?.toUpperCase() + link.standing.slice(1);
  const origins = link.standing === "corroborated" ? ` by ${link.origins} independent origins` : "";
  return `${standing}${origins}: ${said.join("; ")}.`;
}

function whoSays(store: CaseStore, { speaker, source, stance }: Claim): string {
  const title = store.near.sourceHead(source)?.title ?? source;
  return speaker === null ? `${title} ${stance} it` : `${namedEntity(store, speaker).name} ${stance} it (${title})`;
}
