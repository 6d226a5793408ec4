import { areDates, areNumbers, areUrls, type ColumnFacts } from "./column-facts.ts";
import { guessFromValues } from "./guess-from-values.ts";
import { guessUnderRole } from "./guess-under-role.ts";
import { entityUses, linkUses } from "./guess-uses.ts";
import { type HeaderMeaning, headingWords, readHeading, readHeadings } from "./header-words.ts";
import type { TableColumn, TableMapping, TableRole } from "./table-mapping.ts";

/** What is known of the columns of a table, by place. */
export interface ColumnsAtHand {
  /** Headings; "" where there is none. */
  readonly names: readonly string[];
  readonly facts: readonly ColumnFacts[];
  /** Rows that the facts are of. */
  readonly rows: number;
  readonly header: TableMapping["header"];
}

export type ColumnsGuess = Pick<TableMapping, "role" | "relation" | "separator"> & {
  /** Null where nothing says what a row is about. */
  readonly columns: readonly TableColumn[] | null;
  readonly remarks: readonly string[];
};

/**
 * By the words of the header, each held against the values below it; by the values alone where the words do not say what a row is about.
 * `role` is one that somebody says; null to guess it, too.
 */
export function guessColumns(table: ColumnsAtHand, role: Exclude<TableRole, "matrix"> | null): ColumnsGuess {
  const { names } = table;
  const readings = readHeadings(names);
  const meanings = settled(
    readings.map((reading, at) => (reading === null ? byParts(names[at]!) : reading.meaning)),
    table,
  );
  const misspelt = readings.flatMap((reading, at) =>
    reading !== null && reading.meant !== null && meanings[at] !== "other"
      ? [`wanted a heading that is known, got ${JSON.stringify(names[at])}; taken for ${JSON.stringify(reading.meant)}`]
      : [],
  );
  const separator = separatorOf(table, meanings);
  const has = (...some: readonly HeaderMeaning[]) => meanings.some((meaning) => meaning !== null && some.includes(meaning));
  const found = has("source", "target")
    ? linkUses(table, meanings)
    : has("id", "name", "first-name", "last-name", "label")
      ? entityUses(table, meanings)
      : null;
  const free = found ?? guessFromValues(table, meanings);
  const guess = role === null || (role === free.role && free.columns !== null) ? free : guessUnderRole(role, table, meanings);
  return { ...guess, separator, remarks: [...misspelt, ...guess.remarks], columns: withSeveral(guess.columns, table, separator) };
}

/** `payer name`, `donor type`, `from account`, `donation date`: a heading whose first or last word is known. */
function byParts(name: string): HeaderMeaning | null {
  const words = headingWords(name).split(" ");
  if (words.length < 2) return null;
  const last = words.at(-1)!;
  const end = exactly(words.slice(0, -1).join(" "));
  if (end === "source" || end === "target") return partOf(end, last);
  const lead = words.length === 2 && things.includes(last) ? exactly(words[0]!) : null;
  if (lead === "start" || lead === "source") return "source";
  if (lead === "end" || lead === "target") return "target";
  return readHeading(last)?.meaning === "date" ? "date" : null;
}

function exactly(heading: string): HeaderMeaning | null {
  const reading = readHeading(heading);
  return reading?.meant === null ? reading.meaning : null;
}

function partOf(end: "source" | "target", last: string): HeaderMeaning | null {
  if (last === "name" || last === "label") return `${end}-name`;
  if (last === "type" || last === "kind") return `${end}-type`;
  return ["id", "key", "code", "node", "entity"].includes(last) ? end : null;
}

const things: readonly string[] = [
  ...["account", "person", "company", "organization", "organisation", "user", "address", "country", "city", "party"],
  ...["airport", "station", "wallet", "number", "phone", "email", "actor"],
];

/** Meanings that the values bear out; each that a table has once goes to the first column. */
function settled(given: readonly (HeaderMeaning | null)[], { names, facts }: ColumnsAtHand): (HeaderMeaning | null)[] {
  const held = given.map((meaning, at) => borneOut(meaning, facts[at]!));
  const hasEnds = held.includes("source") && held.includes("target");
  const spans = given.flatMap((meaning, at) => (meaning === "start" || meaning === "end" ? [at] : []));
  const areSpans = hasEnds || spans.some((at) => areDates(facts[at]!) && !areNumbers(facts[at]!));
  const opened = held.map((meaning) => {
    if (meaning === "start") return areSpans ? "from" : "source";
    if (meaning === "end") return areSpans ? "to" : "target";
    return meaning;
  });
  return onceEach(endsByName(withDocuments(opened, { names, facts })));
}

function borneOut(meaning: HeaderMeaning | null, facts: ColumnFacts): HeaderMeaning | null {
  const bears = meaning === null || facts.filled === 0 ? undefined : tests.get(meaning);
  if (bears === undefined || bears(facts)) return meaning;
  return instead.get(meaning!) ?? "other";
}

/** What the values of a heading are, where it is what it says. */
const tests: ReadonlyMap<HeaderMeaning, (facts: ColumnFacts) => boolean> = new Map([
  ["date", areDates],
  ["from", areDates],
  ["to", areDates],
  ["weight", (facts) => facts.numbers >= 0.5 * facts.filled],
  ["amount", areNumbers],
  ["x", areNumbers],
  ["y", areNumbers],
  ["url", areUrls],
  ["source-url", (facts) => facts.urls > 0],
  ["source-title", (facts) => !areUrls(facts)],
  ["name", (facts) => !areDates(facts) && !(areNumbers(facts) && facts.length < 3)],
]);

/** What a column is whose values are not what its heading says. */
const instead: ReadonlyMap<HeaderMeaning, HeaderMeaning> = new Map([
  ["source-url", "source-title"],
  ["source-title", "source-url"],
]);

const documents: readonly string[] = ["source", "src", "quelle", "fuente", "fonte", "bron", "источник"];

/** A `source` beside the name of a thing and without a target is the document that says it. */
function withDocuments(
  meanings: readonly (HeaderMeaning | null)[],
  { names, facts }: Pick<ColumnsAtHand, "names" | "facts">,
): (HeaderMeaning | null)[] {
  const has = (...some: readonly HeaderMeaning[]) => some.some((meaning) => meanings.includes(meaning));
  const isDocument = !has("target", "target-name") && has("name", "first-name", "last-name", "label", "id");
  return meanings.map((meaning, at) => {
    if (!isDocument || meaning !== "source" || !documents.includes(headingWords(names[at]!))) return meaning;
    return facts[at]!.urls > 0 ? "source-url" : "source-title";
  });
}

/** Where only the name of an end has a column, that is the end. */
function endsByName(meanings: readonly (HeaderMeaning | null)[]): (HeaderMeaning | null)[] {
  const has = (meaning: HeaderMeaning) => meanings.includes(meaning);
  return meanings.map((meaning) => {
    if (meaning === "source-name" && !has("source")) return "source";
    if (meaning === "target-name" && !has("target")) return "target";
    return meaning;
  });
}

const many: readonly HeaderMeaning[] = [
  "alias",
  "note",
  "url",
  "source-url",
  "other",
  "member-of",
  "amount",
  "first-name",
  "last-name",
];

function onceEach(meanings: readonly (HeaderMeaning | null)[]): (HeaderMeaning | null)[] {
  return meanings.map((meaning, at) =>
    meaning === null || many.includes(meaning) || meanings.indexOf(meaning) === at ? meaning : "other",
  );
}

/** The sign between several values of a cell: of those that stand in some cells of names, types and words. */
function separatorOf({ facts }: ColumnsAtHand, meanings: readonly (HeaderMeaning | null)[]): string {
  const count = (sign: ";" | "|") =>
    facts.reduce((sum, each, at) => sum + (mayHold(meanings[at] ?? null, each) ? each.separated[sign] : 0), 0);
  const [semicolons, bars] = [count(";"), count("|")];
  if (semicolons > 0 || bars > 0) return bars > semicolons ? "|" : ";";
  const lists = facts.some((each, at) => meanings[at] === "alias" && [...each.values].some((text) => /\S,\s*\S/.test(text)));
  return lists ? "," : "";
}

function mayHold(meaning: HeaderMeaning | null, { long, filled, numbers }: ColumnFacts): boolean {
  const single: readonly (HeaderMeaning | null)[] = [
    "description",
    "note",
    "quotation",
    "id",
    "name",
    "url",
    "source-url",
    "source-title",
  ];
  return !single.includes(meaning) && long <= 0.2 * filled && numbers < filled;
}

function withSeveral(
  columns: readonly TableColumn[] | null,
  { facts }: ColumnsAtHand,
  separator: string,
): readonly TableColumn[] | null {
  if (columns === null || separator === "") return columns;
  return columns.map((column, at) => {
    const held = separator === ";" || separator === "|" ? facts[at]!.separated[separator] : 0;
    const many = held > 0 && held >= 0.2 * facts[at]!.filled;
    const lists = column.as === "alias" || (["source", "target", "type", "attribute"].includes(column.as) && many);
    return lists && mayHold(null, facts[at]!) ? { ...column, several: true } : column;
  });
}
