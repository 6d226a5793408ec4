import { z } from "zod";
import { entityTypeId, propertyId, relationId } from "../../src/base/ids.ts";
import type { EntityType, Property, Relation } from "../../src/claims/ontology.ts";
import { families, shapes } from "../../src/claims/ontology.ts";
import { recordSchemas } from "../../src/claims/parse-record.ts";

/** A line of Clew JSON lines. */
type Line = Readonly<Record<string, unknown>>;

/** A case with each payload in every text of a record of every kind; each entity is linked to the next. */
export function hostileLines(payloads: readonly string[]): Line[] {
  const at = (index: number) => payloads[index % payloads.length]!;
  return [
    { clew: 1, name: payloads[0] },
    ...payloads.flatMap((payload, index) => ontologyLines(payload, index)),
    ...payloads.map(sourceLine),
    ...payloads.map(entityLine),
    ...payloads.flatMap((payload, index) => claimLines(payload, [at(index + 1), at(index + 2)])),
    ...payloads.map((payload, index) => judgementLine(payload, at(index + Math.ceil(payloads.length / 2)))),
    ...payloads.map((payload, index) => chartLine(payload, index === 0 ? payloads.slice(1) : [at(index)])),
    ...payloads.flatMap((payload, index) => questionLines(payload, at(index + 1))),
  ];
}

function ontologyLines(payload: string, index: number): Line[] {
  const type: EntityType = {
    ...{ id: entityTypeId(payload), parent: null, label: payload, plural: payload, icon: payload },
    ...{ shape: shapes[index % shapes.length]!, color: { light: payload, dark: payload }, ftm: payload, stix: payload },
  };
  const relation: Relation = {
    ...{ id: relationId(payload), family: families[index % families.length]!, label: payload, inverse: payload },
    ...{ symmetric: false, subjects: [entityTypeId(payload)], objects: [entityTypeId(payload)], ftm: payload, stix: payload },
  };
  const property: Property = { id: propertyId(payload), label: payload, unit: payload };
  return [
    { kind: "type", ...type },
    { kind: "relation", ...relation },
    { kind: "property", ...property },
  ];
}

const before = "Words, then ";

function sourceLine(payload: string): Line {
  const said = { title: payload, publisher: payload, author: payload, url: payload, text: `${before}${payload} and others.` };
  return { kind: "source", id: payload, ...said, published: "2024-03", derivedFrom: payload, ids: payload };
}

function entityLine(payload: string): Line {
  const ofSpace = { space: payload, written: payload };
  return {
    kind: "entity",
    id: payload,
    type: payload,
    name: payload,
    aliases: [payload, `${payload} `],
    description: payload,
    ...ofSpace,
  };
}

function claimLines(payload: string, [next, other]: readonly [string, string]): Line[] {
  const quote = { kind: "quote", quote: payload, start: before.length, end: before.length + payload.length };
  const shared = {
    ...{ kind: "claim", subject: payload, source: payload, about: other, note: payload, credibility: 2, said: "2024-03-24" },
    ...{ origin: { kind: "imported", file: payload, row: 1 }, recordedBy: payload, citation: quote, stance: "asserts" },
  };
  const link = { ...shared, claim: "link", relation: payload, object: next, attributes: [[payload, payload]] };
  return [
    { ...link, id: payload },
    { ...link, id: `page ${payload}`, speaker: other, citation: { kind: "page", page: payload, quote: payload } },
    { ...link, id: `denial ${payload}`, stance: "denies", speaker: next, relays: payload },
    { ...link, id: `gone ${payload}` },
    { ...shared, claim: "attribute", id: `figure ${payload}`, property: payload, value: payload },
    { kind: "withdrawn", claim: `gone ${payload}`, reason: payload },
  ];
}

function judgementLine(payload: string, other: string): Line {
  return { kind: "judgement", id: payload, a: payload, b: other, verdict: "unsure", reason: payload, by: payload };
}

function chartLine(payload: string, entities: readonly string[]): Line {
  const nodes = entities.map((entity, at) => ({ entity, x: at % 12, y: Math.floor(at / 12), pinned: true }));
  return { kind: "chart", id: payload, name: payload, nodes };
}

/** One that can be asked, and one that cannot. */
function questionLines(payload: string, to: string): Line[] {
  const asked = { from: [payload], to: [to], avoid: [], relations: [payload], notSpeakers: [payload] };
  const record = { [payload]: payload, [`list ${payload}`]: [payload] };
  const odd = { [payload]: payload, [`list ${payload}`]: [payload], [`records ${payload}`]: [record] };
  return [
    { kind: "question", id: payload, name: payload, ask: "path", asked },
    { kind: "question", id: `odd ${payload}`, name: `odd ${payload}`, ask: payload, asked: odd },
  ];
}

/** Texts that the schemas let through unseen and the doors refuse: dates. Each with the field that it stands in. */
const dates = ["source.published", "source.retrieved", "claim.during", "claim.said"];

/** Texts of the ontology that are one of a few words, or name another type. */
const words = ["type.shape", "relation.family", "type.parent"];

/** How many fields of the records take any text, keys of objects among them, and which stand in no line with a payload. */
export function fieldsOfText(lines: readonly Line[], payloads: readonly string[]): { fields: number; without: string[] } {
  const covered = new Set<string>();
  for (const { kind, ...fields } of lines) for (const path of textsOf(fields, String(kind), payloads)) covered.add(path);
  const recorded = Object.entries(recordSchemas).flatMap(([kind, schema]) => freeTexts(z.toJSONSchema(schema, options), kind));
  const added = lines.flatMap(({ kind, ...fields }) => (isOntology(kind) ? pathsOf(fields, String(kind)) : []));
  const wanted = new Set([...recorded, ...added]);
  for (const path of [...dates, ...words]) wanted.delete(path);
  return { fields: wanted.size, without: [...wanted].filter((path) => !covered.has(path)).sort() };
}

const options = { io: "input", unrepresentable: "any" } as const;

function isOntology(kind: unknown): boolean {
  return kind === "type" || kind === "relation" || kind === "property";
}

interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: unknown;
  readonly const?: unknown;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema | boolean;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Paths of a schema at which any text may stand: `claim.citation.quote`, `entity.aliases.*`. */
function freeTexts(schema: unknown, path: string): string[] {
  const { type, properties = {}, propertyNames, additionalProperties, items, prefixItems = [], ...rest } = schema as Schema;
  const isFree =
    [type].flat().includes("string") && rest.enum === undefined && rest.const === undefined && rest.pattern === undefined;
  const inside = [additionalProperties, items, ...prefixItems].filter((each) => typeof each === "object");
  return [
    ...(isFree ? [path] : []),
    ...(propertyNames === undefined ? [] : [`${path}.key`]),
    ...Object.entries(properties).flatMap(([name, each]) => freeTexts(each, `${path}.${name}`)),
    ...inside.flatMap((each) => freeTexts(each, `${path}.*`)),
    ...[...(rest.anyOf ?? []), ...(rest.oneOf ?? [])].flatMap((each) => freeTexts(each, path)),
  ];
}

/** Paths of a record at which a payload stands. */
function textsOf(value: unknown, path: string, payloads: readonly string[]): string[] {
  const isHostile = (text: string) => payloads.some((payload) => text.includes(payload));
  if (typeof value === "string") return isHostile(value) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((each) => textsOf(each, `${path}.*`, payloads));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    ...textsOf(each, `${path}.${isHostile(key) ? "*" : key}`, payloads),
    ...(isHostile(key) ? [`${path}.key`] : []),
  ]);
}

/** Paths of a record at which a text stands. */
function pathsOf(value: unknown, path: string): string[] {
  if (typeof value === "string") return [path];
  if (Array.isArray(value)) return value.flatMap((each) => pathsOf(each, `${path}.*`));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => pathsOf(each, `${path}.${key}`));
}
