import { dayOfTime } from "../iso-days.ts";

/** One statement: a dataset gives an entity a value. */
export interface FtmStatement {
  /** The entity that the statement is of, once entities were found to be the same. */
  readonly entity: string;
  /** Under which id the dataset knows it. */
  readonly original: string;
  readonly schema: string;
  readonly prop: string;
  /** `entity` for a reference; "" where the file has no such column. */
  readonly type: string;
  readonly value: string;
  readonly dataset: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** How it came to be said: language, the value before it was cleaned, origin, whether it is from outside the dataset. */
  readonly note: string;
  readonly row: number;
}

/** What reads the cells of a row, by the names of the columns; null where the columns are not those of statements. */
export function statementReader(header: readonly string[]): ((cells: readonly string[], row: number) => FtmStatement) | null {
  const places = new Map(header.map((name, at) => [name.trim().toLowerCase(), at]));
  const known = places.has("entity_id") || places.has("canonical_id");
  if (!known || ["prop", "value", "schema", "dataset"].some((name) => !places.has(name))) return null;
  return (cells, row) => {
    const cell = (name: string) => cells[places.get(name) ?? -1] ?? "";
    const original = cell("entity_id") || cell("canonical_id");
    return {
      entity: cell("canonical_id") || original,
      original,
      schema: cell("schema"),
      prop: cell("prop"),
      type: cell("prop_type"),
      value: cell("value"),
      dataset: cell("dataset"),
      firstSeen: cell("first_seen"),
      lastSeen: cell("last_seen"),
      note: noteOf(cell, original),
      row,
    };
  };
}

function noteOf(cell: (name: string) => string, original: string): string {
  const [lang, value, origin, seen] = ["lang", "original_value", "origin", "last_seen"].map(cell) as [
    string,
    string,
    string,
    string,
  ];
  const isExternal = /^(t|true|1|yes)$/i.test(cell("external"));
  const parts = [
    origin,
    lang === "" ? "" : `in ${lang}`,
    value === "" || value === cell("value") ? "" : `written ${JSON.stringify(value)}`,
    original === (cell("canonical_id") || original) ? "" : `of ${original}`,
    dayOfTime(seen) === null ? "" : `last seen ${dayOfTime(seen)}`,
    isExternal ? "from outside the dataset, perhaps of another" : "",
  ];
  return parts.filter((part) => part !== "").join("; ");
}
