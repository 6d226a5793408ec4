import { useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import { type Held, heldPicks, without } from "../state/held.ts";
import { byPlace } from "./by-place.ts";
import type { Choice } from "./choice-box.tsx";
import { cx } from "./cx.ts";
import { Pick } from "./ends-box.tsx";
import styles from "./parts.module.css";
import picks from "./picks.module.css";

interface PickBoxProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly held: Held;
  readonly onChange: (held: Held) => void;
  readonly placeholder?: string;
}

/** Some of many: a box that narrows a list while one types, and keeps what was chosen in front. */
export function PickBox({ label, choices, held, onChange, placeholder = "Choose" }: PickBoxProps) {
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState("");
  const { picked } = held;
  const asked = text.trim().toLowerCase();
  const left = byPlace("c", choices).filter(
    ({ item }) => picked.every(({ id }) => id !== item.value) && matches(item.label, asked),
  );
  return (
    <ComboBox
      className={cx(picks.box, picks.bare)}
      menuTrigger="focus"
      allowsEmptyCollection
      defaultFilter={everything}
      inputValue={text}
      selectedKey={null}
      onInputChange={(next) => (next !== "" && next === chosen ? setChosen("") : setText(next))}
      onSelectionChange={(key) => {
        const choice = left.find(({ id }) => id === key)?.item;
        if (choice === undefined) return;
        setText("");
        setChosen(choice.label);
        onChange(heldPicks([...picked, { is: "value", id: choice.value, text: choice.label }]));
      }}
    >
      <Label className="visually-hidden">{label}</Label>
      <div className={picks.row}>
        {picked.map((one, at) => (
          <Pick key={one.id} label={label} one={one} onRemove={() => onChange(without(held, at))} />
        ))}
        <Input
          className={cx(picks.input)}
          placeholder={picked.length > 0 ? "or…" : placeholder}
          spellCheck={false}
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key === "Backspace" && text === "" && picked.length > 0) onChange(without(held, picked.length - 1));
          }}
        />
      </div>
      <Popover className={cx(styles.popover)} offset={4}>
        <ListBox className={cx(styles.listbox)} renderEmptyState={() => <p className={styles.nothing}>Nothing is called so.</p>}>
          {left.map(({ item: choice, id }) => (
            <ListBoxItem key={id} id={id} textValue={choice.label} className={cx(styles.option)}>
              <span>{choice.label}</span>
              {choice.side !== undefined && <span className={styles.side}>{choice.side}</span>}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

const everything = () => true;

function matches(words: string, asked: string): boolean {
  return asked === "" || words.toLowerCase().includes(asked);
}
