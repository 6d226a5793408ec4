import { expect, test } from "vitest";
import type { PathQuestion } from "../../src/query/question.ts";
import { graphOf, type Loose, walks } from "./graph-of.ts";
import type { Variant } from "./random-questions.ts";

/** Layers of so many entities, each joined to all of the next: more links than are looked at between two looks at the clock. */
function layered(layers: number, width: number): string {
  const names = Array.from({ length: layers }, (_, layer) => Array.from({ length: width }, (_, at) => `l${layer}_${at}`));
  const between = names
    .slice(1)
    .flatMap((layer, at) => layer.flatMap((to, place) => names[at]!.map((from) => `${from}>${to}(s*${1 + ((place * 7) % 5)})`)));
  return [...names[0]!.map((to) => `a>${to}`), ...between, ...names.at(-1)!.map((from) => `${from}>z`)].join(" ");
}

const graph = graphOf(layered(3, 30));

test.each<[Variant, Loose<PathQuestion>]>([
  ["shortest", { kind: "shortest" }],
  ["k-shortest", { kind: "k-shortest", k: 40 }],
  ["k-shortest by weight", { kind: "k-shortest", k: 40, by: "weight" }],
  ["simple", { kind: "simple", maxHops: 4 }],
  ["cheapest", { kind: "cheapest" }],
  ["strongest", { kind: "strongest" }],
  ["disjoint", { kind: "disjoint" }],
  ["disjoint by links", { kind: "disjoint", apart: "links" }],
  ["earliest", { kind: "earliest" }],
])("R41, R4: %s, cut short at any time, gives the first of the paths of the whole answer", (_, fields) => {
  const asked = { limit: 40, ...fields };
  const whole = walks(graph.path("a", "z", asked));
  let unfinished = 0;
  for (let looks = 0; looks < 40; looks++) {
    let looked = 0;
    const answer = graph.path("a", "z", asked, { clock: () => 0, cancelled: () => looked++ >= looks });
    expect(walks(answer)).toEqual(whole.slice(0, answer.paths.length));
    expect(answer.complete).toBe(answer.stop === "exhausted");
    if (answer.stop === "cancelled") unfinished++;
    else expect(answer.paths).toHaveLength(whole.length);
  }
  expect(unfinished).toBeGreaterThan(0);
});
