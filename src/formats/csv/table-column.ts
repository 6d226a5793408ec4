import type { AttributeKind, ColumnUse, TableColumn } from "./table-mapping.ts";

/** A column as it is in a mapping. */
export function tableColumn(name: string, use: ColumnUse, several: "one" | "several" = "one"): TableColumn {
  return { name, several: several === "several", ...use };
}

/** A use with all that it may say left open. An end is one by id. */
export function plainUse(as: ColumnUse["as"]): ColumnUse {
  if (as === "source" || as === "target") return { as, by: "id", type: "", space: "", relation: "" };
  if (as === "id") return { as, space: "" };
  return as === "attribute" ? { as, property: "", holds: "text" } : { as };
}

export function attributeUse(holds: AttributeKind, property = ""): ColumnUse {
  return { as: "attribute", property, holds };
}
