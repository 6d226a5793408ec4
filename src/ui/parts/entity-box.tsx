import { useRef } from "react";
import { ComboBox, Input, Label, ListBox, Popover } from "react-aria-components";
import type { End } from "../state/end.ts";
import { shortName } from "../state/words.ts";
import { cx } from "./cx.ts";
import { EntityOption } from "./entity-option.tsx";
import { NothingFound } from "./nothing-found.tsx";
import styles from "./parts.module.css";
import { useEntitySearch } from "./use-entity-search.ts";

interface EntityBoxProps {
  readonly label: string;
  readonly value: End;
  readonly onChange: (end: End) => void;
  readonly placeholder?: string;
}

/** A box in which one types a name, in any spelling the case knows, and chooses an entity. */
export function EntityBox({ label, value, onChange, placeholder = "Name or alias" }: EntityBoxProps) {
  const { hits, state } = useEntitySearch(value.text, value.id === null);
  // The box reports a choice and the text that goes with it in two calls; the second must not undo the first.
  const latest = useRef(value);
  latest.current = value;
  const change = (end: End) => {
    latest.current = end;
    onChange(end);
  };
  return (
    <ComboBox
      className={cx(styles.field)}
      menuTrigger="input"
      allowsCustomValue
      // Closes the list once an entity is chosen: then there is nothing to suggest.
      allowsEmptyCollection={value.id === null && value.text.trim() !== ""}
      items={hits.map((hit, at) => ({ key: `h${at}`, hit }))}
      inputValue={value.text}
      selectedKey={null}
      onInputChange={(text) => text !== latest.current.text && change({ text, id: null })}
      onSelectionChange={(key) => {
        const hit = key === null ? undefined : hits[Number(String(key).slice(1))];
        if (hit !== undefined) change({ text: shortName(hit.entity.name, 200), id: hit.entity.id });
      }}
    >
      <Label className={cx(styles.label)}>{label}</Label>
      <Input className={cx(styles.input)} placeholder={placeholder} spellCheck={false} autoComplete="off" />
      <Popover className={cx(styles.popover)} offset={4}>
        <ListBox className={cx(styles.listbox)} renderEmptyState={() => <NothingFound state={state} />}>
          {({ key, hit }: { key: string; hit: (typeof hits)[number] }) => <EntityOption id={key} hit={hit} />}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
