import type { EntityId } from "../base/ids.ts";
import type { AttributeClaim, Claim } from "../claims/claim.ts";
import type { Link } from "../claims/link.ts";
import type { Ontology } from "../claims/ontology.ts";
import { relationOf } from "../claims/ontology.ts";
import { valueText } from "../claims/value-text.ts";
import type { CaseStore } from "../store/case-store.ts";
import { isAttributeClaim } from "./claim-view.ts";
import type { LinkLine } from "./views.ts";

/** A link as one line. `seenFrom` is the end whose reader it is for: the figures are the other end's. */
export function linkLine(store: CaseStore, link: Link, seenFrom: EntityId = link.from): LinkLine {
  return linkLines(store, [link], seenFrom).lines[0]!;
}

/** Links as lines, read together, and the claims behind all of them. */
export function linkLines(
  store: CaseStore,
  links: readonly Link[],
  seenFrom?: EntityId,
): { readonly lines: LinkLine[]; readonly claims: readonly Claim[] } {
  const ontology = store.ontology();
  const claims = store.near.claimsOfLinks(links.map(({ id }) => id));
  const heads = store.near.heads(links.flatMap(({ from, to }) => [from, to]));
  const headOf = (id: EntityId) => heads.get(id) ?? { id, type: "thing", name: id };
  const otherEnd = ({ from, to }: Link) => ((seenFrom ?? from) === from ? to : from);
  const attributes = store.near.attributes(links.map(otherEnd));
  const lines = links.map((link) => {
    const { label, inverse, symmetric } = relationOf(ontology, link.relation);
    const notes = (claims.get(link.id) ?? []).map(({ note }) => note);
    return {
      ...link,
      ...{ label, inverse, symmetric, fromEntity: headOf(link.from), toEntity: headOf(link.to) },
      notes: [...new Set(notes)].filter((note) => note !== ""),
      figures: figuresOf(ontology, attributes.get(otherEnd(link)) ?? []),
    };
  });
  return { lines, claims: [...claims.values()].flat() };
}

/** The numbers that somebody gives of an entity: `count: about 10,000`. */
function figuresOf(ontology: Ontology, attributes: readonly Claim[]): string[] {
  const figures = attributes.filter(isAttributeClaim).filter(({ value }) => typeof value === "number");
  return [...new Set(figures.map((claim) => figure(ontology, claim)))];
}

function figure(ontology: Ontology, claim: AttributeClaim): string {
  const label = ontology.properties.get(claim.property)?.label ?? claim.property;
  const note = claim.note === "" ? "" : ` (${claim.note})`;
  return `${claim.stance === "denies" ? "not " : ""}${label}: ${valueText(claim)}${note}`;
}
