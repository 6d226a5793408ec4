import fc from "fast-check";
import { expect, test } from "vitest";
import { BadInput } from "../../src/base/problem.ts";
import type { BuiltSnapshot } from "../../src/graph/build-snapshot.ts";
import { keptPieces, openKept } from "../../src/graph/kept-snapshot.ts";
import { laySnapshot } from "../../src/graph/lay-snapshot.ts";
import { namesInOntology } from "../../src/graph/names-in-ontology.ts";
import { idAt } from "../../src/graph/packed-ids.ts";
import { pathDefaults } from "../../src/query/question.ts";
import { run } from "../../src/query/run.ts";
import { noClaimIds } from "./claim-ids-of.ts";
import { conditionsOf, filterOf } from "./filter-of.ts";
import { randomColumns } from "./random-columns.ts";

const ontology = { types: new Map(), relations: new Map(), properties: new Map() };
const rules = { mark: "rules", ontology };
const others = { mark: "others", ontology };

function laid(sizes: { nodes: number; links: number; claims: number }, seed: number): BuiltSnapshot {
  const columns = randomColumns({ ...sizes, sources: 9 }, seed);
  return {
    snapshot: laySnapshot(columns, { kind: "shared", regions: 0 }),
    names: { ...columns.names, ...namesInOntology(ontology, columns.names) },
  };
}

/** The pieces in memory of their own, as they come out of a file. */
function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(pieces.reduce((sum, { length }) => sum + length, 0)));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const columnsOf = ({ snapshot }: BuiltSnapshot) =>
  Object.entries(snapshot).map(([name, value]) => [
    name,
    ArrayBuffer.isView(value) ? [...(value as Uint32Array)] : name === "buffer" ? 0 : value,
  ]);

test("what is kept opens as what it was, and is kept again byte for byte (seed 6)", () => {
  fc.assert(
    fc.property(fc.nat({ max: 1e6 }), fc.integer({ min: 1, max: 300 }), (seed, links) => {
      const graph = laid({ nodes: 30, links, claims: links + (links % 50) }, seed);
      const bytes = joined(keptPieces(graph, "rules"));
      const opened = openKept(bytes, rules);
      expect(columnsOf(opened)).toEqual(columnsOf(graph));
      const texts = ({ names: { entities, ...others } }: BuiltSnapshot) => ({
        ...others,
        ids: [...entities.bytes],
        starts: [...entities.starts],
      });
      expect(texts(opened)).toEqual(texts(graph));
      expect(opened.snapshot.buffer).toBe(bytes.buffer);
      expect(joined(keptPieces(opened, "rules"))).toEqual(bytes);
    }),
    { seed: 6, numRuns: 30 },
  );
});

test("an empty graph is kept like any other", () => {
  const columns = { ...randomColumns({ nodes: 0, links: 0, claims: 0, sources: 0 }, 1) };
  const graph = { snapshot: laySnapshot(columns), names: columns.names };
  expect(openKept(joined(keptPieces(graph, "rules")), rules).snapshot.nodes).toBe(0);
});

test("one made by other rules, and one that is cut, is refused", () => {
  const bytes = joined(keptPieces(laid({ nodes: 9, links: 20, claims: 30 }, 2), "rules"));
  expect(() => openKept(bytes, others)).toThrow(BadInput);
  for (let length = 0; length < bytes.length; length += 7) {
    const cut = bytes.slice(0, length);
    expect(() => openKept(cut, rules), `${length} bytes`).toThrow();
  }
});

/** Whatever the bytes are, what opens can be asked, ends, and reads nothing but itself. */
function askAll(graph: BuiltSnapshot): void {
  const named = { ...graph, claimIds: noClaimIds };
  const { snapshot, names } = graph;
  const filter = filterOf(named, { quoted: true, during: "1990/2000", origins: 2 });
  for (let slot = 0; slot < snapshot.slots; slot++) filter.walksSlot(filter.either, slot);
  for (let link = 0; link < snapshot.links; link++) filter.weightOf(link);
  const last = idAt(names.entities, snapshot.nodes - 1);
  for (const kind of ["shortest", "cheapest", "strongest", "earliest"] as const) {
    const ends = { from: [idAt(names.entities, 0)], to: [last] };
    run({ ...pathDefaults, ...conditionsOf({}), ...ends, kind } as never, named, { clock: () => 0 });
  }
}

test("whatever number of it is another, it is refused, or can be asked all the same (seed 7)", () => {
  const bytes = joined(keptPieces(laid({ nodes: 12, links: 40, claims: 60 }, 3), "rules"));
  let refused = 0;
  const trials = 4000;
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.constantFrom(0, 1, 2, 127, 128, 254, 255), (at, value) => {
      const damaged = new Uint8Array(new SharedArrayBuffer(bytes.length));
      damaged.set(bytes);
      damaged[at] = value;
      try {
        askAll(openKept(damaged, rules));
      } catch (error) {
        if (
          !(
            error instanceof BadInput ||
            error instanceof RangeError ||
            /^snapshot: wanted/.test(String((error as Error).message))
          )
        )
          throw error;
        refused++;
      }
    }),
    { seed: 7, numRuns: trials },
  );
  expect(refused).toBeGreaterThan(trials / 3);
});
