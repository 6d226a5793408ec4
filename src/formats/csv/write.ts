import type { Citation, Claim } from "../../claims/claim.ts";
import { claimsByLink, notesOf, weightOf } from "../claims-by-link.ts";
import type { ExportContent, FormatWriter } from "../format.ts";
import { guard } from "./formula-guard.ts";
import { linksColumns } from "./links-columns.ts";

type Cell = string | number | boolean | null;

/** RFC 4180 with commas, LF line ends and no byte-order mark; texts that a spreadsheet would run are guarded, unless they are wanted as they are. */
export const csvWriter: FormatWriter = {
  losses: [
    "One file holds one part: entities, links or claims.",
    "Texts of sources, and all of a source but its id and title, are left out.",
    "Withdrawn claims, judgements, charts, saved questions, history and the case's own types, relations and properties are left out; so is whether one of those relations is symmetric.",
    "All parts read back, but: a link of the links part is one claim (an allegation and a denial when it was contested), without quotes, speakers, dates and the single claims; of the claims part the links are read, without their speakers.",
  ],
  parts: ["entities", "links", "claims"],
  *write(content, part, { formulas } = { formulas: "guarded" }) {
    const written = formulas === "exact" ? (text: string) => text : guard;
    const rows = part === "links" ? linkRows(content) : part === "claims" ? claimRows(content) : entityRows(content);
    for (const row of rows) yield `${row.map((cell) => cellText(cell, written)).join(",")}\n`;
  },
};

function cellText(cell: Cell, written: (text: string) => string): string {
  if (cell === null) return "";
  const text = typeof cell === "string" ? written(cell) : String(cell);
  return /[",\r\n;|\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function* entityRows({ entities }: ExportContent): Iterable<readonly Cell[]> {
  yield ["id", "type", "name", "aliases", "description", "placeholder"];
  for (const { id, type, name, aliases, description, placeholder } of entities) {
    yield [id, type, name, aliases.length === 0 ? null : JSON.stringify(aliases), description, placeholder];
  }
}

function* linkRows(content: ExportContent): Iterable<readonly Cell[]> {
  yield linksColumns;
  const claimsOf = claimsByLink(content);
  const entities = new Map(content.entities.map((entity) => [entity.id, entity]));
  for (const { id, from, to, relation, standing, claims, origins } of content.links) {
    const behind = claimsOf.get(id) ?? [];
    const [source, target] = [entities.get(from), entities.get(to)];
    const ends = [source?.name ?? null, source?.type ?? null, target?.name ?? null, target?.type ?? null];
    yield [from, to, relation, notesOf(behind).join("; "), weightOf(behind), standing, claims, origins, ...ends];
  }
}

const claimColumns = [
  ...["id", "kind", "subject", "subject_name", "relation", "object", "object_name", "property", "value", "value_type"],
  ...["approximate", "stance", "speaker", "speaker_name", "source", "source_title", "citation", "quote", "start", "end"],
  ...["row", "page", "during", "said", "about", "about_name", "note", "credibility", "relays", "origin", "origin_file"],
  ...["origin_row", "recorded_by", "recorded_at", "attributes"],
];

function* claimRows(content: ExportContent): Iterable<readonly Cell[]> {
  yield claimColumns;
  const names = new Map(content.entities.map(({ id, name }) => [id, name]));
  const titles = new Map(content.sources.map(({ id, title }) => [id, title]));
  const named = (id: Claim["speaker"]): Cell[] => [id, id === null ? null : (names.get(id) ?? null)];
  for (const claim of content.claims) {
    yield [
      ...[claim.id, claim.kind, ...named(claim.subject)],
      ...(claim.kind === "link" ? [claim.relation, ...named(claim.object)] : [null, null, null]),
      ...(claim.kind === "attribute"
        ? [claim.property, claim.value, typeof claim.value, claim.approximate]
        : [null, null, null, null]),
      ...[claim.stance, ...named(claim.speaker), claim.source, titles.get(claim.source) ?? null],
      ...citationCells(claim.citation),
      ...[claim.during, claim.said, ...named(claim.about), claim.note, claim.credibility, claim.relays],
      ...[claim.origin.kind, ...(claim.origin.kind === "imported" ? [claim.origin.file, claim.origin.row] : [null, null])],
      ...[claim.recordedBy, claim.recordedAt],
      claim.kind === "link" && claim.attributes.length > 0 ? JSON.stringify(claim.attributes) : null,
    ];
  }
}

/** citation, quote, start, end, row, page */
function citationCells(citation: Citation | null): Cell[] {
  switch (citation?.kind) {
    case "quote":
      return ["quote", citation.quote, citation.start, citation.end, null, null];
    case "row":
      return ["row", null, null, null, citation.row, null];
    case "page":
      return ["page", citation.quote, null, null, null, citation.page];
    case undefined:
      return [null, null, null, null, null, null];
  }
}
