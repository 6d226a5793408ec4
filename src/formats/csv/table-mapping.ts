/**
 * Which column of a table is what: plain data, guessed first (`guessTable`), edited by hand, kept as JSON (`parseTableMapping`) and used
 * again for files of the same columns. In a table with a header a column is found by its name, the second of two alike is the second
 * there; without one by its place. Columns of the file that the mapping does not name are left out, and said to be. A mapping without
 * any columns has them guessed under what it says of delimiter, quote, comment, header, rows above it and role: who changes one of these
 * need not name the columns.
 */
export interface TableMapping {
  readonly version: 1;
  readonly role: TableRole;
  /** Sheet of a workbook; "" for the one that is there, and for a text. */
  readonly sheet: string;
  readonly header: "first-row" | "none";
  /** Rows above the header (above the data, where there is none) that are something else: a title, a date of print. */
  readonly skip: number;
  /** One character; a space stands for any run of spaces and tabs. */
  readonly delimiter: string;
  /** One character; "" where a quote is a letter like others. */
  readonly quote: string;
  /** A line that begins with one of these characters says nothing; "" for none. */
  readonly comment: string;
  /** Of dates written in numbers alone, where the year does not come first. */
  readonly dates: DateOrder;
  readonly decimal: "." | ",";
  /** Between the values of a cell of a column that has `several`; "" for none. */
  readonly separator: string;
  /** Type of an entity where no column says one; "" for `thing`. */
  readonly type: string;
  /** Relation of a link where no column says one; "" for `linked-to`. */
  readonly relation: string;
  /** Of links where no column says it; null for what the relation is elsewhere. */
  readonly direction: "directed" | "undirected" | null;
  readonly columns: readonly TableColumn[];
  /** Those of the other sheets of a workbook; a sheet that none is for is guessed. */
  readonly sheets: readonly TableMapping[];
}

/**
 * `entities`: a row is an entity. `links`: a row is a link between the entities at its ends, one for each target column. `both`: a row
 * with an id or a name is an entity; one with an end is a link too, and an end that has no column is the row's entity. `matrix`: the
 * first column and the header are ids, and a cell that is neither empty nor 0 is a link from its row to its column.
 */
export const tableRoles = ["entities", "links", "both", "matrix"] as const;
export type TableRole = (typeof tableRoles)[number];

export const dateOrders = ["year-first", "day-first", "month-first"] as const;
export type DateOrder = (typeof dateOrders)[number];

export type TableColumn = {
  /** As in the header; "" where there is none. */
  readonly name: string;
  /** The cells hold several values, with the mapping's separator between them. */
  readonly several: boolean;
} & ColumnUse;

export type ColumnUse =
  | { readonly as: PlainUse }
  /** Ids of another space are others, though they are written alike; "" for the space of the file. */
  | { readonly as: "id"; readonly space: string }
  | {
      readonly as: "source" | "target";
      /** An id, or a name that stands for one: the same name is the same entity in this table. */
      readonly by: "id" | "name";
      /** Of the entity; "" where the table that has the entities says it. */
      readonly type: string;
      readonly space: string;
      /** Of the links to this target, where no column says it; "" for the table's. A source has none. */
      readonly relation: string;
    }
  /** A property of the entity; of a link, what is kept with it. "" for the name of the column. */
  | { readonly as: "attribute"; readonly property: string; readonly holds: AttributeKind };

export const attributeKinds = ["text", "number", "truth", "date"] as const;
export type AttributeKind = (typeof attributeKinds)[number];

/**
 * What needs no more than its name. `id` of a row of links is in `ColumnUse`: it is the link's own. `date`, `from` and `to`: when it held.
 * `stance`: asserts, alleges, denies, or a standing. `source-title` and `source-url`: the document that says it, one claim for each URL.
 */
export const plainUses = [
  ...["name", "alias", "type", "description", "x", "y"],
  ...["source-name", "source-type", "target-name", "target-type", "relation", "direction", "weight", "stance"],
  ...["date", "from", "to", "quotation", "page", "source-title", "source-url", "note", "ignored"],
] as const;
export type PlainUse = (typeof plainUses)[number];

/** A mapping of a comma-separated table with a header, to be spread. */
export const plainMapping = {
  version: 1,
  role: "links",
  sheet: "",
  header: "first-row",
  skip: 0,
  delimiter: ",",
  quote: '"',
  comment: "",
  dates: "year-first",
  decimal: ".",
  separator: "",
  type: "",
  relation: "",
  direction: null,
  columns: [],
  sheets: [],
} as const satisfies TableMapping;
