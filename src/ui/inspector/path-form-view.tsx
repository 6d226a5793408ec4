import { ArrowDownUp, Plus } from "lucide-react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import { standings } from "../../claims/standing.ts";
import { lineForms } from "../../view/scene.ts";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { cx } from "../parts/cx.ts";
import { EntityBox } from "../parts/entity-box.tsx";
import { IconButton } from "../parts/icon-button.tsx";
import parts from "../parts/parts.module.css";
import { TextButton } from "../parts/text-button.tsx";
import { addCondition, askedPath, type Condition, conditionLabels, conditions } from "../state/path-form.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { standingWords } from "../state/words.ts";
import { ConditionRow } from "./condition-row.tsx";
import styles from "./inspector.module.css";

const leastChoices = [
  { value: "any", label: "any but denied" },
  ...standings.slice(0, 4).map((standing) => ({
    value: standing,
    label: lineForms[standing].label.toLowerCase(),
    side: standingWords[standing],
  })),
];

/** From, To, how firmly at least, and further conditions. */
export function PathFormView() {
  const form = usePage((state) => state.form);
  const asking = usePage((state) => state.asking);
  const { setForm, setEnd, swap, askForm } = useActions();
  const left = conditions.filter((condition) => !form.conditions.includes(condition));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        askForm();
      }}
    >
      <div className={styles.ends}>
        <EntityBox inline label="From" value={form.from} onChange={(end) => setEnd("from", end)} />
        <EntityBox inline label="To" value={form.to} onChange={(end) => setEnd("to", end)} />
        <IconButton label="Swap From and To" onPress={swap} small>
          <ArrowDownUp size={15} aria-hidden="true" />
        </IconButton>
      </div>
      {form.conditions.map((condition) => (
        <ConditionRow key={condition} condition={condition} />
      ))}
      <div className={styles.ask}>
        <ChoiceBox
          inline
          label="At least"
          choices={leastChoices}
          value={form.standing ?? "any"}
          onChange={(value) => setForm({ standing: standings.find((standing) => standing === value) ?? null })}
        />
        {left.length > 0 && <ConditionMenu left={left} />}
        <TextButton type="submit" look="primary" disabled={asking || askedPath(form) === null}>
          {asking ? "Looking…" : "Find paths"}
        </TextButton>
      </div>
    </form>
  );
}

function ConditionMenu({ left }: { left: readonly Condition[] }) {
  const form = usePage((state) => state.form);
  const { setForm } = useActions();
  return (
    <MenuTrigger>
      <TextButton look="icon" label="Add a condition">
        <Plus size={16} aria-hidden="true" />
      </TextButton>
      <Popover className={cx(parts.popover)} placement="bottom end">
        <Menu
          className={cx(parts.listbox)}
          onAction={(key) => {
            const condition = conditions.find((one) => one === key);
            if (condition !== undefined) setForm(addCondition(form, condition));
          }}
        >
          {left.map((condition) => (
            <MenuItem key={condition} id={condition} className={cx(parts.option)}>
              <span>{conditionLabels[condition]}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
