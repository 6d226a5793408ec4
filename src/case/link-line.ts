import type { EntityId } from "../base/ids.ts";
import type { AttributeClaim } from "../claims/claim.ts";
import type { Link } from "../claims/link.ts";
import type { Ontology } from "../claims/ontology.ts";
import { relationOf } from "../claims/ontology.ts";
import { valueText } from "../claims/value-text.ts";
import type { CaseStore } from "../store/case-store.ts";
import { isAttributeClaim, namedEntity } from "./claim-view.ts";
import type { LinkLine } from "./views.ts";

/** A link as one line. `seenFrom` is the end whose reader it is for: the figures are the other end's. */
export function linkLine(store: CaseStore, link: Link, seenFrom: EntityId = link.from): LinkLine {
  const relation = relationOf(store.ontology(), link.relation);
  const notes = store.claimsOfLink(link.id).map(({ note }) => note);
  const other = seenFrom === link.from ? link.to : link.from;
  return {
    ...link,
    label: relation.label,
    inverse: relation.inverse,
    symmetric: relation.symmetric,
    fromEntity: namedEntity(store, link.from),
    toEntity: namedEntity(store, link.to),
    notes: [...new Set(notes)].filter((note) => note !== ""),
    figures: figuresOf(store, other),
  };
}

/** The numbers that somebody gives of an entity: `count: about 10,000`. */
function figuresOf(store: CaseStore, id: EntityId): string[] {
  const figures = store
    .attributesOf(id)
    .filter(isAttributeClaim)
    .filter(({ value }) => typeof value === "number");
  return [...new Set(figures.map((claim) => figure(store.ontology(), claim)))];
}

function figure(ontology: Ontology, claim: AttributeClaim): string {
  const label = ontology.properties.get(claim.property)?.label ?? claim.property;
  const note = claim.note === "" ? "" : ` (${claim.note})`;
  return `${claim.stance === "denies" ? "not " : ""}${label}: ${valueText(claim)}${note}`;
}
