import type { LinkClaim } from "../../src/claims/claim.ts";
import type { ExportContent } from "../../src/formats/format.ts";
import { xmlText } from "../../src/formats/xml-text.ts";
import { makeWorkbook, textRow } from "./xlsx/make-workbook.ts";

/** A text of a format, for the tests that every format owes: what every reader is shown is what it writes, or what stands here. */
export interface Sample {
  /** The part of the format that reads back; the first part when left out. */
  readonly part?: string;
  /** A text of the format, where Clew does not write it: every entity and link of the content, nothing left out. */
  readonly sample?: (content: ExportContent) => string;
  /** The same of a format that is no text. */
  readonly bytes?: (content: ExportContent) => Uint8Array;
  /** Nothing in it says where it ends: cut between two lines it is whole. */
  readonly openEnded?: true;
  /** Its contents are like those of other formats: it is known by its name. */
  readonly byName?: true;
  /** It holds ids and relations, and no names, types or notes. */
  readonly idsOnly?: true;
  /** It has types of its own, and no others: all are organizations. */
  readonly untyped?: true;
  /** Its ids are numbers from 1 on, and it holds no types. */
  readonly numbered?: true;
  /** What it has no words of the case's own for: these are not compared. */
  readonly lacks?: readonly ("types" | "relations" | "notes")[];
  /** What a text of it cannot hold: names with these are not tried. */
  readonly cannotHold?: RegExp;
}

const samples: Readonly<Record<string, Sample>> = {
  csv: { part: "links", openEnded: true },
  xlsx: { bytes: workbookBytes },
  "clew-jsonl": { openEnded: true },
  ftm: { openEnded: true },
  "ftm-statements": { sample: statementsText, openEnded: true },
  "misp-galaxy": { sample: mispText, lacks: ["types", "notes"], cannotHold: /^similar$/ },
  popolo: { sample: popoloText, lacks: ["types", "relations", "notes"] },
  wikidata: { sample: wikidataText, lacks: ["types", "notes"] },
  apoc: { openEnded: true },
  graphson: { openEnded: true },
  aleph: { sample: alephText },
  bods: { sample: bodsText, untyped: true },
  anx: { sample: anxText },
  dl: { sample: dlText, idsOnly: true, cannotHold: /["\r\n]|^$/ },
  gml: { sample: gmlText },
  gdf: { sample: gdfText, openEnded: true, cannotHold: /[\r\n]/ },
  pajek: { sample: pajekText, openEnded: true, numbered: true, cannotHold: /["\r\n]|^$/ },
  sif: { sample: sifText, openEnded: true, byName: true, idsOnly: true, cannotHold: /^$|[\t\r\n]|^ | $/ },
};

/** One line for each format that is only read, or that is odd in what it holds. */
export function sampleOf(format: string): Sample {
  return samples[format] ?? {};
}

/** A sheet of entities and one of links; a text that begins with a blank or has control characters is another in a cell. */
function workbookBytes(content: ExportContent): Uint8Array {
  const entities = content.entities.map(({ id, type, name }) => [id, type, name]);
  const links = linksIn(content).map(({ subject, object, relation, note }) => [subject, object, relation, note]);
  const rows = (header: readonly string[], cells: readonly (readonly string[])[]) =>
    [header, ...cells].map((row, at) => textRow(at + 1, ...row.map(xmlText))).join("");
  return makeWorkbook({
    sheets: [
      { name: "Entities", rows: rows(["id", "type", "name"], entities) },
      { name: "Links", rows: rows(["source", "target", "relation", "note"], links) },
    ],
  });
}

function linksIn({ claims }: ExportContent): LinkClaim[] {
  return claims.filter((claim) => claim.kind === "link");
}

function mispText(content: ExportContent): string {
  const values = content.entities.map(({ id, name }) => {
    const own = linksIn(content).filter(({ subject }) => subject === id);
    return {
      uuid: id,
      value: name,
      meta: {},
      related: own.map(({ relation, object }) => ({ "dest-uuid": object, type: relation })),
    };
  });
  return JSON.stringify({ category: "actor", type: "threat-actor", uuid: "u", values }, null, 1);
}

function popoloText(content: ExportContent): string {
  const persons = content.entities.map(({ id, name }) => ({ id, name }));
  const memberships = linksIn(content).map(({ relation, subject, object }) => ({
    ...{ person_id: subject, organization_id: object, role: relation, [relation]: relation },
  }));
  return JSON.stringify({ persons, memberships }, null, 1);
}

function wikidataText(content: ExportContent): string {
  const entities = content.entities.map(({ id, name }) => {
    const claims = linksIn(content)
      .filter(({ subject }) => subject === id)
      .map(({ relation, object }) => {
        const datavalue = { type: "wikibase-entityid", value: { "entity-type": "item", id: object } };
        return [
          relation,
          [{ mainsnak: { snaktype: "value", property: relation, datavalue }, type: "statement", rank: "normal" }],
        ];
      });
    return [id, { type: "item", id, labels: { en: { language: "en", value: name } }, claims: Object.fromEntries(claims) }];
  });
  return JSON.stringify({ entities: Object.fromEntries(entities), success: 1 }, null, 1);
}

function anxText(content: ExportContent): string {
  const items = [
    ...content.entities.map(
      ({ id, name, type }) =>
        `<ChartItem Label="${xmlText(name)}"><End X="1" Y="2"><Entity EntityId="${xmlText(id)}"><Icon><IconStyle Type="${xmlText(type)}"/></Icon></Entity></End></ChartItem>`,
    ),
    ...linksIn(content).map(
      ({ subject, relation, object, note }) =>
        `<ChartItem Label="${xmlText(note)}"><Link End1Id="${xmlText(subject)}" End2Id="${xmlText(object)}"><LinkStyle ArrowStyle="ArrowOnHead" Type="${xmlText(relation)}"/></Link></ChartItem>`,
    ),
  ];
  return `<Chart><ChartItemCollection>\n${items.join("\n")}\n</ChartItemCollection></Chart>`;
}

function dlText(content: ExportContent): string {
  const { entities } = content;
  const links = linksIn(content);
  const list = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");
  const matrices = links.flatMap(({ subject, object }) =>
    entities.map(({ id }) => entities.map((other) => (id === subject && other.id === object ? 1 : 0)).join(" ")),
  );
  return [
    `dl n=${entities.length} nm=${links.length}\nformat=fullmatrix`,
    `labels:\n${list(entities.map(({ id }) => id))}\nmatrix labels:\n${list(links.map(({ relation }) => relation))}`,
    `data:\n${matrices.join("\n")}`,
  ].join("\n");
}

function gmlText({ entities, claims }: ExportContent): string {
  const text = (value: string) => `"${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`;
  const nodes = entities.map(({ id, name, type }) => `node [ id ${text(id)} label ${text(name)} type ${text(type)} ]`);
  const edges = claims.flatMap((claim) =>
    claim.kind === "link"
      ? `edge [ source ${text(claim.subject)} target ${text(claim.object)} relation ${text(claim.relation)} label ${text(claim.note)} ]`
      : [],
  );
  return ["graph [ directed 1", ...nodes, ...edges, "]"].join("\n");
}

function sifText({ claims }: ExportContent): string {
  return claims.map((claim) => (claim.kind === "link" ? `${claim.subject}\t${claim.relation}\t${claim.object}\n` : "")).join("");
}

function gdfText({ entities, claims }: ExportContent): string {
  const text = (value: string) => `"${value.replaceAll("\\", "\\\\").replaceAll('"', '""')}"`;
  const nodes = entities.map(({ id, name, type }) => [id, name, type].map(text).join(","));
  const edges = claims.flatMap((claim) =>
    claim.kind === "link" ? `${[claim.subject, claim.object, claim.relation, claim.note].map(text).join(",")},true` : [],
  );
  return [
    "nodedef>name VARCHAR,label VARCHAR,type VARCHAR",
    ...nodes,
    "edgedef>node1 VARCHAR,node2 VARCHAR,relation VARCHAR,label VARCHAR,directed BOOLEAN",
    ...edges,
  ].join("\n");
}

function pajekText({ entities, claims }: ExportContent): string {
  const numbers = new Map(entities.map(({ id }, at) => [id, at + 1]));
  const arcs = claims.flatMap((claim, at) =>
    claim.kind === "link"
      ? `*Arcs :${at + 1} "${claim.relation}"\n${numbers.get(claim.subject)} ${numbers.get(claim.object)} 1 l "${claim.note}"`
      : [],
  );
  return [`*Vertices ${entities.length}`, ...entities.map(({ name }, at) => `${at + 1} "${name}"`), ...arcs].join("\n");
}

function ftmText({ entities, claims }: ExportContent): string {
  const things = entities.map(({ id, name, type }) => ({ id, schema: type, properties: { name: [name] } }));
  const links = claims.flatMap((claim) => {
    if (claim.kind !== "link") return [];
    const { id, relation, stance, note, subject, object } = claim;
    const clew = { relation, stance, note };
    return [{ id, schema: "UnknownLink", properties: { subject: [subject], object: [object] }, "x-clew": clew }];
  });
  return [...things, ...links].map((each) => `${JSON.stringify(each)}\n`).join("");
}

function alephText(content: ExportContent): string {
  const entities = ftmText(content)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
  return JSON.stringify({ layout: { entities, vertices: [], edges: [] }, viewport: {} });
}

/** One interest of a type of its own a claim; its details are the note. */
function bodsText({ entities, claims }: ExportContent): string {
  const things = entities.map(({ id, name }) => {
    const recordDetails = { entityType: { type: "registeredEntity" }, name };
    return { statementId: `s ${id}`, recordId: id, recordType: "entity", recordDetails };
  });
  const relationships = claims.flatMap((claim) => {
    if (claim.kind !== "link") return [];
    const interests = [{ type: claim.relation, details: claim.note }];
    const recordDetails = { interestedParty: claim.subject, subject: claim.object, interests };
    return [{ statementId: `s ${claim.id}`, recordId: claim.id, recordType: "relationship", recordDetails }];
  });
  return JSON.stringify([...things, ...relationships]);
}

function statementsText({ entities, claims }: ExportContent): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const names = entities.map(({ id, type, name }) => [id, id, "name", "name", type, name, "d", ""]);
  const typeOf = new Map<string, string>(entities.map(({ id, type }) => [id, type]));
  const links = claims.flatMap((claim) =>
    claim.kind === "link"
      ? [[claim.subject, claim.subject, claim.relation, "entity", typeOf.get(claim.subject)!, claim.object, "d", claim.note]]
      : [],
  );
  const rows = [...names, ...links].map((row) => row.map(cell).join(","));
  return ["canonical_id,entity_id,prop,prop_type,schema,value,dataset,origin", ...rows].join("\n");
}
