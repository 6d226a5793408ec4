import * as fc from "fast-check";
import { expect, test } from "vitest";
import { freeArrays } from "../../src/base/free-arrays.ts";
import { stances } from "../../src/claims/claim.ts";
import { standings } from "../../src/claims/standing.ts";
import { laySnapshot } from "../../src/graph/lay-snapshot.ts";
import type { LinkColumns } from "../../src/graph/link-columns.ts";
import { packIds } from "../../src/graph/packed-ids.ts";
import {
  LINK_SHIFT,
  NO_NODE,
  NO_SPAN,
  originOfClaim,
  type Snapshot,
  STANDING_SHIFT,
  sourceOfClaim,
  speakerOfClaim,
  stanceOfClaim,
  UNGRADED,
} from "../../src/graph/snapshot.ts";
import { randomColumns } from "./random-columns.ts";

const names = {
  entities: packIds(["a", "b", "c"]),
  relations: ["r"],
  families: ["other"],
  sources: ["s0", "s1"],
  types: ["person"],
  kinds: [["person"]],
};

const least: LinkColumns = {
  names,
  linkFrom: Uint32Array.of(0, 1),
  linkTo: Uint32Array.of(1, 2),
  linkRelation: Uint16Array.of(0, 0),
  claimSource: Uint32Array.of(1, 0),
};

test("what columns leave out is plain: one claim per link, asserted by its source, undated, ungraded", () => {
  const snapshot = laySnapshot(least);
  expect([...snapshot.claimStart]).toEqual([0, 1, 2]);
  const claims = [0, 1].map((claim) => [
    sourceOfClaim(snapshot, claim),
    originOfClaim(snapshot, claim),
    speakerOfClaim(snapshot, claim),
    stances[stanceOfClaim(snapshot, claim)],
    snapshot.whenDuring[snapshot.claimWhen[claim]!],
    snapshot.whenSaid[snapshot.claimWhen[claim]!],
    snapshot.weighing[snapshot.claimWeight[claim]!],
  ]);
  const rest = [NO_NODE, "asserts", NO_SPAN, NO_SPAN, 1];
  expect(claims).toEqual([
    [1, 1, ...rest],
    [0, 0, ...rest],
  ]);
  expect([...snapshot.sourceReliability]).toEqual([UNGRADED, UNGRADED]);
});

/** Per claim all that columns say of it, read back from a snapshot. */
function claimsOf(snapshot: Snapshot): unknown[] {
  return Array.from({ length: snapshot.claims }, (_, claim) => [
    sourceOfClaim(snapshot, claim),
    originOfClaim(snapshot, claim),
    speakerOfClaim(snapshot, claim),
    snapshot.claimVoice[claim]! & 127,
    snapshot.weighing[snapshot.claimWeight[claim]!],
    snapshot.whenDuring[snapshot.claimWhen[claim]!] === NO_SPAN,
    snapshot.whenSaid[snapshot.claimWhen[claim]!] === NO_SPAN,
  ]);
}

test("columns come back as they were given, and every slot is that of its link, in order", () => {
  fc.assert(
    fc.property(fc.nat({ max: 1e6 }), fc.integer({ min: 1, max: 400 }), (seed, links) => {
      const columns = randomColumns({ nodes: 20, links, claims: 2 * links, sources: 12 }, seed) as Required<LinkColumns>;
      const snapshot = laySnapshot(columns);
      for (const name of ["linkFrom", "linkTo", "linkRelation", "claimStart", "nodeType", "sourceReliability"] as const)
        expect(snapshot[name], name).toEqual(columns[name]);
      const noDate = columns.dates.length - 1;
      const isUndated = (date: number) => date === NO_SPAN || date === noDate;
      expect(claimsOf(snapshot)).toEqual(
        Array.from(columns.claimSource, (source, claim) => [
          source,
          columns.claimOrigin[claim],
          columns.claimSpeaker[claim],
          columns.claimBits[claim],
          columns.claimWeight[claim] || 1,
          isUndated(columns.claimDuring[claim]!),
          isUndated(columns.claimSaid[claim]!),
        ]),
      );
      expectSlots(snapshot);
    }),
    { seed: 21, numRuns: 40 },
  );
});

function expectSlots(snapshot: Snapshot): void {
  const seen: string[] = [];
  for (let node = 0; node < snapshot.nodes; node++)
    for (let slot = snapshot.slotStart[node]!, before = -1; slot < snapshot.slotEnd[node]!; slot++) {
      const link = snapshot.slotWay[slot]! >>> LINK_SHIFT;
      const other = snapshot.slotNode[slot]!;
      expect([node, other].sort()).toEqual([snapshot.linkFrom[link]!, snapshot.linkTo[link]!].sort());
      expect(standings[(snapshot.slotWay[slot]! >>> STANDING_SHIFT) & 7]).toBeDefined();
      expect(other * snapshot.links + link).toBeGreaterThan(before);
      before = other * snapshot.links + link;
      seen.push(`${link} ${node}`);
    }
  expect(new Set(seen).size).toBe(seen.length);
  const loops = [...snapshot.linkFrom].filter((from, link) => from === snapshot.linkTo[link]).length;
  expect(seen.length).toBe(2 * (snapshot.links - loops));
}

test("slots of many links, which are sorted in several goes, are in order, a hub's among them, and none is missing", () => {
  const columns = randomColumns({ nodes: 3_000, links: 400_000, claims: 400_000, sources: 12 }, 22);
  for (let link = 0; link < 200_000; link++) columns.linkFrom[link] = 1_500;
  const { nodes, links, slots, slotStart, slotEnd, slotNode, slotWay, linkFrom, linkTo } = laySnapshot(columns);
  const ends = new Uint32Array(links);
  let wrong = 0;
  for (let node = 0, at = 0; node < nodes; node++) {
    if (slotStart[node] !== at) wrong++;
    for (let before = -1; at < slotEnd[node]!; at++) {
      const [link, other] = [slotWay[at]! >>> LINK_SHIFT, slotNode[at]!];
      const isEnd = (linkFrom[link] === node && linkTo[link] === other) || (linkFrom[link] === other && linkTo[link] === node);
      if (!isEnd || other * links + link <= before) wrong++;
      before = other * links + link;
      ends[link]! += 1;
    }
  }
  expect(wrong).toBe(0);
  expect(slotEnd[nodes - 1]).toBe(slots);
  expect(ends.every((count, link) => count === (linkFrom[link] === linkTo[link] ? 0 : 2))).toBe(true);
});

test("what is no longer looked at may be given back while the slots are laid", () => {
  const sizes = { nodes: 20, links: 50, claims: 90, sources: 4 };
  const [columns, wanted] = [randomColumns(sizes, 23), laySnapshot(randomColumns(sizes, 23))];
  const snapshot = laySnapshot(columns, undefined, freeArrays);
  const { linkFrom, claimStart, claimSource, claimBits, claimSaid, claimWeight } = columns;
  const given = [linkFrom, claimStart!, claimSource, claimBits!, claimSaid!, claimWeight!];
  expect(given.map(({ length }) => length)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(new Uint8Array(snapshot.buffer)).toEqual(new Uint8Array(wanted.buffer));
});

test("voices, whens and weights stand once, however many claims share them", () => {
  const columns = randomColumns({ nodes: 10, links: 2000, claims: 3000, sources: 5 }, 2);
  const snapshot = laySnapshot(columns);
  const distinct = (...lists: readonly Uint32Array[]) =>
    new Set(Array.from(lists[0]!, (_, at) => lists.map((list) => list[at]).join(" "))).size;
  const { voiceSource, voiceOrigin, voiceSpeaker, whenDuring, whenSaid, weighing } = snapshot;
  expect(distinct(voiceSource, voiceOrigin, voiceSpeaker)).toBe(snapshot.voices);
  expect(distinct(whenDuring, whenSaid)).toBe(snapshot.whens);
  expect([...weighing].toSorted()).toEqual([0.25, 0.5, 0.75, 1, 1.25, 1.5, 1.75]);
  expect(snapshot.voices).toBeLessThan(5 * 3 * 12);
});

test.each<[string, Partial<LinkColumns>, string]>([
  ["an end that is no node", { linkTo: Uint32Array.of(1, 3) }, "wanted linkTo below 3, got 3 at 1"],
  ["a relation without a name", { linkRelation: Uint16Array.of(0, 1) }, "wanted linkRelation below 1, got 1 at 1"],
  ["a speaker that is no node", { claimSpeaker: Uint32Array.of(NO_NODE, 9) }, "wanted claimSpeaker below 3, got 9 at 1"],
  ["a date that is not given", { claimDuring: Uint32Array.of(0, NO_SPAN) }, "wanted claimDuring below 0, got 0 at 0"],
  ["a column that is too short", { linkTo: Uint32Array.of(1) }, "wanted 2 values in linkTo, got 1"],
  ["a weight too many", { claimWeight: new Float64Array(3) }, "wanted 2 values in claimWeight, got 3"],
  ["a link without claims", { claimStart: Uint32Array.of(0, 0, 2) }, "wanted a claim behind link 0, got none"],
  ["claims of no link", { claimStart: Uint32Array.of(0, 1, 3) }, "wanted 3 values from 0 to 2 in claimStart"],
  ["a stance that there is not", { claimBits: Uint8Array.of(0, 3) }, "wanted a stance and marks in claimBits, got 3 at 1"],
  ["a credibility of 7", { claimBits: Uint8Array.of(28, 0) }, "wanted a stance and marks in claimBits, got 28 at 0"],
  [
    "sources out of order",
    { names: { ...names, sources: ["s1", "s0"] } },
    'wanted sources in order of id, each once, got "s0" after "s1"',
  ],
  [
    "too many relations",
    { names: { ...names, relations: Array.from({ length: 65_537 }, (_, at) => `r${at}`) } },
    "wanted at most 65536 relations, got 65537",
  ],
])("%s is refused, and the message says where", (_, columns, message) => {
  expect(() => laySnapshot({ ...least, ...columns })).toThrow(message);
});
