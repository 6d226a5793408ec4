import type { TablePreview } from "../../../case/preview-views.ts";
import type { TableColumn, TableMapping } from "../../../formats/csv/table-mapping.ts";

/**
 * What the mapping says of each column of the file, in order: with a header by name, the second of two alike is the second there;
 * without one by place. A column that it does not name is left out.
 */
export function columnsInFile({ columns, mapping }: Pick<TablePreview, "columns" | "mapping">): readonly TableColumn[] {
  const left = [...mapping.columns];
  return columns.map(({ name }, at) => {
    const found = mapping.header === "none" ? at : left.findIndex((column) => column.name === name);
    if (mapping.header === "none") return mapping.columns[at] ?? { name: "", several: false, as: "ignored" };
    const [column] = found === -1 ? [] : left.splice(found, 1);
    return column ?? { name, several: false, as: "ignored" };
  });
}

/** The mapping with one column of the file changed; it then names all of them. */
export function withColumn(table: TablePreview, at: number, column: TableColumn): TableMapping {
  return { ...table.mapping, columns: columnsInFile(table).with(at, column) };
}

/** The mapping under another syntax or role: its columns are guessed anew. */
export function guessedAnew(mapping: TableMapping, part: Partial<TableMapping>): TableMapping {
  return { ...mapping, ...part, columns: [] };
}
