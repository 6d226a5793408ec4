import type { AttributeKind, ColumnUse, PlainUse, TableColumn, TableMapping } from "../../../formats/csv/table-mapping.ts";
import type { Choice } from "../../parts/choice-box.tsx";

/** What a column may be, as one value of a select: `name`, `source:id`, `attribute:number`. */
export type UseValue = string;

type Role = TableMapping["role"];

const kinds: readonly (readonly [kind: AttributeKind, label: string])[] = [
  ["text", "Attribute, text"],
  ["number", "Attribute, number"],
  ["truth", "Attribute, yes or no"],
  ["date", "Attribute, date"],
];

const ofEntity: readonly Choice[] = [
  { value: "id", label: "Id" },
  { value: "name", label: "Name" },
  { value: "alias", label: "Other name" },
  { value: "type", label: "Type" },
  { value: "description", label: "Description" },
];

const placed: readonly Choice[] = [
  { value: "x", label: "Place, across" },
  { value: "y", label: "Place, down" },
];

const ofEnds: readonly Choice[] = [
  { value: "source:name", label: "From, by name" },
  { value: "source:id", label: "From, by id" },
  { value: "target:name", label: "To, by name" },
  { value: "target:id", label: "To, by id" },
  { value: "source-name", label: "Name of From" },
  { value: "source-type", label: "Type of From" },
  { value: "target-name", label: "Name of To" },
  { value: "target-type", label: "Type of To" },
];

const ofLink: readonly Choice[] = [
  { value: "relation", label: "Relation" },
  { value: "stance", label: "Standing: said, alleged, denied" },
  { value: "direction", label: "Direction" },
  { value: "weight", label: "Weight" },
];

const ofBoth: readonly Choice[] = [
  { value: "date", label: "When" },
  { value: "from", label: "Since" },
  { value: "to", label: "Until" },
  { value: "source-title", label: "Source, its title" },
  { value: "source-url", label: "Source, its address" },
  { value: "quotation", label: "Words of the source" },
  { value: "page", label: "Page" },
  { value: "note", label: "Note" },
  ...kinds.map(([kind, label]) => ({ value: `attribute:${kind}`, label })),
  { value: "ignored", label: "Left out" },
];

/** What a column of such a table may be. */
export function usesFor(role: Role): readonly Choice[] {
  if (role === "entities") return [...ofEntity, ...placed, ...ofBoth];
  if (role === "links") return [...ofEnds, ...ofLink, { value: "id", label: "Id of the link" }, ...ofBoth];
  return role === "both" ? [...ofEntity, ...ofEnds, ...ofLink, ...placed, ...ofBoth] : [];
}

export function valueOfUse(column: TableColumn): UseValue {
  if (column.as === "source" || column.as === "target") return `${column.as}:${column.by}`;
  return column.as === "attribute" ? `attribute:${column.holds}` : column.as;
}

/** The column with another use; what it said of the old one stays where the new one can have it. */
export function withUse(column: TableColumn, value: UseValue): TableColumn {
  const { name, several } = column;
  return { name, several, ...columnUse(column, value) };
}

function columnUse(column: TableColumn, value: UseValue): ColumnUse {
  const [use = "", detail = ""] = value.split(":");
  if (use === "source" || use === "target") {
    const { type, space, relation } = { type: "", space: "", relation: "", ...column };
    return { as: use, by: detail === "id" ? "id" : "name", type, space, relation: use === "source" ? "" : relation };
  }
  if (use === "attribute") {
    const holds = kinds.find(([kind]) => kind === detail)?.[0] ?? "text";
    return { as: use, holds, property: column.as === "attribute" ? column.property : "" };
  }
  if (use === "id") return { as: use, space: column.as === "id" ? column.space : "" };
  return { as: use as PlainUse };
}
