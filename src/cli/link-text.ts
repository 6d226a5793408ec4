import type { EntityId } from "../base/ids.ts";
import type { ClaimView, LinkLine } from "../case/views.ts";
import type { LinkClaim } from "../claims/claim.ts";
import { colored, dim, lineForms, shown } from "./terminal.ts";

/** A link in one line: the other end for the reader of one entity, both ends for `null`. */
export function linkText(link: LinkLine, seenFrom: EntityId | null): string {
  const other = seenFrom === link.from ? link.toEntity : link.fromEntity;
  const between = `${shown(link.fromEntity.name)} ${lineForms[link.standing]} ${shown(link.label)} → ${shown(link.toEntity.name)}`;
  const notes = link.notes.length === 0 ? "" : `  ${link.notes.map((note) => shown(note)).join("; ")}`;
  const figures =
    seenFrom === null || link.figures.length === 0 ? "" : `  ${link.figures.map((figure) => shown(figure)).join(", ")}`;
  const text = seenFrom === null ? between : `${lineForms[link.standing].padEnd(3)} ${shown(other.name)}`;
  return `${text}${figures}${notes}  ${colored(link.standing)}${dim(`, ${link.claims} ${link.claims === 1 ? "claim" : "claims"}`)}`;
}

/** Who says it, how, in which words, where and when. */
export function claimText(
  claim: Pick<ClaimView<LinkClaim>, "stance" | "said" | "sourceTitle" | "sourcePublished" | "speakerName"> & {
    quote: string | null;
  },
): string {
  const who = claim.speakerName === null ? shown(claim.sourceTitle) : shown(claim.speakerName);
  const quote = claim.quote === null ? "" : `: “${shown(claim.quote, 500)}”`;
  const date = claim.said ?? claim.sourcePublished;
  const where = [claim.speakerName === null ? null : shown(claim.sourceTitle), date].filter((part) => part !== null).join(", ");
  return `${who} ${claim.stance}${quote}${where === "" ? "" : dim(`  (${where})`)}`;
}
