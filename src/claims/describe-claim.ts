import { formatPartialDate } from "../base/format-partial-date.ts";
import type { EntityId } from "../base/ids.ts";
import type { Claim } from "./claim.ts";
import type { Ontology } from "./ontology.ts";
import { relationOf } from "./ontology.ts";
import { valueText } from "./value-text.ts";

export interface ClaimWords {
  readonly ontology: Ontology;
  /** The name an entity is shown by. */
  entity(id: EntityId): string;
}

/**
 * A claim as one sentence without its full stop: "Vladimir Putin accused Ukraine (a role in facilitating
 * the attackers), about Attack in Moscow"; "Ukraine denies: Ukraine assisted Attack in Moscow"; "Attack in Moscow: casualties 133".
 * What is only alleged or denied never reads as a fact.
 */
export function describeClaim(claim: Claim, words: ClaimWords): string {
  const content = claimContent(claim, words);
  if (claim.speaker !== null) return `${words.entity(claim.speaker)} ${claim.stance}: ${content}`;
  switch (claim.stance) {
    case "asserts":
      return content;
    case "alleges":
      return `Alleged: ${content}`;
    case "denies":
      return `Denied: ${content}`;
  }
}

function claimContent(claim: Claim, words: ClaimWords): string {
  const subject = words.entity(claim.subject);
  const said =
    claim.kind === "link"
      ? `${subject} ${relationOf(words.ontology, claim.relation).label} ${words.entity(claim.object)}`
      : `${subject}: ${words.ontology.properties.get(claim.property)?.label ?? claim.property} ${valueText(claim)}`;
  const note = claim.note === "" ? "" : ` (${claim.note})`;
  const about = claim.about === null ? "" : `, about ${words.entity(claim.about)}`;
  const during = claim.during === null ? "" : `, ${formatPartialDate(claim.during)}`;
  return `${said}${note}${about}${during}`;
}
