import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compareIds } from "../../src/base/ids.ts";
import { standingOf } from "../../src/claims/standing.ts";
import { claimIdsBehind } from "../../src/graph/claim-ids.ts";
import type { LinkFilter } from "../../src/graph/link-filter.ts";
import { linkIdAt } from "../../src/graph/link-id-at.ts";
import { ALWAYS_AFTER, ALWAYS_BEFORE, LINK_SHIFT } from "../../src/graph/snapshot.ts";
import { originsOf } from "../../src/graph/stance-counter.ts";
import { type DrawnRows, rowsOf } from "../query/drawing.ts";
import { type DrawnGraph, drawnGraph } from "../query/graph-of.ts";
import { type JudgedLink, judgedLinks } from "../query/oracle-claims.ts";
import type { Span } from "../query/oracle-time.ts";
import { randomDrawing } from "../query/random-drawings.ts";
import { conditionOptions } from "../query/random-options.ts";
import { conditionsOf, filterOf, type LooseConditions } from "./filter-of.ts";

const options = fc.subarray(Object.values(conditionOptions), { minLength: 1, maxLength: 4 }).chain((some) => fc.tuple(...some));

/** What a link is under a question, as plain text. */
interface Verdict {
  readonly standing: string | null;
  readonly origins: number;
  readonly claims: readonly string[];
  readonly weight: number;
  readonly windows: string;
}

function verdictOf({ graph }: DrawnGraph, filter: LinkFilter, link: number): Verdict {
  const { snapshot } = graph;
  const claims = claimIdsBehind(graph, link).filter((_, at) => !filter.leavesOut(snapshot.claimStart[link]! + at));
  const { count, first, last } = filter.windowsOf(link);
  const windows = Array.from({ length: count }, (_, at) => `${first[at]} ${last[at]}`).join(", ");
  const counts = filter.countsOf(link);
  const [standing, origins] = [standingOf(counts), originsOf(counts)];
  return { standing, origins, claims, weight: filter.weightOf(link), windows };
}

function expectedOf({ standing, origins, claims, weight, windows }: JudgedLink): Verdict {
  return { standing, origins, claims: claims.map(({ id }) => id), weight, windows: joined(windows) };
}

/** Spans in order, joined where they overlap or touch. */
function joined(spans: readonly Span[]): string {
  const whole: { first: number; last: number }[] = [];
  for (const { first, last } of spans.toSorted((a, b) => a.first - b.first)) {
    const before = whole.at(-1);
    if (before !== undefined && first <= before.last + 1) before.last = Math.max(before.last, last);
    else whole.push({ first, last });
  }
  return whole.map(({ first, last }) => `${Math.max(first, ALWAYS_BEFORE)} ${Math.min(last, ALWAYS_AFTER)}`).join(", ");
}

/** The links that the filter walks, each with its verdict, by id; asked by slot, and by link after. */
function walkedLinks(drawn: DrawnGraph, filter: LinkFilter): [string, Verdict][] {
  const { snapshot } = drawn.graph;
  const found = new Map<string, Verdict>();
  for (let slot = 0; slot < snapshot.slots; slot++) {
    const way = snapshot.slotWay[slot]!;
    const walks = filter.walksSlot(filter.either, slot);
    expect(filter.walks(filter.either, way), `slot ${slot} as its link`).toBe(walks);
    const link = way >>> LINK_SHIFT;
    if (walks) found.set(linkIdAt(drawn.graph, link), verdictOf(drawn, filter, link));
  }
  return [...found].sort(([a], [b]) => compareIds(a, b));
}

function expectedLinks(rows: DrawnRows, asked: LooseConditions, source: string | null = null): [string, Verdict][] {
  return judgedLinks(rows, conditionsOf(asked), source)
    .filter(({ link }) => link.from !== link.to)
    .map((judged): [string, Verdict] => [judged.link.id, expectedOf(judged)])
    .sort(([a], [b]) => compareIds(a, b));
}

test.each([20240322, 7])("R2, R16-R18, R23-R25, R27, R29, R35, R37: a filter judges as lists of claims do (seed %i)", (seed) => {
  const met = new Set<string>();
  fc.assert(
    fc.property(randomDrawing, options, (words, chosen) => {
      const rows = rowsOf([...words, "a", "p"]);
      const drawn = drawnGraph(rows);
      const claims = rows.links.flatMap((link) => link.claims.map(({ id }) => id));
      const asked: LooseConditions = Object.assign({}, ...chosen.map((field) => field({ from: [], to: [], rest: [], claims })));
      const filter = filterOf(drawn.graph, asked);
      const walked = walkedLinks(drawn, filter);
      expect(walked).toEqual(expectedLinks(rows, asked));
      if (walked.length > 0) for (const name of Object.keys(asked)) met.add(name);
      const { sources } = drawn.graph.names;
      const alone = sources.map((source, at) => {
        const expected = expectedLinks(rows, asked, source);
        expect(walkedLinks(drawn, filter.onlySource(at)), source).toEqual(expected);
        return new Set(expected.map(([id]) => id));
      });
      const isLoop = (link: number) => drawn.graph.snapshot.linkFrom[link] === drawn.graph.snapshot.linkTo[link];
      for (let link = 0; link < drawn.graph.snapshot.links; link++) {
        const id = linkIdAt(drawn.graph, link);
        if (!isLoop(link)) expect(filter.sourcesOf(link)).toEqual([...alone.keys()].filter((source) => alone[source]!.has(id)));
      }
    }),
    { seed, numRuns: 250 },
  );
  expect(met.size, "conditions met by links that pass them").toBeGreaterThan(18);
});
