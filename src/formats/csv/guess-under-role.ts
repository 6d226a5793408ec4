import type { ColumnsAtHand } from "./guess-columns.ts";
import { entityUses, isName, linkUses, type UsesGuess } from "./guess-uses.ts";
import type { HeaderMeaning } from "./header-words.ts";
import { tableColumn } from "./table-column.ts";
import type { TableRole } from "./table-mapping.ts";

type Meanings = readonly (HeaderMeaning | null)[];

/**
 * What the columns are in a table whose role somebody says, other than it would be guessed: the headings that fit it, else the first
 * columns of names, else the first ones. `columns` is null where there are too few.
 */
export function guessUnderRole(role: Exclude<TableRole, "matrix">, table: ColumnsAtHand, meanings: Meanings): UsesGuess {
  if (role === "links") return asLinks(table, meanings);
  const entities = asEntities(table, meanings);
  return role === "entities" ? entities : withTarget(entities, table, meanings);
}

const naming: readonly (HeaderMeaning | null)[] = ["name", "label", "id", "member-of"];

/** Columns in the order in which they are likely to name something. */
function likely({ facts }: ColumnsAtHand, meanings: Meanings): number[] {
  const rank = (at: number) => (naming.includes(meanings[at] ?? null) ? 0 : isName(facts[at]!) ? 1 : 2);
  return facts.map((_, at) => at).sort((one, other) => rank(one) - rank(other) || one - other);
}

function asLinks(table: ColumnsAtHand, meanings: Meanings): UsesGuess {
  const found = meanings.includes("source") || meanings.includes("target") ? linkUses(table, meanings) : null;
  if (found !== null) return found;
  const [one, other] = likely(table, meanings)
    .slice(0, 2)
    .sort((a, b) => a - b);
  if (one === undefined || other === undefined) return { role: "links", relation: "", columns: null, remarks: [] };
  const ends = meanings.map((meaning, at) => (at === one ? "source" : at === other ? "target" : withoutEnd(meaning)));
  return linkUses(table, ends) ?? { role: "links", relation: "", columns: null, remarks: [] };
}

function withoutEnd(meaning: HeaderMeaning | null): HeaderMeaning | null {
  return meaning === "source" || meaning === "target" ? null : meaning;
}

function asEntities(table: ColumnsAtHand, meanings: Meanings): UsesGuess {
  const own = meanings.map((meaning) => (meaning === "member-of" ? null : withoutEnd(meaning)));
  const found = entityUses(table, own);
  if (found !== null) return found;
  const [first] = likely(table, own);
  const named = own.map((meaning, at) => (at === first ? "name" : meaning));
  return entityUses(table, named) ?? { role: "entities", relation: "", columns: null, remarks: [] };
}

function withTarget({ columns, ...guess }: UsesGuess, table: ColumnsAtHand, meanings: Meanings): UsesGuess {
  const free = columns?.map(({ as }, at) => (as === "attribute" || as === "type" ? at : -1)).filter((at) => at >= 0) ?? [];
  const ends = ["target", "source", "member-of"] as const;
  const said = free.find((at) => ends.some((end) => meanings[at] === end));
  const target = said ?? free.find((at) => isName(table.facts[at]!)) ?? free[0];
  if (columns === null || target === undefined) return { ...guess, role: "both", columns: null };
  const relation = meanings[target] === "member-of" ? "member-of" : "";
  const linked = columns.map((column, at) =>
    at === target ? tableColumn(column.name, { as: "target", by: "name", type: "", space: "", relation }) : column,
  );
  return { ...guess, role: "both", columns: linked };
}
