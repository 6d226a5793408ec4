import { readHeading } from "./header-words.ts";
import { linksColumns } from "./links-columns.ts";
import { attributeUse, plainUse, tableColumn } from "./table-column.ts";
import type { AttributeKind, TableColumn, TableMapping } from "./table-mapping.ts";

/** A table of a program that says by its header what it is: what its mapping has of its own. */
export interface KnownTable {
  readonly program: "clew" | "neo4j" | "neptune" | "apoc" | "icij";
  readonly mapping: Pick<TableMapping, "role" | "columns" | "separator" | "type">;
}

/** Whether Clew wrote the table: by its exact header, cell for cell. */
export function isOwnTable(header: readonly string[]): boolean {
  return ownTable(header) !== null;
}

/** The program whose table that header is of; null where it is nobody's. `file` tells which part of the ICIJ's data it is. */
export function knownTable(header: readonly string[], file: string): KnownTable | null {
  const names = header.map((name) => name.trim());
  return ownTable(header) ?? neo4jTable(names) ?? neptuneTable(names) ?? apocTable(names) ?? icijTable(names, file);
}

const entitiesHeader = ["id", "type", "name", "aliases", "description", "placeholder"];
const claimsHead = ["id", "kind", "subject", "subject_name", "relation", "object", "object_name", "property", "value"];

/** Tables that Clew writes, by their exact header. Lists of aliases are JSON there: the reader knows them. */
function ownTable(header: readonly string[]): KnownTable | null {
  const is = (wanted: readonly string[]) => header.length === wanted.length && wanted.every((name, at) => header[at] === name);
  if (is(linksColumns))
    return known(
      "clew",
      "links",
      ownLinks.map(([name, as]) => asColumn(name, as)),
    );
  if (is(entitiesHeader))
    return known(
      "clew",
      "entities",
      ownEntities.map(([name, as]) => asColumn(name, as, as === "alias" ? "several" : "one")),
    );
  if (header.length > 30 && claimsHead.every((name, at) => header[at] === name))
    return known(
      "clew",
      "links",
      header.map((name) => asColumn(name, ownClaims.get(name) ?? "ignored")),
    );
  return null;
}

type SimpleUse = TableColumn["as"];

const ownLinks: readonly (readonly [string, SimpleUse])[] = [
  ["source", "source"],
  ["target", "target"],
  ["type", "relation"],
  ["label", "note"],
  ["weight", "weight"],
  ["standing", "stance"],
  ["claims", "ignored"],
  ["origins", "ignored"],
  ["source_name", "source-name"],
  ["source_type", "source-type"],
  ["target_name", "target-name"],
  ["target_type", "target-type"],
];

const ownEntities: readonly (readonly [string, SimpleUse])[] = [
  ["id", "id"],
  ["type", "type"],
  ["name", "name"],
  ["aliases", "alias"],
  ["description", "description"],
  ["placeholder", "ignored"],
];

const ownClaims: ReadonlyMap<string, SimpleUse> = new Map([
  ["id", "id"],
  ["subject", "source"],
  ["subject_name", "source-name"],
  ["relation", "relation"],
  ["object", "target"],
  ["object_name", "target-name"],
  ["stance", "stance"],
  ["source_title", "source-title"],
  ["quote", "quotation"],
  ["page", "page"],
  ["during", "date"],
  ["note", "note"],
]);

function asColumn(name: string, as: SimpleUse, several: "one" | "several" = "one"): TableColumn {
  return tableColumn(name, plainUse(as), several);
}

function known(
  program: KnownTable["program"],
  role: TableMapping["role"],
  columns: readonly TableColumn[],
  { separator = "", type = "" }: { readonly separator?: string; readonly type?: string } = {},
): KnownTable {
  return { program, mapping: { role, columns, separator, type } };
}

const neo4jField = /^(.*?):(ID|START_ID|END_ID|TYPE|LABEL|IGNORE)(?:\(([^)]*)\))?(?:\{.*\})?$/;

/** Headers of `neo4j-admin database import`: `:ID(Person)`, `:START_ID`, `:END_ID`, `:TYPE`, `:LABEL`, `name:string[]`. */
function neo4jTable(names: readonly string[]): KnownTable | null {
  const fields = names.map((name) => neo4jField.exec(name));
  const has = (kind: string) => fields.some((field) => field?.[2] === kind);
  const isLinks = has("START_ID") && has("END_ID");
  if (!isLinks && !has("ID")) return null;
  const name = isLinks ? null : nameAmong(names.map((each) => each.replace(/:.*$/, "")));
  const columns = names.map((each, at) => {
    const [, , kind = "", space = ""] = fields[at] ?? [];
    return neo4jColumn(each, { kind, space }) ?? typedColumn(each, name === at ? "name" : isLinks ? "link" : "entity");
  });
  return known("neo4j", isLinks ? "links" : "entities", columns, { separator: ";" });
}

function neo4jColumn(name: string, { kind, space }: { readonly kind: string; readonly space: string }): TableColumn | null {
  if (kind === "ID") return tableColumn(name, { as: "id", space });
  if (kind === "START_ID") return tableColumn(name, { as: "source", by: "id", type: "", space, relation: "" });
  if (kind === "END_ID") return tableColumn(name, { as: "target", by: "id", type: "", space, relation: "" });
  if (kind === "TYPE") return asColumn(name, "relation");
  if (kind === "LABEL") return asColumn(name, "type", "several");
  return kind === "IGNORE" ? asColumn(name, "ignored") : null;
}

const neptuneUses: ReadonlyMap<string, SimpleUse> = new Map([
  ["~id", "id"],
  ["~from", "source"],
  ["~to", "target"],
]);

/** Headers of Amazon Neptune's loader: `~id`, `~from`, `~to`, `~label`, `name:String`, `tags:String[]`. */
function neptuneTable(names: readonly string[]): KnownTable | null {
  const lower = names.map((name) => name.toLowerCase());
  if (!lower.includes("~id") && !(lower.includes("~from") && lower.includes("~to"))) return null;
  const isLinks = lower.includes("~from") && lower.includes("~to");
  const name = isLinks ? null : nameAmong(names.map((each) => (each.startsWith("~") ? "" : each.replace(/:.*$/, ""))));
  const columns = names.map((each, at) => {
    if (lower[at] === "~label") return isLinks ? asColumn(each, "relation") : asColumn(each, "type", "several");
    const use = neptuneUses.get(lower[at]!);
    return use !== undefined ? asColumn(each, use) : typedColumn(each, name === at ? "name" : isLinks ? "link" : "entity");
  });
  return known("neptune", isLinks ? "links" : "entities", columns, { separator: ";" });
}

/** Exports of APOC have nodes and links in one table; labels are written `:Person:Actor`. */
function apocTable(names: readonly string[]): KnownTable | null {
  if (!["_id", "_labels", "_start", "_end", "_type"].every((name) => names.includes(name))) return null;
  const name = nameAmong(names);
  const columns = names.map((each, at) => {
    if (each === "_labels") return asColumn(each, "type", "several");
    return asColumn(each, apocUses.get(each) ?? (name === at ? "name" : "attribute"));
  });
  return known("apoc", "both", columns, { separator: ":" });
}

const apocUses: ReadonlyMap<string, SimpleUse> = new Map([
  ["_id", "id"],
  ["_start", "source"],
  ["_end", "target"],
  ["_type", "relation"],
]);

const icijUses: ReadonlyMap<string, SimpleUse> = new Map([
  ["node_id", "id"],
  ["name", "name"],
  ["original_name", "alias"],
  ["former_name", "alias"],
  ["node_id_start", "source"],
  ["start_id", "source"],
  ["node_1", "source"],
  ["node_id_end", "target"],
  ["end_id", "target"],
  ["node_2", "target"],
  ["rel_type", "relation"],
  ["type", "relation"],
  ["link", "note"],
  ["start_date", "from"],
  ["end_date", "to"],
  ["sourceid", "source-title"],
  ["note", "description"],
]);

const icijTypes: readonly (readonly [RegExp, string])[] = [
  [/entit/i, "company"],
  [/officer/i, "officer"],
  [/intermediar/i, "intermediary"],
  [/address/i, "place"],
];

/** Tables of the Offshore Leaks database: nodes by kind in a file each, links in `relationships.csv`. */
function icijTable(names: readonly string[], file: string): KnownTable | null {
  const lower = names.map((name) => name.toLowerCase());
  const has = (...some: readonly string[]) => some.every((name) => lower.includes(name));
  const isLinks = has("node_id_start", "node_id_end") || has("start_id", "end_id", "link") || has("node_1", "rel_type", "node_2");
  if (!isLinks && !(has("node_id") && (has("countries") || has("sourceid")))) return null;
  const columns = names.map((name, at) => {
    const use = icijUses.get(lower[at]!);
    if (isLinks) return asColumn(name, use ?? "attribute");
    if (lower[at] === "address" && !has("name")) return asColumn(name, "name");
    if (use === undefined || linkUses.includes(use)) return icijAttribute(name);
    return asColumn(name, use);
  });
  const type = isLinks ? "" : (icijTypes.find(([word]) => word.test(file))?.[1] ?? "");
  return known("icij", isLinks ? "links" : "entities", columns, { separator: ";", type });
}

const linkUses: readonly SimpleUse[] = ["source", "target", "relation", "from", "to"];

function icijAttribute(name: string): TableColumn {
  if (/_date$/i.test(name)) return tableColumn(name, attributeUse("date"));
  return asColumn(name, "attribute", /^countr/i.test(name) ? "several" : "one");
}

const kinds: ReadonlyMap<string, AttributeKind> = new Map([
  ...["int", "integer", "long", "short", "byte", "float", "double", "number"].map((word) => [word, "number"] as const),
  ...["bool", "boolean"].map((word) => [word, "truth"] as const),
  ...["date", "datetime", "localdatetime"].map((word) => [word, "date"] as const),
]);

/** `born:int`, `tags:string[]`, `name:String(single)`. */
function typedColumn(name: string, role: "name" | "entity" | "link"): TableColumn {
  if (role === "name") return asColumn(name, "name");
  const [, key = name, type = "", list] = /^(.*?)(?::([A-Za-z]+)(?:\{.*\})?(?:\([a-z]+\))?(\[\])?)?$/.exec(name) ?? [];
  if (role === "link" && key.toLowerCase() === "weight") return asColumn(name, "weight");
  const holds = kinds.get(type.toLowerCase()) ?? "text";
  return tableColumn(name, attributeUse(holds, key), list === undefined ? "one" : "several");
}

const nameOrder = ["name", "label", "description"];

/** The column that names the thing: one called so, else its title, its description. */
function nameAmong(names: readonly string[]): number | null {
  const meanings = names.map((name) => (name === "" ? "" : (readHeading(name)?.meaning ?? "")));
  for (const wanted of nameOrder) {
    const found = meanings.indexOf(wanted as (typeof meanings)[number]);
    if (found >= 0) return found;
  }
  return null;
}
