import { chartId } from "../base/ids.ts";
import { BadInput } from "../base/problem.ts";
import type { HistoryEntry } from "../claims/change.ts";
import type { Chart } from "../claims/chart.ts";
import { parseChart } from "../claims/parse-record.ts";
import type { CaseStore } from "../store/case-store.ts";
import { shorten } from "./find-entity.ts";
import { chartWithOthers } from "./meanwhile.ts";
import type { Author } from "./once.ts";

/** The chart with that id. Throws BadInput `not-found`. */
export function chartOf(store: CaseStore, id: string): Chart {
  const chart = id === "" ? undefined : store.chart(chartId(id));
  if (chart === undefined) throw new BadInput(`chart: wanted one of the case, got ${shorten(id)}`, { kind: "not-found" });
  return chart;
}

/** Null when it is so already. */
export function putChart(
  store: CaseStore,
  chart: Chart,
  { author, seen }: { readonly author: Author; readonly seen: number | undefined },
): HistoryEntry | null {
  const after = chartWithOthers(store, parseChart(chart), seen);
  const before = store.chart(after.id) ?? null;
  if (JSON.stringify(before) === JSON.stringify(after)) return null;
  const label = `chart ${after.name}`.slice(0, 200).toWellFormed();
  return store.apply([{ kind: "put-chart", before, after }], { ...author, label });
}
