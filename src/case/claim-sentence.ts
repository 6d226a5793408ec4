import type { Claim } from "../claims/claim.ts";
import { relationOf } from "../claims/ontology.ts";
import { valueText } from "../claims/value-text.ts";
import type { CaseStore } from "../store/case-store.ts";
import { namedEntity } from "./claim-view.ts";

/** What a claim says, in one sentence with names: "Vladimir Putin alleges: Ukraine assisted the attack." */
export function claimSentence(store: CaseStore, claim: Claim): string {
  const subject = namedEntity(store, claim.subject).name;
  const note = claim.note === "" ? "" : ` (${claim.note})`;
  const said =
    claim.kind === "link"
      ? `${subject} ${relationOf(store.ontology(), claim.relation).label} ${namedEntity(store, claim.object).name}${note}`
      : `${subject}: ${store.ontology().properties.get(claim.property)?.label ?? claim.property} ${valueText(claim)}${note}`;
  if (claim.speaker !== null) return `${namedEntity(store, claim.speaker).name} ${claim.stance}: ${said}.`;
  if (claim.stance === "asserts") return `${said}.`;
  return `${claim.stance === "alleges" ? "Alleged" : "Denied"}: ${said}.`;
}
