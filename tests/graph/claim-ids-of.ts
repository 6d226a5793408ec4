import { type ClaimId, claimId, type LinkId, linkId } from "../../src/base/ids.ts";
import type { GraphLinkRow } from "../../src/graph/build-snapshot.ts";
import type { ClaimIds, ClaimPlace } from "../../src/graph/claim-ids.ts";
import { laySnapshot } from "../../src/graph/lay-snapshot.ts";
import type { LinkColumns } from "../../src/graph/link-columns.ts";
import { linkIdAt } from "../../src/graph/link-id-at.ts";

/** The ids of the claims of rows, which are in memory. */
export function claimIdsOf(links: Iterable<GraphLinkRow>): ClaimIds {
  const byLink = new Map<LinkId, ClaimId[]>();
  const places = new Map<ClaimId, ClaimPlace>();
  for (const { link, claims } of links) {
    byLink.set(
      link.id,
      claims.map(({ id }) => id),
    );
    for (const [at, { id }] of claims.entries()) places.set(id, { link, at });
  }
  return { ofLink: (link) => byLink.get(link) ?? [], placeOf: (claim) => places.get(claim) ?? null };
}

export const noClaimIds: ClaimIds = claimIdsOf([]);

/** Claims of columns are called "c00000000", "c00000001" and so on. */
export function claimIdsOfColumns(columns: LinkColumns): ClaimIds {
  const built = { snapshot: laySnapshot(columns), names: columns.names };
  const { links, claimStart } = built.snapshot;
  const idAt = (claim: number) => claimId(`c${String(claim).padStart(8, "0")}`);
  const rows = Array.from({ length: links }, (_, link): GraphLinkRow => {
    const [from, relation, to] = linkIdAt(built, link).split(">") as [never, never, never];
    const id = linkId(linkIdAt(built, link));
    const claims = Array.from({ length: claimStart[link + 1]! - claimStart[link]! }, (__, at) => ({
      id: idAt(claimStart[link]! + at),
    }));
    return { link: { id, from, relation, to }, claims: claims as unknown as GraphLinkRow["claims"] };
  });
  return claimIdsOf(rows);
}
