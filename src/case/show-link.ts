import { linkId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { LinkClaim } from "../claims/claim.ts";
import type { Link } from "../claims/link.ts";
import { relationOf } from "../claims/ontology.ts";
import type { CaseStore } from "../store/case-store.ts";
import { claimView, isLinkClaim } from "./claim-view.ts";
import { shorten } from "./find-entity.ts";
import { linkLine } from "./link-line.ts";
import { standingReason } from "./standing-reason.ts";
import type { LinkView } from "./views.ts";

/** The link with that id. Throws BadInput `not-found`. */
export function linkOf(store: CaseStore, id: string): Link {
  const link = id === "" || !id.isWellFormed() ? undefined : store.link(linkId(id));
  if (link === undefined) throw new BadInput(`link: wanted one of the case, got ${shorten(id)}`, { kind: "not-found" });
  return link;
}

/** A link with every claim behind it: those that say it first, then denials; by date said, then id. Withdrawn ones apart. */
export function showLink(store: CaseStore, link: Link): LinkView {
  const claims = store.claimsOfLink(link.id).filter(isLinkClaim);
  return {
    link: linkLine(store, link),
    reason: standingReason(store, link, claims),
    claims: claims.sort(sidesThenDates).map((claim) => claimView(store, claim)),
    withdrawn: withdrawnOf(store, link).map(({ withdrawal, claim }) => ({ ...claimView(store, claim), withdrawal })),
  };
}

function sidesThenDates(a: LinkClaim, b: LinkClaim): number {
  const key = ({ stance, said, id }: LinkClaim) => [stance === "denies" ? "1" : "0", said ?? "~", id];
  const [one, two] = [key(a), key(b)];
  const at = one.findIndex((part, index) => part !== two[index]);
  return at < 0 ? 0 : one[at]! < two[at]! ? -1 : 1;
}

function withdrawnOf(store: CaseStore, link: Link): { claim: LinkClaim; withdrawal: string }[] {
  const { from, to, relation } = link;
  const isSymmetric = relationOf(store.ontology(), relation).symmetric && from !== to;
  const found = [...store.withdrawnBetween(from, to), ...(isSymmetric ? store.withdrawnBetween(to, from) : [])];
  return found.flatMap(({ withdrawn, ...claim }) =>
    claim.kind === "link" && claim.relation === relation && withdrawn !== null
      ? [{ claim: claim as LinkClaim, withdrawal: withdrawn.reason }]
      : [],
  );
}
