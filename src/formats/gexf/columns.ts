import type { GraphAttribute } from "../graph-records.ts";
import { numberOrText } from "../values.ts";

/** An attribute that the file declares. */
export interface GexfColumn {
  readonly id: string;
  readonly title: string;
  /** In small letters. */
  readonly type: string;
  /** What has no value of its own has this one; null for none. */
  readonly default: string | null;
}

const numeric = new Set(["integer", "long", "float", "double", "short", "byte", "bigdecimal", "biginteger"]);

/** What a cell of the column says, an item of a list each. */
export function valuesIn(
  { title, type }: Pick<GexfColumn, "title" | "type">,
  text: string,
  during: string | null,
): GraphAttribute[] {
  const isList = type.startsWith("list");
  const item = isList ? type.slice(4) : type;
  const items = isList ? listItems(text) : [text];
  return items.filter((each) => each !== "").map((each) => ({ key: title, value: typedValue(item, each), during }));
}

function typedValue(type: string, text: string): GraphAttribute["value"] {
  if (type === "boolean" && /^(true|false)$/i.test(text.trim())) return text.trim().toLowerCase() === "true";
  return numeric.has(type) ? numberOrText(text.trim()) : text;
}

/** `a|b`, `a,b`, `[a, b]`, `['a', "b"]`: as the versions of GEXF and their writers have them. */
function listItems(text: string): string[] {
  const inside = /^\s*\[([\s\S]*)\]\s*$/.exec(text)?.[1];
  if (inside === undefined) return text.split(text.includes("|") ? "|" : ",").map((item) => item.trim());
  const items = [...inside.matchAll(/\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^,]*))\s*(?:,|$)/g)];
  return items.map(([, double, single, bare]) => (double ?? single)?.replaceAll(/\\(.)/g, "$1") ?? bare?.trim() ?? "");
}

/** What is not said of a node or edge, by the defaults of its columns. */
export function defaultsOf(columns: Iterable<GexfColumn>, said: ReadonlySet<string>): GraphAttribute[] {
  return [...columns].flatMap((column) =>
    column.default === null || said.has(column.title) ? [] : valuesIn(column, column.default, null),
  );
}
