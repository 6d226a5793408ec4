import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { builtInOntology } from "../../../src/claims/built-in-ontology.ts";
import { csvFormat } from "../../../src/formats/csv/csv-format.ts";
import { detectFormat } from "../../../src/formats/list.ts";
import { corpusFolder } from "../corpus.ts";
import { ofKind, readAll } from "../read-all.ts";

/** Of a table: its role, and how many entities, links and problems it gives. */
const tables: readonly (readonly [set: string, file: string, role: string, entities: number, links: number, problems: number])[] =
  [
    ["graphml-airroutes", "air-routes-latest-nodes.csv", "entities", 3749, 0, 0],
    ["graphml-airroutes", "air-routes-latest-edges.csv", "links", 3742, 57_645, 1],
    ["big-snap", "as20graph.txt.gz", "links", 6474, 26_467, 1],
    ["big-snap", "1912.edges.gz", "links", 747, 60_050, 1],
    ["ftm-nomenklatura", "donations.csv", "links", 95, 292, 1],
    ["ftm-openaleph", "experts.csv", "both", 18, 14, 0],
    ["ftm-followthemoney", "links.csv", "entities", 1, 0, 0],
    ["json-sigma", "data.csv", "entities", 104, 0, 0],
  ];

it.each(tables)("of %s, %s is a table of %s", async (set, file, role, entities, links, problems) => {
  const folder = corpusFolder(set);
  if (folder === null) {
    console.log(`CSV: ${file} is not on this machine (CLEW_CORPUS): not read`);
    return;
  }
  const bytes = readFileSync(join(folder, file));
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  expect(detectFormat(file.replace(/\.gz$/, ""), text.slice(0, 4096)).id).toBe("csv");
  const records = await readAll(csvFormat, text, { file, ontology: builtInOntology, size: 65_536 });
  expect(ofKind(records, "table").map(({ table }) => table.mapping.role)).toEqual([role]);
  expect(new Set(ofKind(records, "entity").map(({ entity }) => entity.id)).size).toBe(entities);
  expect(ofKind(records, "claim").filter(({ claim }) => claim.kind === "link")).toHaveLength(links);
  expect(ofKind(records, "problem")).toHaveLength(problems);
});
