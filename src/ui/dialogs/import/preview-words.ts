import type { AtLeast, FilePreview, PreviewCounts, TablePreview } from "../../../case/preview-views.ts";
import { count } from "../../state/words.ts";

/** "12 entities, 10 links, 20 claims from 14 sources"; "at least" where not all was read. */
export function countsLine({ entities, links, claims, sources }: PreviewCounts): string {
  const exact = [entities, links, claims, sources].every((each) => each.exact);
  const told = [many(entities, "entity", "entities"), many(links, "link"), many(claims, "claim")].join(", ");
  return `${exact ? "Gives" : "Gives at least"} ${told}${sources.count === 0 ? "" : ` from ${many(sources, "source")}`}.`;
}

function many({ count: n }: AtLeast, one: string, others?: string): string {
  return count(n, one, others);
}

const rolesInWords: Readonly<Record<TablePreview["mapping"]["role"], string>> = {
  entities: "each row is an entity",
  links: "each row is a link",
  both: "each row is an entity, with what it is linked to",
  matrix: "a link wherever a row and a column meet",
};

/** "A CSV table: each row is a link." */
export function takenFor({ format, table, sheets }: FilePreview): string {
  const label = format?.label ?? "";
  if (table !== null) return `Taken for ${label}: ${rolesInWords[table.mapping.role]}.`;
  if (sheets.length > 0) return `Taken for ${label}: ${count(sheets.length, "sheet")}.`;
  return `Taken for ${label}.`;
}
