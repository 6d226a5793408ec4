import { BadInput } from "../base/problem.ts";
import { alephFormat } from "./aleph/aleph-format.ts";
import { anxFormat } from "./anx/anx-format.ts";
import { apocFormat } from "./apoc/apoc-format.ts";
import { bodsFormat } from "./bods/bods-format.ts";
import { clewJsonlFormat } from "./clew-jsonl/clew-jsonl-format.ts";
import { csvFormat } from "./csv/csv-format.ts";
import { cypherFormat } from "./cypher/cypher-format.ts";
import { cytoscapeFormat } from "./cytoscape/cytoscape-format.ts";
import { dlFormat } from "./dl/dl-format.ts";
import { dotFormat } from "./dot/dot-format.ts";
import type { Format } from "./format.ts";
import { ftmFormat } from "./ftm/ftm-format.ts";
import { ftmStatementsFormat } from "./ftm-statements/ftm-statements-format.ts";
import { gdfFormat } from "./gdf/gdf-format.ts";
import { gexfFormat } from "./gexf/gexf-format.ts";
import { gmlFormat } from "./gml/gml-format.ts";
import { graphmlFormat } from "./graphml/graphml-format.ts";
import { graphologyFormat } from "./graphology/graphology-format.ts";
import { graphsonFormat } from "./graphson/graphson-format.ts";
import { mispGalaxyFormat } from "./misp-galaxy/misp-galaxy-format.ts";
import { nodeLinkFormat } from "./node-link/node-link-format.ts";
import { ogmaFormat } from "./ogma/ogma-format.ts";
import { pajekFormat } from "./pajek/pajek-format.ts";
import { popoloFormat } from "./popolo/popolo-format.ts";
import { jsonLdFormat } from "./rdf/json-ld-format.ts";
import { turtleFormat } from "./rdf/turtle-format.ts";
import { sifFormat } from "./sif/sif-format.ts";
import { stixFormat } from "./stix/stix-format.ts";
import { wikidataFormat } from "./wikidata/wikidata-format.ts";
import { xlsxFormat } from "./xlsx/xlsx-format.ts";

/** Every format Clew knows; the order in which contents are tried. */
export const formats: readonly Format[] = [
  clewJsonlFormat,
  ftmFormat,
  ftmStatementsFormat,
  stixFormat,
  alephFormat,
  bodsFormat,
  dlFormat,
  // Before tables: in a file of one line its `source` and `target` stand like headings.
  gmlFormat,
  csvFormat,
  xlsxFormat,
  gexfFormat,
  graphmlFormat,
  anxFormat,
  pajekFormat,
  gdfFormat,
  sifFormat,
  dotFormat,
  graphologyFormat,
  mispGalaxyFormat,
  popoloFormat,
  wikidataFormat,
  apocFormat,
  graphsonFormat,
  ogmaFormat,
  cytoscapeFormat,
  nodeLinkFormat,
  cypherFormat,
  turtleFormat,
  jsonLdFormat,
];

/** The format under that id, or under one of its extensions without the dot. Throws BadInput that lists the known ones. */
export function formatById(id: string): Format {
  const format = formats.find((each) => each.id === id) ?? formats.find((each) => each.extensions.includes(`.${id}`));
  if (format !== undefined) return format;
  const known = formats.map((each) => each.id);
  throw new BadInput(`format: wanted ${known.join(", ")}, got ${shorten(id)}`, { candidates: known });
}

/**
 * The format to read a file with: by content (`head`, up to its first 4,096 characters), then by name.
 * Throws BadInput in one line for an empty file, for one that Clew only writes, and for one it does not know.
 */
export function detectFormat(name: string, head: string): Format {
  if (head.trim() === "" || head === "\uFEFF") throw new BadInput(`${name}: wanted something to read, got an empty file`);
  const byContent = formats.find((format) => format.reader?.recognizes(head));
  if (byContent !== undefined) return byContent;
  const lowerName = name.toLowerCase();
  const byName = formats.find((format) => format.extensions.some((extension) => lowerName.endsWith(extension)));
  if (byName?.reader != null) return byName;
  const readable = formats
    .filter((format) => format.reader !== null || format.bytesReader !== undefined)
    .map((format) => format.id);
  const got =
    byName === undefined || byName.bytesReader !== undefined ? "something else" : `${byName.label}, which Clew only writes`;
  throw new BadInput(`${name}: wanted a file of a format that Clew reads, got ${got}`, { candidates: readable });
}

/**
 * The format to read a file with whose bytes are no text: by content (`head`, up to its first 4,096 bytes), then by name where it begins as a
 * zip does, as workbooks do. Undefined for texts.
 */
export function detectBytesFormat(name: string, head: Uint8Array): Format | undefined {
  const known = formats.filter(({ bytesReader }) => bytesReader !== undefined);
  const byContent = known.find(({ bytesReader }) => bytesReader!.recognizes(head));
  if (byContent !== undefined || head[0] !== 0x50 || head[1] !== 0x4b) return byContent;
  return known.find(({ extensions }) => extensions.some((extension) => name.toLowerCase().endsWith(extension)));
}

function shorten(text: string): string {
  const line = JSON.stringify(text);
  return line.length > 80 ? `${line.slice(0, 80)}…` : line;
}
