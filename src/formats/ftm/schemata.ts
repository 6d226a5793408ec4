import { schemaTable } from "./schema-table.ts";

export interface FtmSchema {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  /** It and all that it is a kind of, nearest first. */
  readonly kinds: readonly string[];
  /** Type of each property, those of its kinds among them: `entity`, `text`, `date`, `number`, `country`, `url` … */
  readonly properties: ReadonlyMap<string, string>;
  /** For one that links: which properties are its ends, and the relation that it is. */
  readonly edge: FtmEdge | null;
}

export interface FtmEdge {
  readonly source: string;
  readonly target: string;
  /** The schemata that the ends may be, with their kinds; null for an end that is no entity there. */
  readonly sourceKind: string | null;
  readonly targetKind: string | null;
  readonly isDirected: boolean;
  readonly relation: string;
}

interface Row {
  readonly name: string;
  readonly parents: readonly string[];
  readonly label: string;
  readonly plural: string;
  readonly own: Map<string, string>;
  edge: FtmEdge | null;
}

/** The schemata that are known, by name. */
export const ftmSchemata: ReadonlyMap<string, FtmSchema> = schemataIn(rowsOf(schemaTable));

function rowsOf(table: string): Map<string, Row> {
  const rows = new Map<string, Row>();
  let row: Row | undefined;
  for (const line of table.split("\n")) {
    const head = /^(\w+)(?: < ([\w ]+))?: (.+), (.+)$/.exec(line);
    const edge = /^ {2}edge (\w+)(?::(\w+))? ([->]) (\w+)(?::(\w+))? = (\S+)$/.exec(line);
    if (head !== null) {
      const [, name = "", parents, label = "", plural = ""] = head;
      row = { name, parents: parents?.split(" ") ?? [], label, plural, own: new Map(), edge: null };
      rows.set(name, row);
    } else if (row !== undefined && edge !== null) {
      const [, source = "", sourceKind = null, way, target = "", targetKind = null, relation = ""] = edge;
      row.edge = { source, sourceKind, target, targetKind, isDirected: way === ">", relation };
    } else if (row !== undefined && line !== "") {
      const [type = "", ...names] = line.trim().split(" ");
      for (const name of names) row.own.set(name, type);
    }
  }
  return rows;
}

function schemataIn(rows: ReadonlyMap<string, Row>): Map<string, FtmSchema> {
  return new Map(
    Array.from(rows.values(), ({ name, label, plural, edge }) => {
      const kinds = kindsOf(rows, name);
      const properties = new Map(kinds.toReversed().flatMap((kind) => [...(rows.get(kind)?.own ?? [])]));
      return [name, { name, label, plural, kinds, properties, edge }];
    }),
  );
}

/** Nearest first: each level before the one above it. */
function kindsOf(rows: ReadonlyMap<string, Row>, name: string): string[] {
  const kinds = new Set([name]);
  for (const kind of kinds) for (const parent of rows.get(kind)?.parents ?? []) kinds.add(parent);
  return [...kinds];
}
