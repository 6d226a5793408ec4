import type { DateOrder, TableMapping, TableRole } from "../../../formats/csv/table-mapping.ts";
import { type Choice, ChoiceBox } from "../../parts/choice-box.tsx";
import { usePage } from "../../state/use-page.ts";
import { shortName } from "../../state/words.ts";
import { guessedAnew } from "./edit-mapping.ts";
import styles from "./import.module.css";

const roles: readonly Choice[] = [
  { value: "links", label: "a link" },
  { value: "entities", label: "an entity" },
  { value: "both", label: "an entity with links" },
  { value: "matrix", label: "a row of a matrix" },
];

const delimiters: readonly Choice[] = [
  { value: ",", label: "comma" },
  { value: ";", label: "semicolon" },
  { value: "\t", label: "tab" },
  { value: "|", label: "bar" },
  { value: " ", label: "spaces" },
];

const dateOrders: readonly Choice[] = [
  { value: "day-first", label: "day first: 24.3.2024" },
  { value: "month-first", label: "month first: 3/24/2024" },
  { value: "year-first", label: "year first: 2024-03-24" },
];

const separators: readonly Choice[] = [
  { value: "", label: "nothing: one value" },
  { value: ";", label: "semicolon" },
  { value: ",", label: "comma" },
  { value: "|", label: "bar" },
  { value: "\n", label: "a new line" },
  { value: " ", label: "space" },
];

interface TableSettingsProps {
  readonly mapping: TableMapping;
  readonly onChange: (mapping: TableMapping) => void;
}

/** How the table is written, and what stands for what no column says. */
export function TableSettings({ mapping, onChange }: TableSettingsProps) {
  const types = usePage((state) => state.case?.types) ?? [];
  const relations = usePage((state) => state.case?.relations) ?? [];
  const set = (part: Partial<TableMapping>) => onChange({ ...mapping, ...part });
  const holds = (as: string) => mapping.columns.some((column) => column.as === as);
  return (
    <div className={styles.settings}>
      <ChoiceBox
        label="Each row is"
        value={mapping.role}
        choices={roles}
        onChange={(role) => onChange(guessedAnew(mapping, { role: role as TableRole }))}
      />
      {mapping.sheet === "" && (
        <ChoiceBox
          label="Columns are parted by"
          value={mapping.delimiter}
          choices={withHeld(delimiters, mapping.delimiter)}
          onChange={(delimiter) => onChange(guessedAnew(mapping, { delimiter }))}
        />
      )}
      <ChoiceBox
        label="The first row is"
        value={mapping.header}
        choices={[
          { value: "first-row", label: "names of columns" },
          { value: "none", label: "the first values" },
        ]}
        onChange={(header) => onChange(guessedAnew(mapping, { header: header === "none" ? "none" : "first-row" }))}
      />
      <ChoiceBox
        label="Dates are written"
        value={mapping.dates}
        choices={dateOrders}
        onChange={(dates) => set({ dates: dates as DateOrder })}
      />
      <ChoiceBox
        label="Values in a cell are parted by"
        value={mapping.separator}
        choices={withHeld(separators, mapping.separator)}
        onChange={(separator) => set({ separator })}
      />
      {!holds("relation") && mapping.role !== "entities" && (
        <ChoiceBox
          label="Every link says"
          value={mapping.relation}
          choices={withHeld(
            [
              { value: "", label: "linked to" },
              ...relations.map(({ id, label }) => ({ value: id as string, label: shortName(label, 60) })),
            ],
            mapping.relation,
          )}
          onChange={(relation) => set({ relation })}
        />
      )}
      {!holds("type") && (mapping.role === "entities" || mapping.role === "both") && (
        <ChoiceBox
          label="Every entity is"
          value={mapping.type}
          choices={withHeld(
            [
              { value: "", label: "a thing" },
              ...types.map(({ id, label }) => ({ value: id as string, label: shortName(label, 40) })),
            ],
            mapping.type,
          )}
          onChange={(type) => set({ type })}
        />
      )}
    </div>
  );
}

/** What a mapping holds is among the choices, whatever it is. */
function withHeld(choices: readonly Choice[], value: string): readonly Choice[] {
  return choices.some((choice) => choice.value === value) ? choices : [...choices, { value, label: shortName(value, 40) }];
}
