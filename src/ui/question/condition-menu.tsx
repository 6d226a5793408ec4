import { Plus, Search } from "lucide-react";
import {
  Autocomplete,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  SearchField,
  useFilter,
} from "react-aria-components";
import { type FieldGroup, fieldGroups, type QuestionField } from "../../query/question-field.ts";
import { cx } from "../parts/cx.ts";
import parts from "../parts/parts.module.css";
import { TextButton } from "../parts/text-button.tsx";
import { offeredFields } from "../state/question-form.ts";
import { usePage } from "../state/use-page.ts";
import styles from "./question.module.css";

const groupWords: Readonly<Record<FieldGroup, string>> = {
  ends: "Ends",
  size: "Hops and size",
  inside: "Entities on the way",
  links: "Links and relations",
  claims: "Claims and sources",
  time: "Time",
};

/** What else a question can ask, to be searched; grouped. */
export function ConditionMenu({ onAdd }: { onAdd: (field: QuestionField) => void }) {
  const form = usePage((state) => state.form);
  const { contains } = useFilter({ sensitivity: "base" });
  const offered = offeredFields(form);
  if (offered.length === 0) return null;
  return (
    <MenuTrigger>
      <TextButton look="chip" label="Add a condition">
        <Plus size={13} aria-hidden="true" /> condition
      </TextButton>
      <Popover className={cx(parts.popover, styles.menu)} placement="bottom start">
        <Autocomplete filter={contains}>
          <SearchField aria-label="Search the conditions" className={cx(styles.find)} autoFocus>
            <Search size={14} aria-hidden="true" />
            <Input placeholder="hops, source, date…" />
          </SearchField>
          <Menu
            aria-label="Conditions"
            className={cx(parts.listbox, styles.fields)}
            onAction={(key) => {
              const field = offered.find(({ name }) => name === key);
              if (field !== undefined) onAdd(field);
            }}
            renderEmptyState={() => <p className={parts.nothing}>No condition is called so.</p>}
          >
            {fieldGroups.map((group) => (
              <Group key={group} words={groupWords[group]} fields={offered.filter((field) => field.group === group)} />
            ))}
          </Menu>
        </Autocomplete>
      </Popover>
    </MenuTrigger>
  );
}

function Group({ words, fields }: { words: string; fields: readonly QuestionField[] }) {
  if (fields.length === 0) return null;
  return (
    <MenuSection>
      <Header className={cx(parts.caps, parts.section)}>{words}</Header>
      {fields.map(({ name, label, help }) => (
        <MenuItem
          key={name}
          id={name}
          textValue={`${label} ${help}`}
          className={cx(parts.option, styles.field)}
          aria-label={nameOf(label, help)}
        >
          <span>{nameOf(label, help)}</span>
        </MenuItem>
      ))}
    </MenuSection>
  );
}

function nameOf(label: string, help: string): string {
  return label === "…" ? help : label;
}
