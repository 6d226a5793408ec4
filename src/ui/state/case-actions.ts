import type { ClaimDraft } from "../../case/record-claim.ts";
import type { CaseView } from "../../case/views.ts";
import type { Chart } from "../../claims/chart.ts";
import { type ChangedPart, changedParts } from "../../claims/revision.ts";
import type { Changed } from "./api.ts";
import { catchUp } from "./catch-up.ts";
import { bringIn, type GraphIndex, indexGraph } from "./graph-index.ts";
import { failureLine, type PageEnv, tell } from "./page-env.ts";
import type { ImportedFile } from "./page-state.ts";

/** Entities on the canvas at most; a larger case shows its most linked ones. */
const canvasLimit = 20_000;
/** Entities that a chart may bring beside those. */
const mostBrought = 200;

interface Beside {
  /** Reads anew what the reader looks at. */
  readonly refresh: () => void;
  /** The chart that is shown, or the first of the case; null when there is none. */
  readonly readChart: (view: CaseView) => Promise<Chart | null>;
}

/** Loading the case, and everything that changes it. Each change ends by reading anew what it touched. */
export function caseActions(env: PageEnv, { refresh, readChart }: Beside) {
  const { store, api } = env;
  const { upTo } = catchUp(env, { everything: reload, chart: loadChart, caseView: loadView });

  /** False when it failed, which the reader is told. */
  async function load(): Promise<boolean> {
    try {
      const [view, graph] = await Promise.all([api.caseView(), api.graph(canvasLimit)]);
      const chart = await readChart(view);
      const index = await withCharted(indexGraph(graph), chart);
      store.setState({ phase: "ready", failure: "", case: view, graph: index });
      return true;
    } catch (error) {
      const failure = failureLine(env, error);
      if (store.getState().phase === "loading") store.setState({ phase: "failed", failure });
      else if (store.getState().phase === "ready") tell(env, failure, "failed");
      return false;
    }
  }

  async function loadView(): Promise<boolean> {
    try {
      store.setState({ case: await api.caseView() });
      return true;
    } catch (error) {
      tell(env, failureLine(env, error), "failed");
      return false;
    }
  }

  async function loadChart(): Promise<boolean> {
    const { case: view } = store.getState();
    try {
      if (view !== null) await readChart(view);
      return true;
    } catch (error) {
      tell(env, failureLine(env, error), "failed");
      return false;
    }
  }

  /** What the chart holds is on the canvas, also where a large case shows only its most linked entities. */
  async function withCharted(index: GraphIndex, chart: Chart | null): Promise<GraphIndex> {
    if (index.view.whole || chart === null) return index;
    const missing = chart.nodes.filter(({ entity }) => !index.entities.has(entity)).slice(0, mostBrought);
    const views = await Promise.all(missing.map(({ entity }) => api.entity(entity).catch(() => null)));
    return bringIn(
      index,
      views.filter((one) => one !== null),
    );
  }

  async function reload(): Promise<boolean> {
    store.setState({ sources: new Map() });
    const loaded = await load();
    if (loaded) refresh();
    return loaded;
  }

  /** The revision that the reader sees. */
  const seen = () => store.getState().case?.revision ?? 0;
  const changed = ({ revision }: Changed, what: readonly ChangedPart[] = ["graph"]) => upTo({ revision, what });

  /** Runs a change; true when it is on disk. */
  async function change(run: () => Promise<Changed>, said: (changed: Changed) => string): Promise<boolean> {
    try {
      const done = await run();
      tell(env, said(done));
      await changed(done, changedParts);
      return true;
    } catch (error) {
      tell(env, failureLine(env, error), "failed");
      return false;
    }
  }

  async function importFiles(files: readonly File[]): Promise<void> {
    const done: ImportedFile[] = [];
    for (const file of files) {
      store.setState({ dialog: { kind: "imported", files: [...done], running: file.name } });
      done.push(await importOne(file));
    }
    store.setState({ dialog: { kind: "imported", files: done, running: null } });
    await reload();
  }

  async function importOne(file: File): Promise<ImportedFile> {
    try {
      return { name: file.name, report: await api.importFile(file), error: null };
    } catch (error) {
      return { name: file.name, report: null, error: failureLine(env, error) };
    }
  }

  return {
    load,
    reload,
    upTo,
    importFiles,
    undo: () =>
      change(
        () => api.undo(seen()),
        ({ label }) => `Undone: ${label ?? "the last change"}`,
      ),
    redo: () =>
      change(
        () => api.redo(seen()),
        ({ label }) => `Done again: ${label ?? "the last change"}`,
      ),
    /** Null when recorded, else why not, for the form. */
    recordClaim: async (draft: ClaimDraft): Promise<string | null> => {
      try {
        const done = await api.recordClaim(draft);
        tell(env, "Claim recorded.");
        await changed(done);
      } catch (error) {
        return failureLine(env, error);
      }
      return null;
    },
    withdrawClaim: (claim: string, reason: string) =>
      change(
        () => api.withdrawClaim(claim, reason),
        () => "Claim withdrawn. It stays in the history.",
      ),
    judge: (judgement: { a: string; b: string; verdict: string; reason: string }) =>
      change(
        () => api.judge(judgement, seen()),
        () => `Judged ${judgement.verdict}.`,
      ),
    withdrawJudgement: (judgement: string, reason: string) =>
      change(
        () => api.withdrawJudgement(judgement, reason),
        () => "Judgement withdrawn.",
      ),
  };
}
