import { chartId } from "../../base/ids.ts";
import type { CaseView } from "../../case/views.ts";
import type { Chart, ChartNode } from "../../claims/chart.ts";
import { failureLine, type PageEnv, tell } from "./page-env.ts";

const waitMs = 600;
const longestRetryMs = 30_000;

/** Saves where the nodes stand: a moment after the last drag, and again until it is on disk. */
export function chartActions(env: PageEnv) {
  const { store, api, later } = env;
  let callOff = () => {};
  let dirty: Chart | null = null;
  let busy = false;

  /** Entities that are not among `nodes` (hidden, or off the answer) stay where the chart has them. */
  function savePlaces(nodes: readonly ChartNode[]): void {
    const known = store.getState().chart;
    const placed = new Set(nodes.map(({ entity }) => entity));
    const others = known?.nodes.filter(({ entity }) => !placed.has(entity)) ?? [];
    dirty = { id: known?.id ?? chartId("main"), name: known?.name ?? "Main", nodes: [...nodes, ...others] };
    store.setState({ chart: dirty, saving: "saving" });
    callOff();
    callOff = later(() => void save(waitMs), waitMs);
  }

  async function save(retryMs: number): Promise<void> {
    if (busy || dirty === null) return;
    busy = true;
    const saved = await put(dirty);
    busy = false;
    if (dirty === null || store.getState().phase === "signed-out") return;
    const next = saved ? waitMs : Math.min(retryMs * 2, longestRetryMs);
    callOff();
    callOff = later(() => void save(next), next);
  }

  async function put(chart: Chart): Promise<boolean> {
    try {
      await api.putChart(chart);
      if (dirty === chart) dirty = null;
      store.setState({ saving: dirty === null ? "saved" : "saving" });
      return true;
    } catch (error) {
      const message = failureLine(env, error);
      if (store.getState().saving !== "failed") tell(env, `Positions are not saved: ${message} Trying again.`, "failed");
      store.setState({ saving: "failed" });
      return false;
    }
  }

  /** The chart that is shown, or the first of the case, as the server has it; one that is still to be saved stays as it is here. */
  async function readChart({ charts }: CaseView): Promise<Chart | null> {
    const id = store.getState().chart?.id ?? charts[0]?.id;
    if (dirty !== null) return dirty;
    const kept = id === undefined || !charts.some((chart) => chart.id === id) ? store.getState().chart : await api.chart(id);
    return dirty ?? kept;
  }

  return { savePlaces, readChart };
}
