import type { ClaimDraft } from "../../case/record-claim.ts";
import type { CaseView } from "../../case/views.ts";
import type { Chart } from "../../claims/chart.ts";
import { type ChangedPart, changedParts } from "../../claims/revision.ts";
import type { Changed } from "./api.ts";
import { catchUp } from "./catch-up.ts";
import type { Shown } from "./overview-actions.ts";
import { failureLine, type PageEnv, tell } from "./page-env.ts";

interface Beside {
  /** Reads anew what the reader looks at. */
  readonly refresh: () => void;
  /** The chart that is shown, or the first of the case; null when there is none. */
  readonly readChart: (view: CaseView) => Promise<Chart | null>;
  /** What of the case is drawn. */
  readonly readShown: (view: CaseView, chart: Chart | null) => Promise<Shown>;
}

/** Loading the case, and everything that changes it. Each change ends by reading anew what it touched. */
export function caseActions(env: PageEnv, { refresh, readChart, readShown }: Beside) {
  const { store, api } = env;
  const { upTo } = catchUp(env, { everything: reload, chart: loadChart, caseView: loadView });

  /** False when it failed, which the reader is told. */
  async function load(): Promise<boolean> {
    try {
      const view = await api.caseView();
      const chart = await readChart(view);
      const before = store.getState().board;
      const shown = await readShown(view, chart);
      // What was opened meanwhile stays.
      const stays = shown.overview !== null && store.getState().board !== before;
      store.setState({ phase: "ready", failure: "", case: view, ...(stays ? { overview: shown.overview } : shown) });
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
    const { case: known, chart } = store.getState();
    // One that the page does not know of yet stands in the list of a newer view.
    if (known?.charts.some(({ id }) => id === chart?.id) !== true && !(await loadView())) return false;
    try {
      const { case: view } = store.getState();
      if (view !== null) await readChart(view);
      return true;
    } catch (error) {
      tell(env, failureLine(env, error), "failed");
      return false;
    }
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

  return {
    load,
    reload,
    upTo,
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
