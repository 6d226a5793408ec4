import { chartId } from "../../base/ids.ts";
import type { CaseView } from "../../case/views.ts";
import type { Chart, ChartNode } from "../../claims/chart.ts";
import { mergeCharts } from "../../claims/merge-charts.ts";
import { ApiError, type Changed, type ReadChart } from "./api.ts";
import { failureLine, type PageEnv, tell } from "./page-env.ts";
import { count } from "./words.ts";

const waitMs = 600;
const longestRetryMs = 30_000;

/**
 * Saves where the nodes stand: a moment after the last drag, and again until it is on disk. `base` is the chart as the server had
 * it when this page last looked; what others moved since is merged in, here and there, node by node.
 */
export function chartActions(env: PageEnv) {
  const { store, api, later } = env;
  let callOff = () => {};
  let base: { readonly chart: Chart | null; readonly revision: number } | null = null;
  let dirty: Chart | null = null;
  let busy = false;

  /** Entities that are not among `nodes` (hidden, or off the answer) stay where the chart has them. */
  function savePlaces(nodes: readonly ChartNode[]): void {
    const { chart: known, case: view } = store.getState();
    const placed = new Set(nodes.map(({ entity }) => entity));
    const others = known?.nodes.filter(({ entity }) => !placed.has(entity)) ?? [];
    base ??= { chart: known, revision: view?.revision ?? 0 };
    dirty = { id: known?.id ?? chartId("main"), name: known?.name ?? "Main", nodes: [...nodes, ...others] };
    store.setState({ chart: dirty, saving: "saving" });
    soon(waitMs);
  }

  function soon(ms: number, retryMs = waitMs): void {
    callOff();
    callOff = later(() => void save(retryMs), ms);
  }

  async function save(retryMs: number): Promise<void> {
    if (busy || dirty === null) return;
    busy = true;
    const saved = await put(dirty, base?.revision ?? 0);
    busy = false;
    if (dirty === null || store.getState().phase === "signed-out") return;
    const next = saved ? waitMs : Math.min(retryMs * 2, longestRetryMs);
    soon(next, next);
  }

  async function put(chart: Chart, seen: number): Promise<boolean> {
    try {
      await sent(chart, { seen, ...(await api.putChart(chart, seen)) });
      return true;
    } catch (error) {
      return error instanceof ApiError && error.status === 412 ? settleWith(chart) : failed(error);
    }
  }

  async function sent(chart: Chart, { seen, revision, label }: Changed & { readonly seen: number }): Promise<void> {
    if (revision >= (base?.revision ?? 0)) base = { chart, revision };
    if (dirty === chart) dirty = null;
    // Another change in between may have been one of this chart: then what is saved is more than what was sent.
    if (revision !== (label === undefined ? seen : seen + 1)) bringIn(await api.chart(chart.id));
    store.setState({ saving: dirty === null ? "saved" : "saving" });
  }

  function failed(error: unknown): false {
    const message = failureLine(env, error);
    if (store.getState().saving !== "failed") tell(env, `Positions are not saved: ${message} Trying again.`, "failed");
    store.setState({ saving: "failed" });
    return false;
  }

  /** Somebody else placed a node that was placed here: it stands as it was placed here, which is the later word, and the reader is told. */
  async function settleWith({ id }: Chart): Promise<boolean> {
    try {
      const both = bringIn(await api.chart(id));
      if (both > 0) tell(env, `${count(both, "entity", "entities")} moved here too: now as in this tab.`);
      return true;
    } catch (error) {
      return failed(error);
    }
  }

  /** What the server has becomes the ground on which the page stands; what is not saved yet stays. Gives how many both placed. */
  function bringIn({ chart: theirs, revision }: ReadChart): number {
    if (base !== null && revision < base.revision) return 0;
    const merged = dirty === null ? null : mergeCharts(base?.chart ?? null, dirty, theirs);
    base = { chart: theirs, revision };
    dirty = merged?.chart ?? null;
    store.setState({ chart: dirty ?? theirs });
    return merged?.both.length ?? 0;
  }

  /** The chart that is shown, or the first of the case, as the server has it, with what is not saved yet; null when there is none. */
  async function readChart({ charts, revision }: Pick<CaseView, "charts" | "revision">): Promise<Chart | null> {
    const id = store.getState().chart?.id ?? charts[0]?.id;
    if (id === undefined || !charts.some((chart) => chart.id === id)) {
      // An older copy of the case, or another one.
      if (base !== null && revision < base.revision) base = null;
      base ??= { chart: null, revision };
      return store.getState().chart;
    }
    const known = base?.revision ?? 0;
    const theirs = await api.chart(id);
    // Likewise: no answer is older than what was known when it was asked for. The view may be: it lags behind what this page saved.
    if (theirs.revision < known) base = null;
    bringIn(theirs);
    return store.getState().chart;
  }

  return { savePlaces, readChart };
}
