import { ChevronDown } from "lucide-react";
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from "react-aria-components";
import { byPlace } from "./by-place.ts";
import styles from "./choice-box.module.css";
import { cx } from "./cx.ts";
import parts from "./parts.module.css";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly side?: string;
}

interface ChoiceBoxProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** `pill`: a chip, the label inside. `bare`, `quiet`: the value alone, the label is heard. */
  readonly look?: "box" | "pill" | "bare" | "quiet";
}

/** One of a few: a select. Values may be any text; the list knows them by position. */
export function ChoiceBox({ label, choices, value, onChange, placeholder = "Choose", look = "box" }: ChoiceBoxProps) {
  const at = choices.findIndex((choice) => choice.value === value);
  return (
    <Select
      className={cx(parts.field, look === "pill" && styles.pill)}
      selectedKey={at < 0 ? null : `c${at}`}
      onSelectionChange={(key) => {
        const chosen = choices[Number(String(key).slice(1))];
        if (chosen !== undefined) onChange(chosen.value);
      }}
      placeholder={placeholder}
    >
      <Label className={cx(labelOf(look))}>{label}</Label>
      <Button className={cx(parts.button, styles.select, look !== "box" && styles[`select-${look}`])}>
        <SelectValue>
          {({ isPlaceholder, defaultChildren }) => (isPlaceholder ? defaultChildren : choices[at]?.label)}
        </SelectValue>
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className={cx(parts.popover)} offset={4}>
        <ListBox className={cx(parts.listbox)}>
          {byPlace("c", choices).map(({ id, item: choice }) => (
            <ListBoxItem
              key={id}
              id={id}
              textValue={choice.label}
              className={cx(parts.option, look === "quiet" && styles.stacked)}
            >
              <span>{choice.label}</span>
              {choice.side !== undefined && <span className={parts.side}>{choice.side}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}

function labelOf(look: NonNullable<ChoiceBoxProps["look"]>): string | undefined {
  if (look === "quiet" || look === "bare") return "visually-hidden";
  return cx(parts.label, look === "pill" && styles["pill-label"]);
}
