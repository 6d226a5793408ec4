import * as fc from "fast-check";
import { expect, test } from "vitest";
import { idAt } from "../../src/graph/packed-ids.ts";
import { Meter } from "../../src/query/meter.ts";
import { findDomains } from "../../src/query/pattern-domains.ts";
import { planPattern } from "../../src/query/pattern-plan.ts";
import { PatternSearch } from "../../src/query/pattern-search.ts";
import { type PatternQuestion, patternDefaults } from "../../src/query/question.ts";
import { type DrawnGraph, drawnGraph, graphOf } from "./graph-of.ts";
import { askedNetwork } from "./random-networks.ts";

function planned({ graph }: DrawnGraph, more: object) {
  const question = { ...patternDefaults, ...more } as unknown as PatternQuestion;
  const plan = planPattern(question, graph);
  return { plan, meter: new Meter({ clock: () => 0 }, 1000) };
}

const chain = (directions: readonly string[], relations: readonly (readonly string[])[] = []) => ({
  nodes: [...directions, ""].map((_, at) => ({ name: `${at}`, entity: null, types: [] })),
  edges: directions.map((direction, at) => ({ from: at, to: at + 1, relations: relations[at] ?? [], direction })),
});

test("a pattern without cycles is narrowed to what stands in a match", () => {
  const drawn = graphOf("a>b:q b>c:t b>d:t x>y:q z>c:t e>f:q f>e:t");
  const { plan, meter } = planned(drawn, chain(["forward", "forward"], [["q"], ["t"]]));
  const domains = findDomains(plan, meter)!;
  const ids = (list: Uint32Array) => Array.from(list, (node) => idAt(drawn.graph.names.entities, node));
  // e and f lead to one another: only that they are different entities is seen later.
  expect(domains.lists.map(ids)).toEqual([
    ["a", "e"],
    ["b", "f"],
    ["c", "d", "e"],
  ]);
});

test("R10: narrowing grows from the rarest relation", () => {
  const many = Array.from({ length: 2000 }, (_, at) => `p${at}>o${at % 40}:q`).join(" ");
  const { plan, meter } = planned(graphOf(`${many} o3>z:t`), chain(["forward", "forward"], [["q"], ["t"]]));
  expect(findDomains(plan, meter)!.lists.map((list) => list.length)).toEqual([50, 1, 1]);
  expect(meter.links).toBeLessThan(2001 + 400);
});

test("R46: matches are the same whether what may stand where was narrowed or not", () => {
  let matches = 0;
  const ways = fc.array(fc.constantFrom("any", "forward", "backward"), { minLength: 1, maxLength: 3 });
  const property = fc.property(askedNetwork, ways, fc.boolean(), ({ rows, conditions, inside }, directions, closed) => {
    const { nodes, edges } = chain(directions);
    const cycle = closed && directions.length > 1 ? [{ from: directions.length, to: 0, relations: [], direction: "any" }] : [];
    const more = { ...conditions, nodes, edges: [...edges, ...cycle], avoid: inside.avoid };
    const [narrowed, whole] = [undefined, -1].map((mostNarrowed) => {
      const { plan, meter } = planned(drawnGraph(rows), more);
      return [...new PatternSearch(plan, findDomains(plan, meter, mostNarrowed)!, meter).matches(0)];
    });
    expect(whole).toEqual(narrowed);
    matches += whole!.length;
  });
  fc.assert(property, { seed: 46, numRuns: 300 });
  expect(matches).toBeGreaterThan(500);
});
