import { claimId } from "../../base/ids.ts";
import { BadInput, type Outcome } from "../../base/problem.ts";
import {
  parseChart,
  parseClaim,
  parseEntity,
  parseJudgement,
  parseSavedQuestion,
  parseSource,
} from "../../claims/parse-record.ts";
import { contentIds } from "../content-id.ts";
import type { FormatReader, ReadContext, Reading, ReadRecord } from "../format.ts";
import type { TextLine } from "../text-lines.ts";
import { textLines } from "../text-lines.ts";
import { idText, parseHistoryEntry } from "./parse-history.ts";
import { parseProperty, parseRelation, parseType } from "./parse-ontology.ts";
import { recordDefaults } from "./record-defaults.ts";
import { resolveCitation } from "./resolve-citation.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Clew JSON lines. The first line is `{"clew":1,…}`; BadInput without it, or when a newer Clew wrote
 * the file. A line that is no sound record becomes a problem with its number, and the rest is read. A
 * file shorter than its first line says is reported as cut.
 */
export const clewJsonlReader: FormatReader = {
  recognizes: (head) => /^\uFEFF?\s*\{[^\n]*"clew"\s*:/.test(head),
  start,
};

function start(context: ReadContext): Reading {
  let promised: number | null | undefined;
  let records = 0;
  const take = recordTaker(context);
  const lines = textLines(context.file);

  function* takeLines(some: readonly TextLine[]): Iterable<ReadRecord> {
    for (const line of some) {
      if (line.text.trim() === "") continue;
      if (promised === undefined) {
        promised = readHeader(line, context.file);
        continue;
      }
      records++;
      yield recordOrProblem(line, context, take);
    }
  }

  return {
    push: (chunk) => takeLines(lines.push(chunk)),
    *end() {
      yield* takeLines(lines.end());
      if (promised === undefined) throw new BadInput(`${context.file}: wanted {"clew":1,…} on the first line, got an empty file`);
      if (promised === null || promised === records) return;
      const message = `wanted ${promised} records as the first line says, got ${records}: the file is ${records < promised ? "cut" : "longer than that"}`;
      yield problem(context, "end of file", "wrong-length", message, "kept");
    },
  };
}

/** The number of records that the header promises; null when it promises none. */
function readHeader({ text }: TextLine, file: string): number | null {
  const header = fieldsOf(parseJson(text));
  const version = header?.clew;
  if (header === null || version === undefined)
    throw new BadInput(`${file}: wanted {"clew":1,…} on the first line, got ${shorten(text)}`);
  if (version !== 1)
    throw new BadInput(`${file}: wanted version 1 of Clew JSON lines, got version ${shorten(JSON.stringify(version))}`);
  return typeof header.records === "number" ? header.records : null;
}

function recordOrProblem(line: TextLine, context: ReadContext, take: (fields: Fields, line: number) => ReadRecord): ReadRecord {
  const where = `line ${line.line}`;
  const fields = fieldsOf(parseJson(line.text));
  if (fields === null) return problem(context, where, "not-json", `wanted one JSON object, got ${shorten(line.text)}`, "dropped");
  try {
    return take(fields, line.line);
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return problem(context, where, "invalid-record", error.message, "dropped");
  }
}

/** Turns the fields of a line into a record. Remembers the texts of sources, in which quotes are looked up. */
function recordTaker(context: ReadContext): (fields: Fields, line: number) => ReadRecord {
  const texts = new Map<unknown, string | null>();
  const claimIdOf = contentIds("c");
  const judgementIdOf = contentIds("j");

  const takeClaim = ({ claim: kind, ...fields }: Fields, line: number): ReadRecord => {
    if (kind !== "link" && kind !== "attribute")
      throw new BadInput(`claim: wanted link or attribute, got ${shorten(String(JSON.stringify(kind)))}`);
    const found = resolveCitation(fields.citation, fields.source, (source) => texts.get(source));
    if (found.trouble !== null) return problem(context, `line ${line}`, found.trouble.kind, found.trouble.message, "dropped");
    const content = { ...recordDefaults[kind], ...fields, kind, citation: found.citation };
    const claim = parseClaim({
      id: fields.id ?? claimIdOf(content),
      origin: { kind: "imported", file: context.file, row: line },
      recordedBy: context.by,
      recordedAt: context.at,
      ...content,
    });
    return { kind: "claim", claim };
  };

  return ({ kind, ...fields }, line) => {
    switch (kind) {
      case "source": {
        const source = parseSource({ ...recordDefaults.source, ...fields });
        texts.set(source.id, source.text);
        return { kind, source };
      }
      case "entity":
        return { kind, entity: parseEntity({ ...recordDefaults.entity, ...fields }) };
      case "claim":
        return takeClaim(fields, line);
      case "withdrawn":
        return {
          kind,
          claim: claimId(idText(fields.claim)),
          reason: typeof fields.reason === "string" ? fields.reason : "",
        };
      case "judgement": {
        const content = { ...recordDefaults.judgement, ...fields };
        return { kind, judgement: parseJudgement({ id: judgementIdOf(content), by: context.by, at: context.at, ...content }) };
      }
      case "chart":
        return { kind, chart: parseChart(fields) };
      case "question":
        return { kind, question: parseSavedQuestion(fields) };
      case "type":
        return { kind, type: parseType({ ...recordDefaults.type, ...fields }) };
      case "relation":
        return { kind, relation: parseRelation({ ...recordDefaults.relation, ...fields }) };
      case "property":
        return { kind, property: parseProperty({ ...recordDefaults.property, ...fields }) };
      case "history":
        return { kind, entry: parseHistoryEntry(fields) };
      default:
        throw new BadInput(`kind: wanted ${kinds}, got ${shorten(String(JSON.stringify(kind)))}`);
    }
  };
}

const kinds = "source, entity, claim, withdrawn, judgement, chart, question, type, relation, property or history";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}

function problem(context: ReadContext, where: string, kind: string, message: string, outcome: Outcome): ReadRecord {
  return { kind: "problem", problem: { file: context.file, where, kind, message }, outcome };
}
