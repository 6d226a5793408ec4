import { areDates, areNumbers, areUnique, areUrls, type ColumnFacts } from "./column-facts.ts";
import type { ColumnsAtHand } from "./guess-columns.ts";
import { isName, kindOf, type UsesGuess } from "./guess-uses.ts";
import type { HeaderMeaning } from "./header-words.ts";
import { attributeUse, plainUse, tableColumn } from "./table-column.ts";
import type { ColumnUse } from "./table-mapping.ts";

/**
 * What a row is about, by values alone: links between the first two columns whose values recur in each other, else between two columns
 * that are all there is beside numbers; else entities, by a column in which no two rows are alike. Without any of these nothing is
 * guessed.
 */
export function guessFromValues(table: ColumnsAtHand, meanings: readonly (HeaderMeaning | null)[]): UsesGuess {
  const { facts, rows } = table;
  const pair = recurringPair(facts) ?? onlyPair(facts, rows);
  if (pair !== null) return edgeList(table, meanings, pair);
  const unique = facts.map((each) => areUnique(each, rows) && !areDates(each) && !areUrls(each));
  const name = facts.findIndex((each, at) => unique[at] && isName(each));
  const id = facts.findIndex((each, at) => unique[at] && each.whole === each.filled);
  if (name < 0 && (id < 0 || id > 0)) return { role: "entities", relation: "", columns: null, remarks: [] };
  return entityTable(table, meanings, { name, id: id === 0 ? id : -1 });
}

function edgeList({ names, facts }: ColumnsAtHand, meanings: readonly (HeaderMeaning | null)[], pair: Pair): UsesGuess {
  const rest = facts.map((_, at) => at).filter((at) => at !== pair.source && at !== pair.target);
  const relation = pair.between ?? rest.find((at) => meanings[at] === "relation") ?? -1;
  const weight =
    rest.find((at) => at !== relation && areNumbers(facts[at]!) && !(areDates(facts[at]!) && facts[at]!.length === 4)) ?? -1;
  const columns = names.map((name, at) => tableColumn(name, use(at)));
  function use(at: number): ColumnUse {
    if (at === pair.source) return { as: "source", by: "name", type: "", space: "", relation: "" };
    if (at === pair.target) return { as: "target", by: "name", type: "", space: "", relation: "" };
    if (at === relation) return plainUse("relation");
    if (at === weight && (names[at] === "" || meanings[at] === "weight")) return plainUse("weight");
    return attributeUse(kindOf(facts[at]!));
  }
  return { role: "links", relation: "", columns, remarks: [remark("an edge list", names, pair)] };
}

function entityTable(
  { names, facts }: ColumnsAtHand,
  meanings: readonly (HeaderMeaning | null)[],
  { name, id }: { readonly name: number; readonly id: number },
): UsesGuess {
  const columns = names.map((heading, at) => {
    if (at === id) return tableColumn(heading, plainUse("id"));
    if (at === name) return tableColumn(heading, plainUse("name"));
    if (meanings[at] === "description" || meanings[at] === "alias" || meanings[at] === "type")
      return tableColumn(heading, plainUse(meanings[at]));
    return tableColumn(heading, attributeUse(kindOf(facts[at]!)));
  });
  const called = [...(id < 0 ? [] : [`${place(names, id)} as id`]), ...(name < 0 ? [] : [`${place(names, name)} as name`])];
  const message = `wanted headings that say what a row is about, got none; taken for a table of entities with ${called.join(" and ")}`;
  return { role: "entities", relation: "", columns, remarks: [message] };
}

interface Pair {
  readonly source: number;
  readonly target: number;
  /** The column between them, where its few values say how they are linked. */
  readonly between: number | null;
}

/** Columns looked at for a pair. */
const mostColumns = 12;

/** The first two columns of which a fifth of the smaller one's values stand in the other, too. */
function recurringPair(facts: readonly ColumnFacts[]): Pair | null {
  const ids = facts
    .slice(0, mostColumns)
    .map((each) => each.filled > 0 && !areUrls(each) && each.long === 0 && each.distinct > 1);
  for (let source = 0; source < ids.length; source++)
    for (let target = source + 1; target < ids.length; target++)
      if (ids[source] && ids[target] && recur(facts[source]!, facts[target]!))
        return { source, target, between: relationBetween(facts, { source, target }) };
  return null;
}

function recur(one: ColumnFacts, other: ColumnFacts): boolean {
  if ((one.whole === one.filled) !== (other.whole === other.filled)) return false;
  const [small, large] = one.distinct < other.distinct ? [one, other] : [other, one];
  let shared = 0;
  for (const value of small.values) if (large.values.has(value)) shared++;
  return shared >= 2 && shared >= 0.2 * small.distinct;
}

/** Two or three columns, of which the first and the second (or, with words between, the third) are of one kind. */
function onlyPair(facts: readonly ColumnFacts[], rows: number): Pair | null {
  if (rows === 0 || facts.length < 2 || facts.length > 3) return null;
  const isEnd = (each: ColumnFacts | undefined) =>
    each !== undefined && each.filled === rows && (isName(each) || each.whole === each.filled);
  const alike = (one: ColumnFacts, other: ColumnFacts) => isName(one) === isName(other);
  const [first, second, third] = facts;
  if (third !== undefined && isEnd(first) && isEnd(third) && isName(first!) && isName(third) && isName(second!))
    return { source: 0, target: 2, between: 1 };
  const rest = third === undefined || areNumbers(third) || areDates(third) || third.filled < rows;
  return rest && isEnd(first) && isEnd(second) && alike(first!, second!) ? { source: 0, target: 1, between: null } : null;
}

function relationBetween(facts: readonly ColumnFacts[], { source, target }: { source: number; target: number }): number | null {
  for (let at = source + 1; at < target; at++) {
    const each = facts[at]!;
    if (isName(each) && (each.distinct <= 0.5 * each.filled || each.distinct <= 3)) return at;
  }
  return null;
}

function remark(what: string, names: readonly string[], { source, target }: Pair): string {
  return `wanted headings that say what a row is about, got none; taken for ${what} from ${place(names, source)} to ${place(names, target)}`;
}

function place(names: readonly string[], at: number): string {
  return names[at] ? JSON.stringify(names[at].slice(0, 60)) : `column ${at + 1}`;
}
