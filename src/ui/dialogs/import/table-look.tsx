import type { TablePreview } from "../../../case/preview-views.ts";
import type { TableColumn, TableMapping } from "../../../formats/csv/table-mapping.ts";
import { byPlace } from "../../parts/by-place.ts";
import { ChoiceBox } from "../../parts/choice-box.tsx";
import { usePage } from "../../state/use-page.ts";
import { shortName } from "../../state/words.ts";
import { usesFor, valueOfUse, withUse } from "./column-use.ts";
import { columnsInFile, withColumn } from "./edit-mapping.ts";
import styles from "./import.module.css";
import { TableSettings } from "./table-settings.tsx";

interface TableLookProps {
  readonly table: TablePreview;
  readonly onChange: (mapping: TableMapping) => void;
}

const rowsShown = 5;

/** A table with what each column is taken for above it, to be chosen anew. */
export function TableLook({ table, onChange }: TableLookProps) {
  const { sheet, columns, rows, mapping, remarks } = table;
  const name = "Columns and first rows";
  const uses = columnsInFile(table);
  const choices = usesFor(mapping.role);
  return (
    <>
      {remarks.length > 0 && (
        <ul
          className={styles.remarks}
          aria-label={sheet === "" ? "To be looked at" : `To be looked at in ${shortName(sheet, 60)}`}
        >
          {remarks.map((remark) => (
            <li key={remark}>{shortName(remark, 300)}</li>
          ))}
        </ul>
      )}
      <TableSettings mapping={mapping} onChange={onChange} />
      <section className={styles.scroll} aria-label={sheet === "" ? name : `${name} of ${shortName(sheet, 60)}`}>
        <table className={styles.grid}>
          <thead>
            <tr>
              {byPlace("c", columns).map(({ id, item: { name } }, at) => (
                <th key={id} scope="col" data-out={uses[at]?.as === "ignored" ? "" : undefined}>
                  <span className={styles.column}>{shortName(name, 40) || `Column ${at + 1}`}</span>
                  <ColumnChoices
                    name={name || `column ${at + 1}`}
                    column={uses[at]!}
                    choices={choices}
                    separator={partsCells(table, at, uses[at]!) ? mapping.separator : ""}
                    onChange={(column) => onChange(withColumn(table, at, column))}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {byPlace("r", rows.slice(0, rowsShown)).map(({ id, item: row }) => (
              <tr key={id}>
                {byPlace("c", columns).map(({ id: column }, at) => (
                  <td key={column} data-out={uses[at]?.as === "ignored" ? "" : undefined}>
                    {shortName(row[at] ?? "", 60)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

/** Whether it makes a difference that the cells of a column may hold several values. */
function partsCells({ mapping: { separator }, rows, columns }: TablePreview, at: number, { several, as }: TableColumn): boolean {
  if (separator === "" || as === "ignored") return false;
  const cells = [...rows.map((row) => row[at] ?? ""), ...(columns[at]?.examples ?? [])];
  return several || cells.some((cell) => cell.includes(separator));
}

interface ColumnChoicesProps {
  readonly name: string;
  readonly column: TableColumn;
  readonly choices: ReturnType<typeof usesFor>;
  /** "" where nothing is to be parted. */
  readonly separator: string;
  readonly onChange: (column: TableColumn) => void;
}

function ColumnChoices({ name, column, choices, separator, onChange }: ColumnChoicesProps) {
  const types = usePage((state) => state.case?.types) ?? [];
  if (choices.length === 0) return null;
  return (
    <>
      <ChoiceBox
        look="bare"
        label={`What ${shortName(name, 60)} is`}
        value={valueOfUse(column)}
        choices={choices}
        onChange={(value) => onChange(withUse(column, value))}
      />
      {(column.as === "source" || column.as === "target") && (
        <ChoiceBox
          look="bare"
          label={`Type of ${shortName(name, 60)}`}
          value={column.type}
          choices={[
            { value: "", label: "of any type" },
            ...types.map(({ id, label }) => ({ value: id as string, label: shortName(label, 40) })),
          ]}
          onChange={(type) => onChange({ ...column, type })}
        />
      )}
      {separator !== "" && (
        <label className={styles.several}>
          <input
            type="checkbox"
            checked={column.several}
            aria-label={`Several values in a cell of ${shortName(name, 60)}`}
            onChange={({ target }) => onChange({ ...column, several: target.checked })}
          />
          several by {separator}
        </label>
      )}
    </>
  );
}
