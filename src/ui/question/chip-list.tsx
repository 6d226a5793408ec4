import { X } from "lucide-react";
import { type FocusEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { FieldName, QuestionField } from "../../query/question-field.ts";
import { IconButton } from "../parts/icon-button.tsx";
import type { Chip } from "../state/chip.ts";
import { chipInWords, chipParts } from "../state/chip-words.ts";
import { shownChips } from "../state/question-form.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";
import { ChipControl } from "./chip-control.tsx";
import { ConditionMenu } from "./condition-menu.tsx";
import { LeastChip } from "./least-chip.tsx";
import styles from "./question.module.css";

const menuClosedMs = 40;

/** How firmly at least, and the conditions that were added, each edited where it stands; the menu of those that can be added. */
export function ChipList() {
  const form = usePage((state) => state.form);
  const problems = usePage((state) => state.problems);
  const chips = shownChips(form);
  const { list, open, setOpen, add, remove, finish } = useOpenChip(chips.map(({ chip }) => chip.name));
  return (
    <ul ref={list} className={styles.chips} aria-label="Conditions">
      <li>
        <LeastChip />
      </li>
      {chips.map(({ chip, field }) => {
        const props = { chip, field, onRemove: () => remove(chip.name) };
        const problem = problems[chip.name] ?? null;
        return open === chip.name || problem !== null ? (
          <OpenChip key={chip.name} {...props} problem={problem} onDone={(how) => void finish(chip.name, how)} />
        ) : (
          <ShutChip key={chip.name} {...props} onOpen={() => setOpen(chip.name)} />
        );
      })}
      <li data-add="">
        <ConditionMenu onAdd={add} />
      </li>
    </ul>
  );
}

/** Which condition is being filled in, and where the keyboard goes when one comes, is done, or goes. `names`: those there are. */
function useOpenChip(names: readonly FieldName[]) {
  const { addChip, removeChip, checkForm } = useActions();
  const [open, setOpen] = useState<FieldName | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const focus = (name: FieldName | undefined) => {
    const selector = name === undefined ? "[data-add] button" : `[data-chip="${name}"] button`;
    // After the list is drawn anew.
    setTimeout(() => list.current?.querySelector<HTMLElement>(selector)?.focus());
  };
  return {
    list,
    open,
    setOpen,
    add: ({ name, holds }: QuestionField) => {
      addChip(name);
      if (holds.is === "flag") focus(name);
      else setOpen(name);
    },
    remove: (name: FieldName) => {
      const at = names.indexOf(name);
      removeChip(name);
      setOpen(null);
      focus(names[at + 1] ?? names[at - 1]);
    },
    /** Shuts the condition unless it can't be asked as it stands. */
    finish: async (name: FieldName, how: "key" | "left") => {
      const problems = await checkForm();
      if (problems[name] !== undefined) return;
      setOpen((now) => (now === name ? null : now));
      if (how === "key") focus(name);
    },
  };
}

interface ChipProps {
  readonly chip: Chip;
  readonly field: QuestionField;
  readonly onRemove: () => void;
}

function ShutChip({ chip, field, onOpen, onRemove }: ChipProps & { readonly onOpen: () => void }) {
  const words = shortName(chipInWords(chip, field), 200);
  const { before, value, after } = chipParts(chip, field);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Delete" && event.key !== "Backspace") return;
    event.preventDefault();
    onRemove();
  };
  return (
    <li data-chip={chip.name} className={styles.chip}>
      <button
        type="button"
        aria-label={field.holds.is === "flag" ? words : `${words}: change`}
        title={field.help}
        onKeyDown={onKeyDown}
        onClick={field.holds.is === "flag" ? undefined : onOpen}
      >
        <span>
          {before}
          {value !== "" && <b>{shortName(value, 60)}</b>}
          {after}
        </span>
      </button>
      <button type="button" className={styles.cross} aria-label={`Remove: ${words}`} onClick={onRemove}>
        <X size={12} aria-hidden="true" />
      </button>
    </li>
  );
}

interface OpenChipProps extends ChipProps {
  readonly problem: string | null;
  readonly onDone: (how: "key" | "left") => void;
}

function OpenChip({ chip, field, problem, onDone, onRemove }: OpenChipProps) {
  const { checkForm, askForm } = useActions();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // The menu that added the chip gives the focus back to its button as it closes; this comes after that.
    const timer = setTimeout(() => row.current?.querySelector<HTMLElement>("input, button")?.focus(), menuClosedMs);
    return () => clearTimeout(timer);
  }, []);
  const [before = "", after = ""] = field.label.split("…").map((part) => part.trim());
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    // The lists of boxes float above the page, outside of this element.
    const within =
      relatedTarget === null || currentTarget.contains(relatedTarget) || relatedTarget.closest("[role=listbox]") !== null;
    if (!within) onDone("left");
    else void checkForm();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const lists = (event.target as HTMLElement).getAttribute("aria-expanded") === "true";
    const enters = event.key === "Enter" && event.target instanceof HTMLInputElement;
    if (lists || (event.key !== "Escape" && !enters)) return;
    event.preventDefault();
    event.stopPropagation();
    if (enters) void askForm();
    onDone("key");
  };
  return (
    <li ref={row} data-chip={chip.name} className={styles.open} onBlur={onBlur} onKeyDown={onKeyDown}>
      <span className={styles.said}>{before}</span>
      <ChipControl chip={chip} field={field} problem={problem} />
      {after !== "" && <span className={styles.said}>{after}</span>}
      <IconButton small label={`Remove: ${chipInWords(chip, field)}`} onPress={onRemove}>
        <X size={14} aria-hidden="true" />
      </IconButton>
    </li>
  );
}
