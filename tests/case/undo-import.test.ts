import { join } from "node:path";
import { zipSync } from "fflate";
import { expect, test } from "vitest";
import type { ImportFile } from "../../src/case/files/import-file.ts";
import { importFiles } from "../../src/case/import-files.ts";
import { undo } from "../../src/case/undo.ts";
import { openSqliteStore } from "../../src/store/sqlite/open-sqlite-store.ts";
import { bytes, jsonLines, scratchFolder, smallLines } from "./small-case.ts";

const folder = scratchFolder();
const author = { by: "tester", at: "2024-04-01T00:00:00.000Z" };
const file = (name: string, text: string): ImportFile => ({ name, bytes: bytes(text) });

const several: readonly ImportFile[] = [
  file("people.csv", "id,name,type\n1,Ada,person\n2,Bo,spy\n"),
  file("links.csv", "source,target,type,url\n1,2,runs,https://example.org/a\n2,1,Undirected,\n"),
  file("g.gml", 'graph [\n node [ id 1 label "One" size 3 ]\n edge [ source 1 target 7 ]\n]\n'),
  { name: "more.zip", bytes: zipSync({ "in/x.csv": bytes("source,target\nada,1\n") }) },
  file(
    "more.clew.jsonl",
    jsonLines([
      { clew: 1 },
      { kind: "type", id: "ship", label: "Ship", plural: "Ships", icon: "ship", shape: "disc" },
      { kind: "source", id: "s9", title: "Nine", text: "Ada owns Bolt." },
      { kind: "entity", id: "ada", type: "person", name: "Ada Löw", aliases: ["Lady A."] },
      {
        kind: "claim",
        claim: "link",
        id: "k9",
        subject: "ada",
        relation: "owns",
        object: "bolt",
        stance: "denies",
        source: "s9",
      },
      { kind: "judgement", id: "j9", a: "ada", b: "twin", verdict: "same", reason: "alike" },
    ]),
  ),
];

test.each([
  ["held", Number.POSITIVE_INFINITY],
  ["streamed", 0],
])("undo takes back all of an import of several files: entities, sources, claims, types, links (%s)", async (_, few) => {
  const store = openSqliteStore(join(folder, `${few}.clew`), { mode: "create" });
  await importFiles(store, [file("small.clew.jsonl", jsonLines(smallLines))], { author });
  const picture = () => ({
    entities: [...store.entities()],
    sources: store.sources(),
    claims: [...store.claims()],
    links: [...store.links()],
    judgements: store.judgements(),
    charts: store.charts(),
    ontology: store.ontology(),
    found: ["Lady", "Bo", "One"].map((text) => store.search(text)),
  });
  const before = picture();
  const report = await importFiles(store, several, { author, few });
  expect(report.entities.added).toBeGreaterThan(3);
  expect(report.sources.added).toBeGreaterThan(3);
  expect(picture()).not.toEqual(before);
  undo(store, author);
  expect(picture()).toEqual(before);
  expect(store.check().filter(({ kind }) => kind !== "dangling-claim" && kind !== "dangling-source")).toEqual([]);
  const again = await importFiles(store, several, { author, few });
  expect({ ...again, problems: [] }).toEqual({ ...report, problems: [] });
  store.close();
});
