import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { bytes, jsonLines, newCase, scratchFolder, smallCase, smallLines } from "./small-case.ts";

const folder = scratchFolder();
const edges = bytes("Source,Target,Type,Label,Weight\na,b,owns,,2\nb,c,funds,,\na,b,owns,,3\n");

test("a file read twice adds nothing the second time", async () => {
  const opened = newCase(folder);
  const first = await opened.import([{ name: "e.csv", bytes: edges }]);
  expect(first).toMatchObject({ entities: { added: 3 }, links: { added: 2 }, claims: { added: 3 }, sources: { added: 1 } });
  const revision = opened.revision;
  const again = await opened.import([{ name: "renamed.csv", bytes: edges }], { source: "Another title" });
  expect(again).toMatchObject({
    entities: { added: 0, matched: 3 },
    links: { added: 0, matched: 2 },
    claims: { added: 0, matched: 3 },
  });
  expect(again.problems).toEqual([]);
  expect(opened.revision).toBe(revision);
  opened.close();
});

test("Clew JSON lines read twice add nothing the second time", async () => {
  const opened = await smallCase(folder);
  const report = await opened.import([{ name: "again.clew.jsonl", bytes: bytes(jsonLines(smallLines)) }]);
  expect(report).toMatchObject({
    entities: { added: 0, matched: 6 },
    claims: { added: 0, matched: 6 },
    sources: { added: 0, matched: 2 },
    outcomes: { kept: 0, repaired: 0, merged: 0, dropped: 0 },
  });
  opened.close();
});

test("an entity known by its id alone takes the name that a later file gives, and keeps its links", async () => {
  const opened = newCase(folder);
  await opened.import([{ name: "e.csv", bytes: edges }]);
  const named = [{ clew: 1 }, { kind: "entity", id: "a", type: "person", name: "Ada", aliases: ["A."] }];
  const report = await opened.import([{ name: "names.clew.jsonl", bytes: bytes(jsonLines(named)) }]);
  expect(report.entities).toEqual({ added: 0, matched: 1 });
  expect(opened.show("Ada").entity).toMatchObject({ id: "a", type: "person", aliases: ["A."] });
  expect(opened.show("Ada").groups[0]?.links).toHaveLength(1);
  opened.close();
});

test("one file that cannot be read keeps all files of the call out", async () => {
  const opened = newCase(folder);
  const broken = bytes("lat,lon\n1.5,2.5\n");
  await expect(
    opened.import(
      [
        { name: "e.csv", bytes: edges },
        { name: "broken.csv", bytes: broken },
      ],
      { format: "csv" },
    ),
  ).rejects.toThrow(/broken\.csv.*source and target/);
  expect(opened.revision).toBe(0);
  expect(opened.stats().entities).toBe(0);
  opened.close();
});

test("an end that no file declares becomes a placeholder with a problem, and is dropped when strict", async () => {
  const dangling = [
    { clew: 1 },
    { kind: "source", id: "s", title: "S" },
    { kind: "entity", id: "x", type: "person", name: "X" },
    { kind: "claim", claim: "link", id: "k", subject: "x", relation: "owns", object: "nobody", stance: "asserts", source: "s" },
  ];
  const file = { name: "d.clew.jsonl", bytes: bytes(jsonLines(dangling)) };
  const opened = newCase(folder);
  const strict = await opened.import([file], { strict: true });
  expect(strict).toMatchObject({ claims: { added: 0 }, outcomes: { dropped: 1 } });
  expect(strict.problems[0]?.kind).toBe("dangling-end");
  const kept = await opened.import([file]);
  expect(kept).toMatchObject({ claims: { added: 1 }, outcomes: { repaired: 1, dropped: 0 } });
  expect(opened.show("nobody").entity.placeholder).toBe(true);
  opened.close();
});

test("other words under a known claim id stay out and are reported", async () => {
  const opened = await smallCase(folder);
  const changed = smallLines.map((line) => ("id" in line && line.id === "c3" ? { ...line, note: "theft" } : line));
  const report = await opened.import([{ name: "changed.clew.jsonl", bytes: bytes(jsonLines(changed)) }]);
  expect(report.problems.map(({ kind }) => kind)).toEqual(["repeated-id"]);
  expect(opened.show("ada").groups.flatMap(({ links }) => links.flatMap(({ notes }) => notes))).toContain("fraud");
  opened.close();
});

test("a gzipped file is read, a damaged one and a bomb are refused", async () => {
  const opened = newCase(folder);
  const packed = gzipSync(edges);
  expect((await opened.import([{ name: "e.csv.gz", bytes: packed }])).claims.added).toBe(3);
  await expect(opened.import([{ name: "cut.csv.gz", bytes: packed.subarray(0, packed.length - 12) }])).rejects.toThrow(/damaged/);
  const bomb = gzipSync(Buffer.concat([Buffer.from("source,target\n"), Buffer.alloc(64 * 1024 ** 2, "\n")]), { level: 9 });
  await expect(opened.import([{ name: "bomb.csv.gz", bytes: bomb }])).rejects.toThrow(/200 times/);
  opened.close();
});

test("a file in another encoding is read, and said to be repaired", async () => {
  const opened = newCase(folder);
  const latin = Uint8Array.from([...bytes("source,target\nM"), 0xfc, ...bytes("ller,b\n")]);
  const { problems } = await opened.import([{ name: "latin.csv", bytes: latin }]);
  expect(problems).toMatchObject([{ where: "line 2", kind: "encoding", outcome: "repaired" }]);
  expect(opened.find("Müller").id).toBe("Müller");
  opened.close();
});

test("the text of a source gets its SHA-256", async () => {
  const opened = await smallCase(folder);
  expect(opened.source("Briefing").source.sha256).toMatch(/^[0-9a-f]{64}$/);
  opened.close();
});
