import type { ExportContent, FormatWriter } from "../format.ts";
import { relayedFirst } from "../relayed-first.ts";
import { inFieldOrder } from "./field-order.ts";
import { recordDefaults, withoutDefaults } from "./record-defaults.ts";

/**
 * Clew JSON lines: everything in a case, one record a line, what a record names before the record.
 * The first line says how many lines follow, so that a file cut at a line end is known as cut.
 * Same content, same bytes.
 */
export const clewJsonlWriter: FormatWriter = {
  losses: [],
  parts: ["case"],
  *write(content) {
    let records = 0;
    for (const _ of recordsOf(content)) records++;
    yield line({ clew: 1, name: content.name, at: content.at, records });
    for (const record of recordsOf(content)) yield line(record);
  },
};

function line(record: object): string {
  return `${JSON.stringify(inFieldOrder(record))}\n`;
}

function* recordsOf(content: ExportContent): Iterable<object> {
  const { type, relation, property, source, entity, judgement } = recordDefaults;
  for (const each of content.added.types) yield { kind: "type", ...withoutDefaults(each, type) };
  for (const each of content.added.relations) yield { kind: "relation", ...withoutDefaults(each, relation) };
  for (const each of content.added.properties) yield { kind: "property", ...withoutDefaults(each, property) };
  for (const each of content.sources) yield { kind: "source", ...withoutDefaults(each, source) };
  for (const each of content.entities) yield { kind: "entity", ...withoutDefaults(each, entity) };
  for (const each of relayedFirst([...content.claims, ...content.withdrawn.map(({ claim }) => claim)])) {
    const { kind, ...fields } = each;
    yield { kind: "claim", claim: kind, ...withoutDefaults(fields, recordDefaults[kind]) };
  }
  for (const { claim, reason } of content.withdrawn) yield { kind: "withdrawn", claim: claim.id, reason };
  for (const each of content.judgements) yield { kind: "judgement", ...withoutDefaults(each, judgement) };
  for (const each of content.charts) yield { kind: "chart", ...each };
  for (const each of content.questions) yield { kind: "question", ...each };
  for (const each of content.history) yield { kind: "history", ...each };
}
