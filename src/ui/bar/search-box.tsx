import { CornerDownLeft, Route } from "lucide-react";
import { type KeyboardEvent, type RefObject, useState } from "react";
import { ComboBox, Header, Input, ListBox, ListBoxItem, ListBoxSection, Popover } from "react-aria-components";
import type { EntityId } from "../../base/ids.ts";
import { byPlace } from "../parts/by-place.ts";
import { cx } from "../parts/cx.ts";
import { EntityOption } from "../parts/entity-option.tsx";
import { NothingFound } from "../parts/nothing-found.tsx";
import parts from "../parts/parts.module.css";
import { useEntitySearch } from "../parts/use-entity-search.ts";
import { useCanvas, useCommand } from "../shortcuts/command-context.ts";
import { commands, keyWords, shownKeys } from "../shortcuts/commands.ts";
import { isMac } from "../shortcuts/use-shortcuts.ts";
import { parseArrow } from "../state/parse-arrow.ts";
import { emptyForm } from "../state/question-form.ts";
import { useActions } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";
import styles from "./bar.module.css";

/** The one box: finds entities, asks for a path between two names, runs commands. */
export function SearchBox({ inputRef }: { inputRef: RefObject<HTMLInputElement | null> }) {
  const [text, setText] = useState("");
  const { goToEntity, setForm, askForm, search, fold, tell } = useActions();
  const run = useCommand();
  const canvas = useCanvas();
  const arrow = parseArrow(text);
  const { hits, state } = useEntitySearch(text, arrow === null);
  const found = matchingCommands(text);

  const show = (id: EntityId) => {
    fold("right", false);
    if (goToEntity(id)) canvas()?.focus([id]);
  };
  /** Empties the box and goes on to what was found, once the list has closed. */
  const done = () => {
    setText("");
    setTimeout(() => document.getElementById("inspector")?.focus());
  };
  const runCommand = (id: string) => {
    setText("");
    inputRef.current?.blur();
    run(id);
  };
  const askBetween = ({ from, to }: { from: string; to: string }) => {
    const typed = (text: string) => ({ picked: [], typed: { text, id: null } });
    setForm({ ...emptyForm, from: typed(from), to: typed(to) });
    void askForm();
  };
  const choose = (key: string) => {
    const at = Number(key.slice(1));
    if (key.startsWith("h")) show(hits[at]!.entity.id);
    else if (key.startsWith("c")) return runCommand(found[at]!.id);
    else if (arrow !== null) askBetween(arrow);
    done();
  };
  /** Enter without a chosen line: the path, or the best entity, also when its suggestion has not come yet. */
  const enter = async (event: KeyboardEvent) => {
    const input = event.target as HTMLElement;
    if (event.key !== "Enter" || text.trim() === "" || input.getAttribute("aria-activedescendant")) return;
    event.preventDefault();
    event.stopPropagation();
    if (arrow !== null) return choose("a0");
    const [best] = await search(text.trim()).catch(() => []);
    if (best === undefined) return tell(`No entity is called ${shortName(text.trim(), 60)}.`, "failed");
    show(best.entity.id);
    done();
  };

  return (
    <div className={styles.search} onKeyDownCapture={(event) => void enter(event)}>
      <ComboBox
        aria-label="Search entities"
        menuTrigger="input"
        allowsCustomValue
        allowsEmptyCollection={text.trim() !== ""}
        defaultFilter={everything}
        inputValue={text}
        onInputChange={setText}
        selectedKey={null}
        onSelectionChange={(key) => key !== null && choose(String(key))}
      >
        <Input
          ref={inputRef}
          className={cx(styles.box)}
          placeholder="Search entities, or type two names: ISIS-K → Ukraine"
          spellCheck={false}
          autoComplete="off"
        />
        <span className={cx(parts.kbd, styles.key)} aria-hidden="true">
          {shownKeys("search", isMac)}
        </span>
        <Popover className={cx(parts.popover, styles.found)} offset={6}>
          <ListBox className={cx(parts.listbox)} renderEmptyState={() => <NothingFound state={state} />}>
            {arrow !== null && (
              <ListBoxItem id="a0" textValue={text} className={cx(parts.option)}>
                <Route size={16} aria-hidden="true" />
                <span>
                  Find paths from <b>{shortName(arrow.from, 40)}</b> to <b>{shortName(arrow.to, 40)}</b>
                </span>
                <CornerDownLeft size={13} aria-hidden="true" />
              </ListBoxItem>
            )}
            {byPlace("h", hits).map(({ id, item }) => (
              <EntityOption key={id} id={id} hit={item} />
            ))}
            {found.length > 0 && (
              <ListBoxSection>
                <Header className={cx(parts.caps, parts.section)}>Commands</Header>
                {byPlace("c", found).map(({ id, item: command }) => (
                  <ListBoxItem key={id} id={id} textValue={command.label} className={cx(parts.option)}>
                    <span>{command.label}</span>
                    {command.keys[0] !== undefined && <kbd className={parts.kbd}>{keyWords(command.keys[0], isMac)}</kbd>}
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  );
}

/** The server has matched already, by aliases too. */
const everything = () => true;

function matchingCommands(text: string) {
  const asked = text.trim().toLowerCase();
  if (asked.length < 2) return [];
  return commands
    .filter(
      ({ id, label }) =>
        id !== "search" &&
        label
          .toLowerCase()
          .split(" ")
          .some((word) => word.startsWith(asked)),
    )
    .slice(0, 4);
}
