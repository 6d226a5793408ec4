import { BadInput, type Meanwhile } from "../base/problem.ts";
import type { Change } from "../claims/change.ts";
import type { Chart } from "../claims/chart.ts";
import { mergeCharts } from "../claims/merge-charts.ts";
import type { Revision } from "../claims/revision.ts";
import type { CaseStore } from "../store/case-store.ts";
import { shorten } from "./find-entity.ts";

/** Entries that a refusal names at most. */
const mostNamed = 20;

/** A later revision than the case has is none that its writer can have seen. */
function refuseUnseen(store: CaseStore, seen: number): void {
  const now = store.revision();
  if (!Number.isSafeInteger(seen) || seen < 0 || seen > now)
    throw new BadInput(`revision: wanted one of this case, up to ${now}, got ${seen}; read it anew`, { kind: "stale" });
}

/** Throws BadInput `stale` when a step was made since, which undo or redo would take for the one that its writer means. */
export function refuseAnotherStep(store: CaseStore, verb: "undo" | "redo", seen: number | undefined): void {
  if (seen === undefined) return;
  refuseUnseen(store, seen);
  const steps = store
    .revisions({ after: seen, limit: mostNamed * 10 })
    .filter(({ what }) => what.some((part) => part !== "charts"));
  if (steps.length > 0) throw stale(`${verb}: another step was made since what you saw`, steps);
}

/** Throws BadInput `stale` when the pair was judged since, or the question put. */
export function refuseAnotherWord(
  store: CaseStore,
  { seen, what, kinds }: { readonly seen: number | undefined; readonly what: string; readonly kinds: readonly Change["kind"][] },
  isAbout: (change: Change) => boolean,
): void {
  if (seen === undefined) return;
  refuseUnseen(store, seen);
  const found = new Set(
    store
      .changesSince(seen, kinds)
      .filter(({ change }) => isAbout(change))
      .map(({ revision }) => revision),
  );
  if (found.size > 0) throw stale(`${what} since what you saw`, revisionsOf(store, found));
}

/** The chart with what others did to it since. Throws BadInput `stale`, with the entities, where both placed the same by hand. */
export function chartWithOthers(store: CaseStore, mine: Chart, seen: number | undefined): Chart {
  const theirs = store.chart(mine.id) ?? null;
  if (seen === undefined) return mine;
  refuseUnseen(store, seen);
  const puts = store
    .changesSince(seen, ["put-chart"])
    .filter(({ change }) => change.kind === "put-chart" && (change.after ?? change.before)?.id === mine.id);
  const [first] = puts;
  if (first?.change.kind !== "put-chart" || theirs === null) return mine;
  const { chart, both, renamed } = mergeCharts(first.change.before, mine, theirs);
  if (both.length === 0 && !renamed) return chart;
  const what = both.length > 0 ? `${both.length} of its nodes were placed` : "it was given another name";
  throw stale(
    `chart: ${what} by somebody else since what you saw`,
    revisionsOf(store, new Set(puts.map(({ revision }) => revision))),
    both.slice(0, 100),
  );
}

function revisionsOf(store: CaseStore, wanted: ReadonlySet<number>): Revision[] {
  return [...wanted].slice(-mostNamed).flatMap((revision) => store.revisions({ after: revision - 1, limit: 1 }));
}

function stale(line: string, revisions: readonly Revision[], candidates: readonly string[] = []): BadInput {
  const since: Meanwhile[] = revisions.slice(-mostNamed).map(({ revision, by, label }) => ({ revision, by, label }));
  const last = since.at(-1);
  const named = last === undefined ? "" : `: ${shorten(last.label)} by ${shorten(last.by)} (revision ${last.revision})`;
  return new BadInput(`${line}${named}; look at it and try again`, { kind: "stale", candidates, since });
}
