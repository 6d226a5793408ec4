import { Plus, X } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from "react-aria-components";
import type { SearchHit } from "../../store/case-store.ts";
import { endOfPick, type Held, kept, type Picked, without } from "../state/held.ts";
import { type MatchingType, matchingTypes } from "../state/matching-types.ts";
import { usePage } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";
import { byPlace } from "./by-place.ts";
import { cx } from "./cx.ts";
import { EntityOption } from "./entity-option.tsx";
import { NothingFound } from "./nothing-found.tsx";
import styles from "./parts.module.css";
import picks from "./picks.module.css";
import { TypeGlyph } from "./type-glyph.tsx";
import { useEntitySearch } from "./use-entity-search.ts";

interface EndsBoxProps {
  readonly label: string;
  readonly held: Held;
  readonly onChange: (held: Held) => void;
  /** `one`: a single entity. `end`: usually one, typed over; more can be added. `many`: each goes behind the others. */
  readonly takes: "one" | "end" | "many";
  /** Types stand for any entity of theirs. */
  readonly types?: true;
  /** The label is a letter. */
  readonly short?: true;
  /** The label is heard and not seen. */
  readonly bare?: true;
  readonly placeholder?: string;
}

/** A box for entities, by any name the case knows, and for types ("any person"). */
export function EndsBox(props: EndsBoxProps) {
  const { label, held, takes, short, bare, placeholder } = props;
  const { typed, picked } = held;
  const input = useRef<HTMLInputElement>(null);
  const [isHere, setIsHere] = useState(false);
  const { hits, kinds, state } = useSuggestions(props, isHere);
  const { change, choose, type, onKeyDown } = useTyping(props);
  return (
    <ComboBox
      className={cx(picks.box, bare && picks.bare)}
      menuTrigger="input"
      allowsCustomValue
      // Closes the list once an entity is chosen: then there is nothing to suggest.
      allowsEmptyCollection={typed.id === null && typed.text.trim() !== ""}
      defaultFilter={everything}
      inputValue={typed.text}
      selectedKey={null}
      onFocusChange={setIsHere}
      onInputChange={type}
      onSelectionChange={(key) => choose([...hits, ...kinds].find(({ id }) => id === key)?.item)}
    >
      <Label className={cx(bare ? "visually-hidden" : picks.label, short && picks.short)}>{label}</Label>
      <div className={picks.row}>
        {picked.map((one, at) => (
          <Pick key={`${one.is} ${one.id}`} label={label} one={one} onRemove={() => change(without(held, at))} />
        ))}
        <Input
          ref={input}
          className={cx(picks.input)}
          placeholder={picked.length > 0 ? "and…" : (placeholder ?? "Name or alias")}
          spellCheck={false}
          autoComplete="off"
          onKeyDown={onKeyDown}
        />
      </div>
      {takes === "end" && typed.text.trim() !== "" && (
        <Another
          label={label}
          onPress={() => {
            change(kept(held));
            input.current?.focus();
          }}
        />
      )}
      <Popover className={cx(styles.popover)} offset={4}>
        <ListBox className={cx(styles.listbox)} renderEmptyState={() => <NothingFound state={state} />}>
          {hits.map(({ id, item }) => (
            <EntityOption key={id} id={id} hit={item} />
          ))}
          {kinds.map(({ id, item }) => (
            <TypeOption key={id} id={id} kind={item} />
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Entities and types that what is typed may mean; nothing once one is chosen, nor of what was put in from elsewhere while nobody types here. */
function useSuggestions({ held: { typed }, types }: EndsBoxProps, isHere: boolean) {
  const { hits, state } = useEntitySearch(typed.text, isHere && typed.id === null);
  const known = usePage((page) => page.case?.types) ?? [];
  const kinds = types === true && typed.id === null ? matchingTypes(typed.text, known) : [];
  return { hits: byPlace("h", hits), kinds: byPlace("t", kinds), state };
}

/** Typing, choosing and taking back. */
function useTyping({ held, onChange, takes }: EndsBoxProps) {
  const { typed, picked } = held;
  // The box reports a choice and the text that goes with it in two calls; the second must not undo the first.
  const latest = useRef({ held, chosen: "" });
  latest.current.held = held;
  const change = (next: Held, chosen = "") => {
    latest.current = { held: next, chosen };
    onChange(next);
  };
  return {
    change,
    choose: (item: SearchHit | MatchingType | undefined) => {
      if (item === undefined) return;
      const one = pickOf(item);
      const next = { picked, typed: endOfPick(one) };
      change(takes === "many" ? kept(next) : next, one.text);
    },
    type: (text: string) => {
      if (text === latest.current.held.typed.text || (text !== "" && text === latest.current.chosen)) return;
      change({ picked, typed: { text, id: null } });
    },
    onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
      if (event.key === "Backspace" && typed.text === "" && picked.length > 0) change(without(held, picked.length - 1));
    },
  };
}

function pickOf(item: SearchHit | MatchingType): Picked {
  if ("words" in item) return { is: "type", id: item.id, text: item.words };
  return { is: "entity", id: item.entity.id, text: shortName(item.entity.name, 200) };
}

function Another({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <button type="button" className={picks.more} aria-label={`${label}: another one`} title="Another one" onClick={onPress}>
      <Plus size={14} aria-hidden="true" />
    </button>
  );
}

function TypeOption({ id, kind }: { id: string; kind: MatchingType }) {
  return (
    <ListBoxItem id={id} textValue={kind.words} className={cx(styles.option)}>
      <TypeGlyph type={kind.id} />
      <span>{kind.words}</span>
      <span className={styles.side}>every one</span>
    </ListBoxItem>
  );
}

/** The server has matched already, by aliases too. */
const everything = () => true;

interface PickProps {
  readonly label: string;
  readonly one: Picked;
  readonly onRemove: () => void;
}

/** Something that was chosen, with a cross that takes it out again. */
export function Pick({ label, one, onRemove }: PickProps) {
  return (
    <span className={picks.pick}>
      {one.is === "type" && <TypeGlyph type={one.id} size={14} />}
      <span>{shortName(one.text, 60)}</span>
      <button type="button" aria-label={`${label}: without ${shortName(one.text, 60)}`} onClick={onRemove}>
        <X size={12} aria-hidden="true" />
      </button>
    </span>
  );
}
