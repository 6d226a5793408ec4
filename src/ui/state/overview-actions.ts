import type { EntityId } from "../../base/ids.ts";
import type { OverviewView } from "../../case/overview/overview-views.ts";
import type { CaseView } from "../../case/views.ts";
import type { Chart, ChartNode } from "../../claims/chart.ts";
import { ApiError } from "./api.ts";
import { type Board, drawnWhole, emptyGraph, graphOfPart, mostOfPart, overviewBoard, type Part, partStep } from "./board.ts";
import { type GraphIndex, indexGraph } from "./graph-index.ts";
import { failureLine, type PageEnv, tell, tellWith } from "./page-env.ts";
import { count } from "./words.ts";

interface Doing {
  readonly select: (id: EntityId) => void;
  readonly savePlaces: (nodes: readonly ChartNode[]) => void;
}

/** What is shown of a case: all of a small one; of a large one the overview, and the parts that the reader opens. */
export interface Shown {
  readonly overview: OverviewView | null;
  readonly board: Board;
  readonly graph: GraphIndex;
}

const lookAgainMs = 1500;
/** Between what is in the chart and what is added beside it, in the canvas's units. */
const besideChart = 240;

export function overviewActions(env: PageEnv, { select, savePlaces }: Doing) {
  const { store, api, later } = env;
  let wanted = 0;
  let looksAgain = false;

  /** Reads what is shown anew; a part whose entity is gone gives way to the overview. */
  async function readShown(view: CaseView, chart: Chart | null): Promise<Shown> {
    if (view.stats.entities <= drawnWhole)
      return { overview: null, board: { kind: "whole" }, graph: indexGraph(await api.graph(drawnWhole)) };
    const { board } = store.getState();
    const [overview, drawn] = await Promise.all([api.overview(), drawnOf(board, { view, chart })]);
    if (overview.communities === null) lookAgain();
    return { overview, ...drawn };
  }

  async function drawnOf(board: Board, now: { view: CaseView; chart: Chart | null }): Promise<Omit<Shown, "overview">> {
    const { view, chart } = now;
    try {
      if (board.kind === "part") return await drawnPart(view, board.part, board.limit);
      if (board.kind === "chart" && chart !== null) return await drawnChart(view, chart);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 404) throw error;
    }
    return { board: overviewBoard, graph: emptyGraph(view) };
  }

  async function drawnPart(view: CaseView, part: Part, limit: number) {
    const drawn = await api.part({ [part.by]: part.of, limit: String(limit) });
    return { board: { kind: "part", part, limit, total: drawn.total } as const, graph: graphOfPart(drawn, view) };
  }

  async function drawnChart(view: CaseView, { id }: Chart) {
    return { board: { kind: "chart" } as const, graph: graphOfPart(await api.part({ chart: id }), view) };
  }

  /** Communities are worked out behind what is asked: looks again until they are there. */
  function lookAgain(): void {
    if (looksAgain) return;
    looksAgain = true;
    later(() => {
      looksAgain = false;
      void loadOverview();
    }, lookAgainMs);
  }

  async function loadOverview(): Promise<void> {
    if (store.getState().overview === null || store.getState().phase !== "ready") return;
    try {
      const overview = await api.overview();
      store.setState({ overview });
      if (overview.communities === null) lookAgain();
    } catch {
      lookAgain();
    }
  }

  /** Puts something else on the canvas; of several that were wanted the last. False when it could not be had. */
  async function show(read: (view: CaseView) => Promise<Omit<Shown, "overview">>): Promise<boolean> {
    const { case: view } = store.getState();
    if (view === null) return false;
    const mine = ++wanted;
    try {
      const drawn = await read(view);
      if (mine === wanted) store.setState({ ...drawn, isolated: false });
      return mine === wanted;
    } catch (error) {
      if (mine === wanted) tell(env, failureLine(env, error), "failed");
      return false;
    }
  }

  const openPart = (part: Part, limit = partStep[part.by]) => show((view) => drawnPart(view, part, Math.min(limit, mostOfPart)));

  return {
    readShown,
    openPart,
    /** An entity with its neighbours, and what is said of it. */
    openAround: (id: EntityId) => {
      const opened = openPart({ by: "around", of: id });
      select(id);
      return opened;
    },
    /** More of the part that is drawn. */
    morePart: () => {
      const { board } = store.getState();
      if (board.kind === "part") void openPart(board.part, board.limit + partStep[board.part.by]);
    },
    openOverview: (): void => {
      const { overview, case: view } = store.getState();
      if (overview === null || view === null) return;
      wanted++;
      store.setState({ board: overviewBoard, graph: emptyGraph(view), isolated: false });
      void loadOverview();
    },
    openChart,
    /** Shows an entity: where it is, when it is on the canvas; else with its neighbours. True when it is there already. */
    goToEntity: (id: EntityId): boolean => {
      const { overview, board, graph } = store.getState();
      const isThere = overview === null || (board.kind !== "overview" && graph?.entities.has(id) === true);
      if (!isThere) void openPart({ by: "around", of: id });
      select(id);
      return isThere;
    },
    /** What is drawn of a large case joins the chart, beside what is in it. */
    chartShown: (places: readonly ChartNode[]): void => {
      const { chart } = store.getState();
      const charted = new Set(chart?.nodes.map(({ entity }) => entity));
      const added = places.filter(({ entity }) => !charted.has(entity));
      if (added.length === 0) {
        tell(env, "All of it is in the chart already.");
        return;
      }
      savePlaces(beside(added, chart?.nodes ?? []));
      tellWith(env, `${count(added.length, "entity", "entities")} added to the chart.`, { label: "Open it", run: openChart });
    },
  };

  /** What is still to be saved of it is saved a moment later: the server may not have it yet. */
  function openChart(): void {
    const { chart, overview } = store.getState();
    if (chart !== null && overview !== null) void show((view) => drawnChart(view, chart));
  }
}

function beside(added: readonly ChartNode[], charted: readonly ChartNode[]): ChartNode[] {
  if (charted.length === 0) return [...added];
  const right = charted.reduce((most, { x }) => Math.max(most, x), Number.NEGATIVE_INFINITY);
  const left = added.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  return added.map((node) => ({ ...node, x: node.x - left + right + besideChart }));
}
