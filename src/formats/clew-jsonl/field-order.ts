/** Order of the fields in a line, nested ones too: what tells a record apart comes first. */
const fieldOrder: readonly string[] = [
  ...[
    "clew",
    "kind",
    "seq",
    "claim",
    "judgement",
    "id",
    "type",
    "name",
    "ask",
    "asked",
    "title",
    "label",
    "plural",
    "inverse",
    "aliases",
  ],
  ...["a", "b", "verdict", "subject", "relation", "object", "property", "value", "approximate", "stance", "speaker", "source"],
  ...[
    "citation",
    "quote",
    "start",
    "end",
    "row",
    "page",
    "during",
    "said",
    "about",
    "note",
    "credibility",
    "relays",
    "attributes",
  ],
  ...[
    "description",
    "placeholder",
    "space",
    "written",
    "ids",
    "publisher",
    "author",
    "url",
    "published",
    "retrieved",
    "reliability",
    "derivedFrom",
    "sha256",
  ],
  ...["text", "parent", "family", "symmetric", "subjects", "objects", "icon", "shape", "color", "light", "dark", "ftm", "stix"],
  ...[
    "unit",
    "nodes",
    "entity",
    "x",
    "y",
    "pinned",
    "origin",
    "file",
    "recordedBy",
    "recordedAt",
    "reason",
    "at",
    "by",
    "undoes",
  ],
  ...["records", "changes", "before", "after"],
];

const ranks = new Map(fieldOrder.map((field, rank) => [field, rank]));

/** The same JSON value with the fields of every object in one order, so that equal records are equal bytes. */
export function inFieldOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(inFieldOrder);
  const entries = Object.entries(value).sort(([a], [b]) => rankOf(a) - rankOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, inFieldOrder(each)]));
}

function rankOf(field: string): number {
  return ranks.get(field) ?? fieldOrder.length;
}
