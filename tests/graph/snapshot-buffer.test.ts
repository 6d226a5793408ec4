import * as fc from "fast-check";
import { expect, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import { laySnapshot } from "../../src/graph/lay-snapshot.ts";
import type { Snapshot } from "../../src/graph/snapshot.ts";
import { openSnapshot } from "../../src/graph/snapshot-buffer.ts";
import { rowsOf } from "../query/drawing.ts";
import { drawnGraph, graphOf } from "../query/graph-of.ts";
import { randomDrawing } from "../query/random-drawings.ts";
import { randomColumns } from "./random-columns.ts";

const columnsOf = (snapshot: Snapshot) => Object.entries(snapshot).filter(([, value]) => ArrayBuffer.isView(value));

test("a snapshot that is copied byte by byte opens as the same snapshot", () => {
  fc.assert(
    fc.property(randomDrawing, (words) => {
      const { snapshot } = drawnGraph(rowsOf(words)).graph;
      const opened = openSnapshot(snapshot.buffer.slice(0));
      expect({ ...opened, buffer: null }).toEqual({ ...snapshot, buffer: null });
    }),
    { seed: 3, numRuns: 100 },
  );
});

test("a snapshot is one buffer, and opening it copies nothing", () => {
  const { snapshot } = graphOf("a>b(s1[2014]*2,s2?@p) b>c").graph;
  const opened = openSnapshot(snapshot.buffer);
  expect(columnsOf(opened)).toHaveLength(columnsOf(snapshot).length);
  for (const [name, column] of columnsOf(opened)) expect((column as Uint8Array).buffer, name).toBe(snapshot.buffer);
  expect(opened.buffer).toBe(snapshot.buffer);
});

test("an empty case has a snapshot, too", () => {
  const { snapshot } = graphOf("").graph;
  expect(openSnapshot(snapshot.buffer.slice(0))).toMatchObject({ nodes: 0, links: 0, claims: 0, slots: 0 });
});

test("a link with 1.4 claims takes at most 60 bytes, names apart", () => {
  const sizes = { nodes: 20_000, links: 100_000, claims: 140_000, sources: 300 };
  const snapshot = laySnapshot({ ...randomColumns(sizes, 1), claimSpeaker: new Uint32Array(sizes.claims).fill(0xffff_ffff) });
  expect(snapshot.buffer.byteLength / sizes.links).toBeLessThanOrEqual(60);
  const held = columnsOf(snapshot).reduce((sum, [, column]) => sum + (column as Uint8Array).byteLength, 0);
  expect(snapshot.buffer.byteLength - held, "the header and gaps").toBeLessThan(1000);
});

const soundBuffer = () => graphOf("a>b(s1[2014],s2) b>c b-d:kin").graph.snapshot.buffer.slice(0);

function withWord(at: number, value: number): ArrayBufferLike {
  const buffer = soundBuffer();
  new Uint32Array(buffer)[at] = value;
  return buffer;
}

test.each<[string, ArrayBufferLike, string]>([
  ["nothing", new ArrayBuffer(0), "snapshot: wanted a buffer with a header of"],
  ["half a header", soundBuffer().slice(0, 40), "snapshot: wanted a buffer with a header of"],
  ["another file", new TextEncoder().encode("SQLite format 3".padEnd(400)).buffer, 'begins with "CLEWSNAP"'],
  ["a later version", withWord(2, 3), "snapshot: wanted version 2, got 3"],
  ["a cut buffer", soundBuffer().slice(0, -8), "bytes, got"],
  ["a buffer with more behind it", new Uint8Array([...new Uint8Array(soundBuffer()), 0]).buffer, "bytes, got"],
  ["another number of nodes", withWord(5, 9), "wanted columns where the header's counts put them"],
  ["more links than anything holds", withWord(6, 0xffff_ffff), "wanted columns where the header's counts put them"],
])("%s is refused in one line", (_, buffer, message) => {
  expect(() => openSnapshot(buffer)).toThrow(message);
  expect(() => openSnapshot(buffer)).toThrow(BadInput);
});

test("columns that contradict the header are refused", () => {
  for (const column of ["slotEnd", "claimStart"] as const) {
    const { snapshot } = graphOf("a>b b>c(s1,s2)").graph;
    snapshot[column][snapshot[column].length - 1] = 1;
    expect(() => openSnapshot(snapshot.buffer)).toThrow(/^snapshot: wanted 4 slots|^snapshot: wanted 3 claims/);
  }
});

test("a header that is damaged anywhere is refused, and never anything but refused", () => {
  const words = new Uint32Array(soundBuffer());
  const header = 5 + 9 + columnsOf(openSnapshot(soundBuffer())).length;
  fc.assert(
    fc.property(fc.nat({ max: header - 1 }), fc.nat({ max: 31 }), (at, bit) => {
      expect(() => openSnapshot(withWord(at, (words[at]! ^ (1 << bit)) >>> 0))).toThrow(BadInput);
    }),
    { seed: 9, numRuns: 400 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(() => openSnapshot(bytes.slice().buffer)).toThrow(BadInput);
    }),
    { seed: 9, numRuns: 200 },
  );
});
