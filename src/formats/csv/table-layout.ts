import { cutText } from "../../base/cut-text.ts";
import { foldText } from "../../base/fold-text.ts";
import { BadInput } from "../../base/problem.ts";
import { wantedColumns } from "./parse-table-mapping.ts";
import type { AttributeKind, ColumnUse, PlainUse, TableColumn, TableMapping } from "./table-mapping.ts";

/** Where the columns of a mapping stand in the table at hand. */
export interface TableLayout {
  /** Columns that the header has; of a table without one, those of its mapping. */
  readonly width: number;
  /** Uses that one column has at most; -1 where none has it. */
  readonly one: Readonly<Record<OneUse, number>>;
  readonly id: { readonly at: number; readonly space: string };
  /** Put one after the other: a first name and a last one. */
  readonly names: readonly number[];
  readonly types: readonly PlacedCell[];
  readonly aliases: readonly PlacedCell[];
  readonly urls: readonly PlacedCell[];
  readonly notes: readonly number[];
  readonly attributes: readonly PlacedAttribute[];
  readonly sources: readonly PlacedEnd[];
  readonly targets: readonly PlacedEnd[];
  /** What is to be told of columns, one sentence each. */
  readonly remarks: readonly string[];
}

export interface PlacedCell {
  readonly at: number;
  readonly several: boolean;
}

export interface PlacedAttribute extends PlacedCell {
  readonly key: string;
  readonly holds: AttributeKind;
}

export type PlacedEnd = PlacedCell & Omit<Extract<ColumnUse, { as: "source" | "target" }>, "as">;

const oneUses = [
  ...["description", "x", "y", "source-name", "source-type", "target-name", "target-type", "relation", "direction"],
  ...["weight", "stance", "date", "from", "to", "quotation", "page", "source-title"],
] as const satisfies readonly PlainUse[];
type OneUse = (typeof oneUses)[number];

/**
 * Finds the columns of the mapping in a header, by name (exact, else in other letters), the second of two alike as the second there;
 * `header` is null for a table without one. Throws BadInput that names the columns there, and those that are wanted, when what says
 * what a row is about is missing, and when two columns have a use that one can have.
 */
export function tableLayout(mapping: TableMapping, header: readonly string[] | null, where: string): TableLayout {
  const names = header?.map((name) => name.trim().toWellFormed()) ?? mapping.columns.map((_, at) => `column ${at + 1}`);
  const places = header === null ? mapping.columns.map((_, at) => at) : placesOf(mapping.columns, names);
  const placed = mapping.columns.map((column, at) => ({ column, at: places[at]! }));
  const found = placed.filter(({ at }) => at >= 0);
  refuseWithout(mapping, { found: found.map(({ column }) => column), names, where });
  const of = (as: PlainUse | "id") =>
    found.flatMap(({ column, at }) => (column.as === as ? [{ name: column.name, at, several: column.several }] : []));
  const one = Object.fromEntries(oneUses.map((use) => [use, onlyOne(of(use), { use, where })])) as Record<OneUse, number>;
  const attributes = attributeNames(names);
  return {
    width: names.length,
    one,
    id: {
      at: onlyOne(of("id"), { use: "id", where }),
      space: found.flatMap(({ column }) => (column.as === "id" ? [column.space] : []))[0] ?? "",
    },
    names: of("name").map(({ at }) => at),
    types: of("type"),
    aliases: of("alias"),
    urls: of("source-url"),
    notes: of("note").map(({ at }) => at),
    attributes: found.flatMap(({ column, at }) =>
      column.as === "attribute"
        ? [{ at, several: column.several, key: column.property || attributes[at]!, holds: column.holds }]
        : [],
    ),
    sources: found.flatMap(({ column, at }) => (column.as === "source" ? [{ ...column, at }] : [])),
    targets: found.flatMap(({ column, at }) => (column.as === "target" ? [{ ...column, at }] : [])),
    remarks: mapping.role === "matrix" ? [] : remarksOf(placed, { names, header }),
  };
}

/** What attributes of each column are called: a name that a column before it has gets a number, so that both are kept apart. */
function attributeNames(names: readonly string[]): string[] {
  const times = new Map<string, number>();
  return names.map((given, at) => {
    const name = given || `column ${at + 1}`;
    const before = times.get(name) ?? 0;
    times.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

/** Linear in the columns: a header may have tens of thousands. */
function placesOf(columns: readonly TableColumn[], names: readonly string[]): number[] {
  const exact = placesBy(names, (name) => name);
  const folded = placesBy(names, foldText);
  const taken = new Set<number>();
  const take = (places: number[] | undefined) => {
    while (places !== undefined && places.length > 0) {
      const at = places.pop()!;
      if (taken.has(at)) continue;
      taken.add(at);
      return at;
    }
    return -1;
  };
  return columns.map(({ name }) => {
    const at = take(exact.get(name.trim()));
    return at >= 0 ? at : take(folded.get(foldText(name.trim())));
  });
}

/** The places of each name, the first of them last. */
function placesBy(names: readonly string[], key: (name: string) => string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let at = names.length - 1; at >= 0; at--) {
    const name = key(names[at]!);
    const found = places.get(name);
    if (found === undefined) places.set(name, [at]);
    else found.push(at);
  }
  return places;
}

function onlyOne(
  columns: readonly { readonly name: string; readonly at: number }[],
  { use, where }: { use: string; where: string },
) {
  if (columns.length <= 1) return columns[0]?.at ?? -1;
  const names = cutText(columns.map(({ name, at }) => name || `column ${at + 1}`).join(", "), 200);
  throw new BadInput(`${where}: wanted one column as ${use}, got ${names}`);
}

function refuseWithout(
  { role, columns }: TableMapping,
  { found, names, where }: { found: readonly TableColumn[]; names: readonly string[]; where: string },
): void {
  if (found.length > 0 && wantedColumns({ role, columns: found }) === null) return;
  const wanted = columns.filter(({ as }) => ["id", "name", "source", "target"].includes(as)).map(({ name }) => name);
  const what = wanted.length === 0 && found.length > 0 ? wantedColumns({ role, columns: found }) : `columns ${wanted.join(", ")}`;
  throw new BadInput(`${where}: wanted ${cutText(String(what), 200)}, got ${cutText(names.join(", "), 200)}`);
}

function remarksOf(
  placed: readonly { readonly column: TableColumn; readonly at: number }[],
  { names, header }: { readonly names: readonly string[]; readonly header: readonly string[] | null },
): string[] {
  if (header === null) return [];
  const missing = placed.filter(({ column, at }) => at < 0 && column.as !== "ignored").map(({ column }) => column.name);
  const taken = new Set(placed.map(({ at }) => at));
  const unnamed = names.filter((name, at) => !taken.has(at) && name !== "");
  const list = (some: readonly string[]) => cutText(some.map((name) => JSON.stringify(name)).join(", "), 300);
  return [
    ...(missing.length === 0 ? [] : [`wanted the columns of the mapping, got none called ${list(missing)}`]),
    ...(unnamed.length === 0 ? [] : [`wanted columns that the mapping names, got ${list(unnamed)} too; left out`]),
  ];
}
