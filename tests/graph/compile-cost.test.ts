import { expect, test } from "vitest";
import type { NamedSnapshot } from "../../src/graph/build-snapshot.ts";
import { laySnapshot } from "../../src/graph/lay-snapshot.ts";
import { claimIdsOfColumns } from "./claim-ids-of.ts";
import { filterOf, type LooseConditions } from "./filter-of.ts";
import { randomColumns } from "./random-columns.ts";

/** A graph that counts how often an element of its columns and of its lists of names is read. */
function counted(sizes: { nodes: number; links: number; claims: number }) {
  const columns = randomColumns({ ...sizes, sources: 20 }, 8);
  const reads = new Map<string, number>();
  const watched = <T extends object>(what: string, list: T): T =>
    new Proxy(list, {
      get(target, key, proxy) {
        if (typeof key === "string" && /^\d+$/.test(key)) reads.set(what, (reads.get(what) ?? 0) + 1);
        if (Array.isArray(target)) return Reflect.get(target, key, proxy);
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== "function") return value;
        reads.set(`${what}.${String(key)}()`, 1);
        return value.bind(target);
      },
    });
  const watchedAll = <T extends object>(owner: T): T =>
    Object.fromEntries(Object.entries(owner).map(([name, value]) => [name, isList(value) ? watched(name, value) : value])) as T;
  const watchedNames = (names: typeof columns.names) => ({ ...watchedAll(names), entities: watchedAll(names.entities) });
  const claimIds = claimIdsOfColumns(columns);
  const graph: NamedSnapshot = { snapshot: watchedAll(laySnapshot(columns)), names: watchedNames(columns.names), claimIds };
  return { graph, reads };
}

function isList(value: unknown): value is object {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

const everything: LooseConditions = {
  relations: ["funds", "owns", "unheard-of"],
  notFamilies: ["support"],
  standing: "alleged",
  origins: 2,
  notSources: ["s00000003", "s00000004"],
  notSpeakers: ["e00000001"],
  reliability: "C",
  credibility: 3,
  quoted: true,
  noEchoes: true,
  notClaims: ["c00000007"],
  said: "1990/2000",
  at: "1995",
  during: "1990/..",
  certain: true,
};

test("a question is compiled without a look at nodes, links or claims, but to find the speakers and the claims that it names", () => {
  const readsOf = (times: number) => {
    const { graph, reads } = counted({ nodes: 16 * times, links: 50 * times, claims: 80 * times });
    filterOf(graph, everything);
    return reads;
  };
  const [small, large] = [readsOf(1), readsOf(256)];
  const lookedUp = [
    "bytes",
    "claimStart",
    "linkFrom",
    "linkRelation",
    "relations",
    "slotEnd",
    "slotNode",
    "slotStart",
    "slotWay",
    "starts",
  ];
  expect([...small.keys()].sort()).toEqual([...lookedUp, "families", "sourceReliability", "sources"].sort());
  for (const [what, count] of small)
    if (!lookedUp.includes(what)) expect(large.get(what), what).toBe(count);
    else expect(large.get(what), `${what}: a few more looks per doubling`).toBeLessThanOrEqual(count + 3 * 8 * 10);
});

test("a link is judged by its own claims, each looked at once, and then no more", () => {
  const { graph, reads } = counted({ nodes: 40, links: 100, claims: 180 });
  const filter = filterOf(graph, { quoted: true });
  reads.clear();
  const first = Array.from({ length: 100 }, (_, link) => filter.admits(link));
  const looks = new Map(reads);
  reads.clear();
  expect(Array.from({ length: 100 }, (_, link) => filter.admits(link))).toEqual(first);
  expect(looks.get("claimStart")).toBeLessThanOrEqual(400);
  expect(looks.get("claimVoice")).toBeLessThanOrEqual(2 * 180);
  expect([...reads.keys()]).toEqual([]);
});

test("relations are settled by the slot alone, and sources that stand behind no claim of a link, too", () => {
  const { graph, reads } = counted({ nodes: 40, links: 100, claims: 100 });
  const walksAll = (asked: LooseConditions) => {
    const filter = filterOf(graph, asked);
    reads.clear();
    for (let slot = 0; slot < graph.snapshot.slots; slot++) filter.walksSlot(filter.leaving, slot);
    return reads;
  };
  expect([...walksAll({ relations: ["funds"] }).keys()].sort()).toEqual(["slotHint", "slotWay"]);
  const judged = walksAll({ notSources: ["s00000003"] }).get("claimStart") ?? 0;
  expect(judged, "links with a source like it").toBeGreaterThan(0);
  expect(judged).toBeLessThan(100);
});
