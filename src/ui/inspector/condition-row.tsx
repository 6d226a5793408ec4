import { X } from "lucide-react";
import { directions } from "../../graph/conditions.ts";
import { type Choice, ChoiceBox } from "../parts/choice-box.tsx";
import { EntityBox } from "../parts/entity-box.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import { type Condition, conditionLabels, noEnd, removeCondition } from "../state/path-form.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { count, shortName } from "../state/words.ts";
import styles from "./inspector.module.css";

const hopChoices: readonly Choice[] = [1, 2, 3, 4, 5, 6, 8, 10, 12].map((n) => ({ value: String(n), label: count(n, "hop") }));
const directionChoices: readonly Choice[] = [
  { value: "any", label: "either way" },
  { value: "forward", label: "along the arrows" },
  { value: "backward", label: "against the arrows" },
];

/** One further condition of a path question, with a button that drops it. */
export function ConditionRow({ condition }: { condition: Condition }) {
  const form = usePage((state) => state.form);
  const { setForm } = useActions();
  return (
    <div className={styles.condition}>
      <Control condition={condition} />
      <IconButton
        small
        label={`Drop the condition: ${conditionLabels[condition]}`}
        onPress={() => setForm(removeCondition(form, condition))}
      >
        <X size={14} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

function Control({ condition }: { condition: Condition }) {
  const form = usePage((state) => state.form);
  const relations = usePage((state) => state.case?.relations) ?? [];
  const sources = usePage((state) => state.case?.sources) ?? [];
  const { setForm } = useActions();
  switch (condition) {
    case "maxHops":
      return (
        <ChoiceBox
          label="At most"
          choices={hopChoices}
          value={form.maxHops === null ? null : String(form.maxHops)}
          onChange={(value) => setForm({ maxHops: Number(value) })}
        />
      );
    case "direction":
      return (
        <ChoiceBox
          label="Direction"
          choices={directionChoices}
          value={form.direction}
          onChange={(value) => setForm({ direction: directions.find((one) => one === value) ?? "any" })}
        />
      );
    case "relation":
      return (
        <ChoiceBox
          label="Only this relation"
          choices={relations.map(({ id, label, family }) => ({ value: id, label: shortName(label, 60), side: family }))}
          value={form.relation}
          onChange={(relation) => setForm({ relation })}
        />
      );
    case "notSource":
      return (
        <ChoiceBox
          label="Without the source"
          choices={sources.map(({ id, title }) => ({ value: id, label: shortName(title, 90) }))}
          value={form.notSource}
          onChange={(notSource) => setForm({ notSource })}
        />
      );
    case "via":
      return <EntityBox label="Through" value={form.via ?? noEnd} onChange={(via) => setForm({ via })} />;
    case "avoid":
      return <EntityBox label="Not through" value={form.avoid ?? noEnd} onChange={(avoid) => setForm({ avoid })} />;
    case "includeDenied":
      return <p data-switch="">Links that are only denied are walked too</p>;
  }
}
