import { expect, test } from "vitest";
import type { ImportFile } from "../../src/case/files/import-file.ts";
import { bytes, newCase, scratchFolder, smallCase } from "./small-case.ts";

const folder = scratchFolder();
const file = (name: string, text: string): ImportFile => ({ name, bytes: bytes(text) });

test("what a preview counts is what the import then brings", async () => {
  const opened = await smallCase(folder);
  const files = [
    file("edges.csv", "source,target,type,since\na,b,owns,2020\na,b,owns,2020\nb,c,,\n"),
    file("g.gml", 'graph [\n node [ id 1 label "One" size 3 ]\n edge [ source 1 target 2 ]\n]\n'),
  ];
  const { files: seen, total } = await opened.preview(files);
  const report = await opened.import(files);
  expect(total).toEqual({
    entities: { count: report.entities.added, exact: true },
    links: { count: report.links.added, exact: true },
    claims: { count: report.claims.added, exact: true },
    sources: { count: report.sources.added, exact: true },
  });
  expect(seen.map(({ relations }) => relations.map(({ id }) => id))).toEqual([["owns", "linked-to"], ["related-to"]]);
  opened.close();
});

test("a table whose rows name their documents becomes a source, too, as its import says", async () => {
  const opened = newCase(folder);
  const files = [file("cited.csv", "source,target,source_url\na,b,https://one.example/\nb,c,https://two.example/\n")];
  const { total } = await opened.preview(files);
  const report = await opened.import(files);
  expect([total.sources.count, report.sources.added]).toEqual([3, 3]);
  opened.close();
});

test("the first links stand once each, whoever says them, under the names of their ends", async () => {
  const opened = newCase(folder);
  const graph = [
    ...["graph [ directed 1", 'node [ id 1 label "One" ]', 'node [ id 2 label "Two" ]'],
    ...[
      'edge [ source 1 target 2 label "owns" ]',
      'edge [ source 1 target 2 label "owns" weight 2 ]',
      "edge [ source 2 target 3 ] ]",
    ],
  ].join("\n");
  const [seen] = (await opened.preview([file("g.gml", graph)])).files;
  expect(seen?.counts.links.count).toBe(2);
  expect(seen?.first.links.map(({ names }) => names)).toEqual([
    { from: "One", to: "Two" },
    { from: "Two", to: "3" },
  ]);
  opened.close();
});

test("the format is told with what else it could be, and the encoding with why", async () => {
  const opened = newCase(folder);
  const latin = Uint8Array.from([...bytes("source,target\nM"), 0xfc, ...bytes("ller,b\n")]);
  const { files } = await opened.preview([file("g.gml", "source,target\na,b\n"), { name: "l.csv", bytes: latin }]);
  expect(files[0]?.format).toMatchObject({ id: "csv", by: "content", others: [{ id: "gml" }] });
  expect(files[1]).toMatchObject({
    format: { id: "csv", by: "content" },
    encoding: { name: "windows-1252", by: "guessed" },
    problems: [{ where: "line 2", outcome: "repaired" }],
    outcomes: { repaired: 1 },
  });
  opened.close();
});

test("a long file is counted as far as it is looked at, and no further", async () => {
  const opened = newCase(folder);
  const rows = Array.from({ length: 120_000 }, (_, n) => `a${n},b${n}\n`).join("");
  const { total, files } = await opened.preview([file("long.csv", `source,target\n${rows}`)]);
  expect(total.links.exact).toBe(false);
  expect(total.links.count).toBeGreaterThan(10_000);
  expect(files[0]?.first.links).toHaveLength(10);
  opened.close();
});

test("ids that the case has from elsewhere are told, with what they are there", async () => {
  const opened = await smallCase(folder);
  const { ids } = await opened.preview([file("e.csv", "source,target\nada,new\n")]);
  expect(ids).toMatchObject({
    by: "new",
    overlap: { count: 1, exact: true },
    spaces: [{ space: "world", count: 1 }],
    examples: [{ id: "ada", inCase: { id: "ada", name: "Ada Löw", space: "world" } }],
  });
  expect((await opened.preview([file("e.csv", "source,target\nada,new\n")], { ids: "world" })).ids.overlap.count).toBe(0);
  opened.close();
});
