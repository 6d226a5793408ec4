import { join } from "node:path";
import { expect, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import { type Case, openCase } from "../../src/case/open-case.ts";
import type { groupCase } from "../../src/case/overview/group-case.ts";
import { readOverview, writeOverview } from "../../src/case/overview/kept-overview.ts";
import { bytes, jsonLines, scratchFolder, smallLines } from "./small-case.ts";

const folder = scratchFolder();

async function caseOf(name: string, lines: readonly object[]): Promise<Case> {
  const opened = openCase(join(folder, `${name}.clew`), { mode: "create", by: "tester", clock: () => "2024-04-01T00:00:00Z" });
  await opened.import([{ name: `${name}.clew.jsonl`, bytes: bytes(jsonLines(lines)) }]);
  return opened;
}

/** Rings of `size` people, each joined to the next by one link, with a claim of each year from 2000 on. */
function rings(count: number, size: number): object[] {
  const id = (ring: number, at: number) => `r${ring}-${at}`;
  const people = Array.from({ length: count * size }, (_, n) => {
    const [ring, at] = [Math.floor(n / size), n % size];
    return { kind: "entity", id: id(ring, at), type: at === 0 ? "organization" : "person", name: `Ring ${ring} no ${at}` };
  });
  const link = (n: number, subject: string, object: string) => ({
    ...{ kind: "claim", claim: "link", id: `c${n}`, subject, relation: "owns", object, stance: "asserts", source: "s" },
    during: String(2000 + (n % 20)),
  });
  const links = Array.from({ length: count * size }, (_, n) => {
    const [ring, at] = [Math.floor(n / size), n % size];
    return [link(2 * n, id(ring, at), id(ring, (at + 1) % size)), link(2 * n + 1, id(ring, 0), id(ring, at === 0 ? 2 : at))];
  });
  const between = Array.from({ length: count - 1 }, (_, ring) => link(1e6 + ring, id(ring, 0), id(ring + 1, 0)));
  return [
    { clew: 1, name: "rings" },
    { kind: "source", id: "s", title: "Ledger", published: "2021" },
    ...people,
    ...links.flat(),
    ...between,
  ];
}

test("counts on the snapshot are those that the store counts", async () => {
  const opened = await caseOf("small", smallLines);
  expect(opened.view().stats).toEqual(opened.stats());
  expect(opened.overview()).toMatchObject({ entities: 6, links: 3, claims: 5, isolated: 2, revision: opened.revision });
  opened.judge({ a: "twin", b: "bolt-town", verdict: "same", reason: "a test" });
  opened.withdraw("c6", "a test");
  opened.withdraw("c3", "a test");
  expect(opened.view().stats).toEqual(opened.stats());
  const perSource = opened.view().sources.map(({ id, claims }) => [id, claims]);
  expect(perSource).toEqual([
    ["s1", 3],
    ["s2", 1],
  ]);
  opened.close();
});

test("an overview names hubs, communities, time and sources", async () => {
  const opened = await caseOf("rings", rings(4, 6));
  const { hubs, communities, time, sources, types } = opened.overview();
  expect(types.map(({ type, entities }) => [type, entities])).toEqual([
    ["person", 20],
    ["organization", 4],
  ]);
  expect(hubs.slice(0, 2).map(({ name }) => name)).toEqual(["Ring 1 no 0", "Ring 2 no 0"]);
  expect(communities?.largest.map(({ id, entities }) => [id, entities])).toEqual([0, 1, 2, 3].map((ring) => [`r${ring}-0`, 6]));
  expect(communities?.bundles.map(({ a, b, links }) => [a, b, links])).toEqual(
    [0, 1, 2].map((ring) => [`r${ring}-0`, `r${ring + 1}-0`, 1]),
  );
  expect(time.held?.step).toBe("year");
  expect(time.published?.stretches).toEqual([
    { when: "2021-01", claims: expect.any(Number) },
    ...time.published!.stretches.slice(1),
  ]);
  expect(sources.largest[0]).toMatchObject({ title: "Ledger" });
  opened.close();
});

test("parts: around an entity, of a community, of a time; the list in pages", async () => {
  const opened = await caseOf("parts", rings(3, 8));
  const around = opened.whole.part({ around: "r0-0", limit: 4 });
  expect(around.entities[0]).toMatchObject({ id: "r0-0", name: "Ring 0 no 0" });
  expect([around.entities.length, around.total]).toEqual([4, 9]);
  const ids = new Set<string>(around.entities.map(({ id }) => id));
  expect(around.links.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
  expect(opened.whole.part({ community: "r1-3" }).entities.map(({ id }) => id)).toContain("r1-0");
  expect(opened.whole.part({ held: "2003" }).total).toBeGreaterThan(0);
  expect(opened.whole.part({ published: "1999" })).toMatchObject({ total: 0, entities: [], links: [] });
  const pages = [0, 10, 20].flatMap((from) => opened.whole.entities({ from, limit: 10 }).entities.map(({ id }) => id));
  expect(new Set(pages).size).toBe(24);
  expect(opened.whole.entities({ type: "organization" }).total).toBe(3);
  const refusals: readonly (readonly [() => unknown, RegExp])[] = [
    [() => opened.whole.part({}), /^part: wanted one of around/],
    [() => opened.whole.part({ around: "r0-0", held: "2001" }), /got around and held$/],
    [() => opened.whole.part({ around: "nobody" }), /nobody/],
    [() => opened.whole.part({ held: "soon" }), /^held: wanted a date/],
    [() => opened.whole.part({ around: "r0-0", limit: 501 }), /^limit: wanted a whole number from 1 to 500/],
    [() => opened.whole.entities({ type: "ship" }), /^type: wanted one/],
    [() => opened.whole.entities({ from: -1 }), /^from: /],
  ];
  for (const [refused, why] of refusals) {
    expect(refused).toThrow(BadInput);
    expect(refused).toThrow(why);
  }
  opened.close();
});

test("an entity with many links and a source with many claims are shown in part, and say of how much", async () => {
  const opened = await caseOf("limits", rings(2, 30));
  const whole = opened.show("r0-0");
  expect(whole.links.shown).toBe(whole.links.total);
  const some = opened.show("r0-0", { limit: 10 });
  expect(some.links).toEqual({ shown: 10, total: whole.links.total });
  expect(some.groups.reduce((sum, { links }) => sum + links.length, 0)).toBe(10);
  expect(new Set(some.groups.map(({ side }) => side))).toEqual(new Set(["out", "in"]));
  const source = opened.source("s", { limit: 5, claim: "c1000000" });
  expect([source.claims.length, source.total]).toEqual([6, opened.source("s").claims.length]);
  expect(source.claims.map(({ id }) => id)).toContain("c1000000");
  opened.close();
});

test("what is kept is read again, and what came with a file from elsewhere is looked at first", async () => {
  const opened = await caseOf("kept", rings(3, 6));
  const counted = opened.whole.counted();
  const [first] = [opened.overview()];
  expect(opened.whole.workOut()).toBeNull();
  const grouped = { ...groupOf(opened), entities: 0 };
  const kept = writeOverview({ counted, grouped, figures: [] });
  expect(readOverview(kept)).toEqual({ counted, grouped, figures: [] });
  opened.whole.keep({ revision: opened.revision, bytes: kept });
  expect(opened.overview()).toEqual(first);
  for (const bad of [
    {},
    null,
    { version: 2 },
    { version: 1, counted: 3 },
    JSON.parse(text(kept).replace('"bundles":[{"a":0', '"bundles":[{"a":99')),
  ])
    expect(readOverview(bytes(JSON.stringify(bad)))).toBeNull();
  opened.whole.keep({ revision: opened.revision, bytes: bytes("no JSON") });
  expect(opened.overview()).toEqual(first);
  expect(opened.check()).toEqual([]);
  opened.close();
});

/** The communities as they would be kept. */
function groupOf(opened: Case): NonNullable<ReturnType<typeof groupCase>> {
  const { communities } = opened.overview();
  if (communities === null) throw new Error("wanted communities of a small case");
  const { revision, at, count, entitiesOff, largest, bundles } = communities;
  const place = new Map(largest.map(({ id }, at) => [id, at]));
  return {
    ...{ revision, at, count, entitiesOff, entities: 0, links: 0 },
    largest: largest.map(({ entities, links, members, types }) => ({
      ...{ size: entities, links, members: members.map(({ id }) => id) },
      types: types.map(({ type, entities: n }) => [type, n] as const),
    })),
    bundles: bundles.map(({ a, b, links, standings }) => ({
      ...{ a: place.get(a)!, b: place.get(b)!, links },
      standings: standings.map(({ links: n }) => n),
    })),
  };
}

function text(given: Uint8Array): string {
  return new TextDecoder().decode(given);
}
