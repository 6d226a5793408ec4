import type { EntityId, LinkId } from "../base/ids.ts";
import type { AttributeClaim } from "../claims/claim.ts";
import type { Judgement } from "../claims/judgement.ts";
import { relationOf } from "../claims/ontology.ts";
import { valueText } from "../claims/value-text.ts";
import type { CaseStore } from "../store/case-store.ts";
import { isAttributeClaim, namedEntity } from "./claim-view.ts";
import type { FiguresApart } from "./overview/figures-apart.ts";
import type { LookAt } from "./views.ts";

/** Lines at most: a list to work through, not a report. */
export const mostToLookAt = 50;

interface Found {
  readonly contested: readonly LinkId[];
  readonly figures: readonly FiguresApart[];
}

/** What deserves a look: contested links, suggestions of sameness, figures that differ. What is gone meanwhile is left out. */
export function toLookAt(store: CaseStore, found: Found): LookAt[] {
  return [...contested(store, found), ...judged(store), ...ownFigures(store, found)].slice(0, mostToLookAt);
}

function contested(store: CaseStore, found: Found): LookAt[] {
  return found.contested.flatMap((id): LookAt[] => {
    const link = store.link(id);
    if (link?.standing !== "contested") return [];
    const name = (entity: EntityId) => namedEntity(store, entity).name;
    const text = `Contested: ${name(link.from)} ${relationOf(store.ontology(), link.relation).label} ${name(link.to)}`;
    return [{ kind: "contested", text, link: id }];
  });
}

function judged(store: CaseStore): LookAt[] {
  const found: LookAt[] = [];
  for (const judgement of store.judgements()) {
    if (found.length >= mostToLookAt) break;
    const { a, b, verdict, id } = judgement;
    if (verdict === "same") continue;
    const text = `Perhaps the same: ${namedEntity(store, a).name} and ${namedEntity(store, b).name}`;
    if (verdict === "unsure") found.push({ kind: "same", text, a, b, judgement: id });
    found.push(...pairFigures(store, judgement));
  }
  return found;
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
function ownFigures(store: CaseStore, { figures }: Found): LookAt[] {
  const inForce = (id: FiguresApart[number]): AttributeClaim | null => {
    const claim = store.claim(id);
    return claim !== undefined && claim.withdrawn === null && isAttributeClaim(claim) ? claim : null;
  };
  return figures.flatMap(([first, other]): LookAt[] => {
    const [one, two] = [inForce(first), inForce(other)];
    if (one === null || two === null) return [];
    const subject = store.representative(one.subject);
    const label = store.ontology().properties.get(one.property)?.label ?? one.property;
    const text = `${namedEntity(store, subject).name}: ${label} ${valueText(one)} or ${valueText(two)}`;
    return [{ kind: "figures", text, entities: [subject] }];
  });
}

function figuresOf(store: CaseStore, id: EntityId): AttributeClaim[] {
  return store
    .attributesOf(id)
    .filter(isAttributeClaim)
    .filter(({ value, stance }) => typeof value === "number" && stance !== "denies");
}
