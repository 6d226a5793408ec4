import { areDates, areNumbers, type ColumnFacts } from "./column-facts.ts";
import type { ColumnsAtHand, ColumnsGuess } from "./guess-columns.ts";
import { type HeaderMeaning, headingWords } from "./header-words.ts";
import { attributeUse, plainUse, tableColumn } from "./table-column.ts";
import type { AttributeKind, ColumnUse, PlainUse, TableColumn } from "./table-mapping.ts";

type Meanings = readonly (HeaderMeaning | null)[];
export type UsesGuess = Omit<ColumnsGuess, "separator">;

/** Meanings that are a use by the same name, in a table of links and in one of entities. */
const ofBoth: readonly HeaderMeaning[] = ["quotation", "page", "source-title", "source-url", "stance"];
const ofLinks: readonly HeaderMeaning[] = [
  ...ofBoth,
  ...([
    "source-name",
    "source-type",
    "target-name",
    "target-type",
    "relation",
    "direction",
    "weight",
    "date",
    "from",
    "to",
    "note",
  ] as const),
];
const ofEntities: readonly HeaderMeaning[] = [...ofBoth, "alias", "type", "description", "x", "y"];

/**
 * A table whose header names an end. The other one, where no heading names it, is what the row is a member of, else its name or id, else
 * the first column of words; null where there is none.
 */
export function linkUses({ names, facts }: ColumnsAtHand, meanings: Meanings): UsesGuess | null {
  const ends = endsOf(meanings, facts);
  if (ends === null) return null;
  const by = (end: "source" | "target") => (meanings.includes(`${end}-name`) ? "id" : "name");
  const relation = relationColumns(meanings, facts);
  const columns = names.map((name, at) => {
    if (at === ends.source) return tableColumn(name, { as: "source", by: by("source"), type: "", space: "", relation: "" });
    if (at === ends.target) return tableColumn(name, { as: "target", by: by("target"), type: "", space: "", relation: "" });
    const meaning = meanings[at] ?? null;
    if (at === relation.at) return tableColumn(name, { as: "relation" });
    if (at === relation.direction) return tableColumn(name, { as: "direction" });
    return tableColumn(name, linkUse(meaning, facts[at]!));
  });
  const said = relation.at === null ? relationOf(names[ends.source] ?? "") : "";
  return { role: "links", relation: said, columns: onlyOneDate(columns), remarks: ends.remarks(names) };
}

function linkUse(meaning: HeaderMeaning | null, facts: ColumnFacts): ColumnUse {
  if (meaning === "id") return plainUse("id");
  if (meaning === "url") return plainUse("source-url");
  if (meaning === "label") return plainUse("note");
  if (meaning !== null && ofLinks.includes(meaning)) return { as: meaning as PlainUse };
  return attributeUse(kindOf(facts));
}

/** A column `type` says the direction where it holds nothing else, and then the label is the relation; else it is the relation. */
function relationColumns(
  meanings: Meanings,
  facts: readonly ColumnFacts[],
): { readonly at: number | null; readonly direction: number | null } {
  const place = (meaning: HeaderMeaning) => (meanings.includes(meaning) ? meanings.indexOf(meaning) : null);
  const [relation, type, label, direction] = [place("relation"), place("type"), place("label"), place("direction")];
  const saysDirection =
    type !== null && facts[type]!.filled > 0 && [...facts[type]!.values].every((text) => /^(un)?directed$|^mutual$/i.test(text));
  if (saysDirection) return { at: relation ?? label, direction: type };
  return { at: relation ?? type, direction };
}

interface Ends {
  readonly source: number;
  readonly target: number;
  readonly remarks: (names: readonly string[]) => readonly string[];
}

function endsOf(meanings: Meanings, facts: readonly ColumnFacts[]): Ends | null {
  const place = (meaning: HeaderMeaning) => meanings.indexOf(meaning);
  const [source, target] = [place("source"), place("target")];
  if (source >= 0 && target >= 0) return { source, target, remarks: () => [] };
  const known = Math.max(source, target);
  const others = ["member-of", "name", "id", "label"] as const;
  const named = others.map(place).find((at) => at >= 0);
  const words = facts.findIndex(
    (each, at) => at !== known && (meanings[at] === null || meanings[at] === "other") && isName(each) && each.distinct > 1,
  );
  const other = named ?? words;
  if (other < 0) return null;
  const remarks = (names: readonly string[]) => [
    `wanted a heading for both ends of a link, got ${JSON.stringify(names[known])} alone; ${JSON.stringify(names[other])} is taken for the other`,
  ];
  return source >= 0 ? { source, target: other, remarks } : { source: other, target, remarks };
}

/** Texts that could be what something is called. */
export function isName(facts: ColumnFacts): boolean {
  const { filled, numbers, urls, truths, long } = facts;
  return filled > 0 && numbers < 0.5 * filled && urls === 0 && truths < filled && long <= 0.2 * filled && !areDates(facts);
}

const relations: readonly (readonly [RegExp, string])[] = [
  [/^(donor|giver|payer|spender|buyer)\b/, "funds"],
  [/^(owner|shareholder|parent|eigentumer)\b/, "owns"],
];

/** What the word for the source says that it does. */
function relationOf(name: string): string {
  const words = headingWords(name);
  return relations.find(([pattern]) => pattern.test(words))?.[1] ?? "";
}

/** A table whose header names a thing: an entity a row, and a link to what it is a member of, where a column says that. */
export function entityUses({ names, facts, rows }: ColumnsAtHand, meanings: Meanings): UsesGuess | null {
  const called = nameMeanings(meanings);
  const id = idAt({ names, facts, rows }, meanings);
  const columns = names.map((heading, at) => {
    const meaning = meanings[at] ?? null;
    if (at === id) return tableColumn(heading, plainUse("id"));
    if (meaning !== null && called.includes(meaning)) return tableColumn(heading, { as: "name" });
    return tableColumn(heading, entityUse(meaning, facts[at]!, meanings));
  });
  const named = withName(columns, facts);
  if (!named.some(({ as }) => as === "id" || as === "name")) return null;
  const role = named.some(({ as }) => as === "target") ? "both" : "entities";
  return { role, relation: "", columns: role === "both" ? onlyOneDate(datesOfLink(named, meanings)) : named, remarks: [] };
}

/** Those that say how a thing is called: a name, else its parts, else a label. */
function nameMeanings(meanings: Meanings): readonly HeaderMeaning[] {
  if (meanings.includes("name")) return ["name"];
  return meanings.includes("first-name") || meanings.includes("last-name") ? ["first-name", "last-name"] : ["label"];
}

function entityUse(meaning: HeaderMeaning | null, facts: ColumnFacts, meanings: Meanings): ColumnUse {
  if (meaning === "member-of" && isName(facts)) return { as: "target", by: "name", type: "", space: "", relation: "member-of" };
  if (meaning === "note") return { as: meanings.includes("description") ? "note" : "description" };
  if (meaning !== null && ofEntities.includes(meaning)) return { as: meaning as PlainUse };
  return attributeUse(kindOf(facts));
}

/** The column that is called an id; one called a code, a key or a number only where it does not come again and again. */
function idAt({ names, facts, rows }: Pick<ColumnsAtHand, "names" | "facts" | "rows">, meanings: Meanings): number {
  const at = meanings.indexOf("id");
  if (at < 0 || rows === 0) return at;
  const { filled, distinct } = facts[at]!;
  const surely = /\b(id|ids|uid|uuid|guid|identifier)\b/.test(headingWords(names[at]!));
  return surely || (filled >= 0.5 * rows && distinct >= 0.5 * filled) ? at : -1;
}

/** Where only ids are there, the first column of words that differ is the name. */
function withName(columns: readonly TableColumn[], facts: readonly ColumnFacts[]): readonly TableColumn[] {
  if (columns.some(({ as }) => as === "name")) return columns;
  const better = columns.findIndex(
    ({ as }, at) =>
      (as === "attribute" || as === "description") && isName(facts[at]!) && facts[at]!.distinct >= 0.9 * facts[at]!.filled,
  );
  return columns.map((column, at) => (at === better ? tableColumn(column.name, { as: "name" }) : column));
}

function datesOfLink(columns: readonly TableColumn[], meanings: Meanings): TableColumn[] {
  return columns.map((column, at) =>
    meanings[at] === "from" || meanings[at] === "to" ? tableColumn(column.name, { as: meanings[at] }) : column,
  );
}

/** A date beside the two ends of a time is an attribute. */
function onlyOneDate(columns: readonly TableColumn[]): TableColumn[] {
  const spans = columns.some(({ as }) => as === "from" || as === "to");
  return columns.map((column) => (column.as === "date" && spans ? tableColumn(column.name, attributeUse("date")) : column));
}

/** What a column of attributes holds, if all of its values are that. */
export function kindOf(facts: ColumnFacts): AttributeKind {
  const { filled, plainNumbers, truths, dates } = facts;
  if (filled === 0) return "text";
  if (plainNumbers === filled && areNumbers(facts)) return "number";
  if (truths === filled) return "truth";
  return dates === filled ? "date" : "text";
}
