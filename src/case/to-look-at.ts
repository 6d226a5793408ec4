import type { EntityId } from "../base/ids.ts";
import type { AttributeClaim } from "../claims/claim.ts";
import type { Judgement } from "../claims/judgement.ts";
import { relationOf } from "../claims/ontology.ts";
import { valueText } from "../claims/value-text.ts";
import type { CaseStore } from "../store/case-store.ts";
import { isAttributeClaim, namedEntity } from "./claim-view.ts";
import type { LookAt } from "./views.ts";

/** Lines at most: a list to work through, not a report. */
const maxLines = 50;

/** What deserves a look: contested links, suggestions of sameness, figures that differ. */
export function toLookAt(store: CaseStore): LookAt[] {
  return [...contested(store), ...judged(store), ...ownFigures(store)].slice(0, maxLines);
}

function contested(store: CaseStore): LookAt[] {
  const found: LookAt[] = [];
  for (const link of store.links()) {
    if (link.standing !== "contested") continue;
    const name = (id: EntityId) => namedEntity(store, id).name;
    const text = `Contested: ${name(link.from)} ${relationOf(store.ontology(), link.relation).label} ${name(link.to)}`;
    found.push({ kind: "contested", text, link: link.id });
    if (found.length === maxLines) break;
  }
  return found;
}

function judged(store: CaseStore): LookAt[] {
  return store.judgements().flatMap((judgement): LookAt[] => {
    const { a, b, verdict, id } = judgement;
    if (verdict === "same") return [];
    const text = `Perhaps the same: ${namedEntity(store, a).name} and ${namedEntity(store, b).name}`;
    const suggestion: LookAt[] = verdict === "unsure" ? [{ kind: "same", text, a, b, judgement: id }] : [];
    return [...suggestion, ...pairFigures(store, judgement)];
  });
}

/** Two entities that somebody compared, and that differ in a figure: eleven men against four. */
function pairFigures(store: CaseStore, { a, b }: Judgement): LookAt[] {
  const theirs = figuresOf(store, b);
  return figuresOf(store, a).flatMap((mine): LookAt[] => {
    const other = theirs.find(({ property, value }) => property === mine.property && value !== mine.value);
    if (other === undefined) return [];
    const text = `${namedEntity(store, a).name}: ${valueText(mine)}; ${namedEntity(store, b).name}: ${valueText(other)}`;
    return [{ kind: "figures", text, entities: [a, b] }];
  });
}

/** One entity of which two figures are given for one property, with the same note. */
function ownFigures(store: CaseStore): LookAt[] {
  const found: LookAt[] = [];
  const first = new Map<string, AttributeClaim>();
  for (const claim of store.claims()) {
    if (!isAttributeClaim(claim) || claim.stance === "denies" || typeof claim.value !== "number") continue;
    const subject = store.representative(claim.subject);
    const key = JSON.stringify([subject, claim.property, claim.note, claim.during]);
    const known = first.get(key);
    if (known === undefined) first.set(key, claim);
    else if (known.value !== claim.value) {
      const label = store.ontology().properties.get(claim.property)?.label ?? claim.property;
      const text = `${namedEntity(store, subject).name}: ${label} ${valueText(known)} or ${valueText(claim)}`;
      found.push({ kind: "figures", text, entities: [subject] });
    }
    if (found.length === maxLines) break;
  }
  return found;
}

function figuresOf(store: CaseStore, id: EntityId): AttributeClaim[] {
  return store
    .attributesOf(id)
    .filter(isAttributeClaim)
    .filter(({ value, stance }) => typeof value === "number" && stance !== "denies");
}
