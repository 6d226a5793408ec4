import { sourceId } from "../../base/ids.ts";
import type { Source } from "../../claims/source.ts";
import type { ReadContext } from "../format.ts";
import { type GraphPlace, sourceAt } from "../graph-records.ts";
import { dayOfTime } from "../iso-days.ts";
import { fieldOf, isJsonObject, type JsonObject, type JsonValue, listAt, objectAt, textAt, textsAt } from "../json-value.ts";
import { isOneLine, wordsOf } from "../thing-records.ts";

export interface BodsStatement {
  readonly id: string;
  /** What the statement is of: the same for all statements of one thing. */
  readonly record: string;
  readonly kind: "entity" | "person" | "relationship";
  /** Null where it is none. */
  readonly date: string | null;
  readonly isClosed: boolean;
  readonly details: JsonObject;
  readonly source: Source | null;
  /** What kind of source it is, and who asserted it. */
  readonly note: string;
  readonly place: GraphPlace;
}

const kinds = new Map<string, BodsStatement["kind"]>([
  ...(["entity", "person", "relationship"] as const).map((kind) => [kind, kind] as const),
  ...[
    ["entityStatement", "entity"] as const,
    ["personStatement", "person"] as const,
    ["ownershipOrControlStatement", "relationship"] as const,
  ],
]);

/** Of versions 0.1 to 0.3, whose statements have the details among their own fields. */
const ownFields = new Set([
  ...[
    "statementID",
    "statementId",
    "statementType",
    "statementDate",
    "publicationDetails",
    "source",
    "replacesStatements",
    "isComponent",
  ],
  ...["componentStatementIDs", "annotations"],
]);

/**
 * A statement of any version, in the words of 0.4. Before 0.4 a thing was known by a statement's id, and `records` holds for each that took
 * another's place what that stood for. Null for what is no statement.
 */
export function parseStatement(
  given: JsonValue,
  place: GraphPlace,
  { context, records }: { readonly context: ReadContext; readonly records: Map<string, string> },
): BodsStatement | null {
  const id = textAt(given, "statementId") || textAt(given, "statementID");
  const kind = kinds.get(textAt(given, "recordType") || textAt(given, "statementType"));
  if (!isJsonObject(given) || id === "" || kind === undefined) return null;
  const record = textAt(given, "recordId") || recordOf(given, id, records);
  const details =
    objectAt(given, "recordDetails") ?? Object.fromEntries(Object.entries(given).filter(([key]) => !ownFields.has(key)));
  const about = ["annotations", "isComponent", "componentStatementIDs"].filter((key) => fieldOf(given, key) !== undefined);
  return {
    id,
    record,
    kind,
    date: dayOfTime(textAt(given, "statementDate")),
    isClosed: textAt(given, "recordStatus") === "closed",
    details: { ...details, ...Object.fromEntries(about.map((key) => [key, given[key]!])) },
    source: sourceOf(given, context),
    note: noteOf(objectAt(given, "source")),
    place,
  };
}

function recordOf(given: JsonObject, id: string, records: Map<string, string>): string {
  const before = textsAt(given, "replacesStatements").find((replaced) => replaced !== id);
  const record = before === undefined ? id : (records.get(before) ?? before);
  if (before !== undefined) records.set(id, record);
  return record;
}

/** The document that the statement is from; else who published it. */
function sourceOf(given: JsonObject, context: ReadContext): Source | null {
  const [source, published] = [objectAt(given, "source"), objectAt(given, "publicationDetails")];
  const publisher = textAt(objectAt(published, "publisher"), "name") || textAt(objectAt(published, "publisher"), "url") || null;
  const url = textAt(source, "url");
  if (url === "" && publisher === null) return null;
  const described = textAt(source, "description");
  const base = sourceAt(url === "" ? `publisher:${publisher}` : url, context);
  return {
    ...base,
    ...(url === "" ? { id: sourceId(`publisher:${publisher}`), title: publisher!, url: null } : {}),
    ...(url !== "" && described !== "" && isOneLine(described) ? { title: described } : {}),
    publisher,
    published: url === "" ? null : dayOfTime(textAt(published, "publicationDate")),
    retrieved: dayOfTime(textAt(source, "retrievedAt")),
  };
}

function noteOf(source: JsonObject | undefined): string {
  const types = textsAt(source, "type").map(wordsOf);
  const names = listAt(source, "assertedBy").map((agent) => textAt(agent, "name") || textAt(agent, "uri"));
  const asserted = names.filter((name) => name !== "").join(", ");
  return [...types, ...(asserted === "" ? [] : [`asserted by ${asserted}`])].join(", ");
}
