import { families } from "../../claims/ontology.ts";
import type { FieldHolds } from "../../query/question-field.ts";
import type { Choice } from "../parts/choice-box.tsx";
import { usePage } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";

/** The case's relations, to choose from; those that occur in it first. */
export function useRelationChoices(): readonly Choice[] {
  const relations = usePage((state) => state.case?.relations) ?? [];
  const used = usePage((state) => state.case?.stats.relations);
  const uses = (id: string) => (used !== undefined && Object.hasOwn(used, id) ? (used[id] ?? 0) : 0);
  return [...relations]
    .sort((a, b) => Number(uses(b.id) > 0) - Number(uses(a.id) > 0))
    .map(({ id, label, family }) => ({ value: id, label: shortName(label, 60), side: family }));
}

/** What a field that holds several of a list can hold. */
export function useFieldChoices(is: FieldHolds["is"]): readonly Choice[] {
  const relations = useRelationChoices();
  const sources = usePage((state) => state.case?.sources) ?? [];
  const types = usePage((state) => state.case?.types) ?? [];
  if (is === "relations") return relations;
  if (is === "families") return families.map((family) => ({ value: family, label: family }));
  if (is === "types") return types.map(({ id, label }) => ({ value: id, label: shortName(label, 60) }));
  return is === "sources" ? sources.map(({ id, title }) => ({ value: id, label: shortName(title, 90) })) : [];
}
