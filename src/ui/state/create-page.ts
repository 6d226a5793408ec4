import { createStore } from "zustand/vanilla";
import { entityId, linkId } from "../../base/ids.ts";
import { answerActions } from "./answer-actions.ts";
import type { Api } from "./api.ts";
import { caseActions } from "./case-actions.ts";
import { chartActions } from "./chart-actions.ts";
import { followActions } from "./follow-actions.ts";
import { formActions } from "./form-actions.ts";
import { readFragment, writeFragment } from "./fragment.ts";
import { importActions } from "./import-actions.ts";
import { inspectActions } from "./inspect-actions.ts";
import { linkPageActions } from "./link-page-actions.ts";
import { listingActions } from "./listing-actions.ts";
import { lookActions } from "./look-actions.ts";
import { overviewActions } from "./overview-actions.ts";
import type { PageEnv } from "./page-env.ts";
import { firstState, type PageState, type Theme } from "./page-state.ts";
import { questionActions } from "./question-actions.ts";
import { savedActions } from "./saved-actions.ts";
import { walkActions } from "./walk-actions.ts";

export interface PageOptions {
  readonly theme: Theme;
  readonly rememberTheme: (theme: Theme) => void;
  readonly later: PageEnv["later"];
}

export type Page = ReturnType<typeof createPage>;
export type PageActions = Page["actions"];

/** The page without React: one store, and the actions that change it. */
export function createPage(api: Api, { theme, rememberTheme, later }: PageOptions) {
  const store = createStore<PageState>(() => firstState(theme));
  const env: PageEnv = { store, api, later };
  const inspect = inspectActions(env);
  const questions = questionActions(env, inspect.needSource);
  const walk = walkActions(env);
  const look = lookActions(env, rememberTheme);
  const chart = chartActions(env);
  const overview = overviewActions(env, { select: inspect.selectEntity, savePlaces: chart.savePlaces });
  const refresh = () => {
    inspect.refresh();
    questions.refresh();
  };
  const ofCase = caseActions(env, { refresh, readChart: chart.readChart, readShown: overview.readShown });
  const actions = {
    ...look,
    ...inspect,
    ...linkPageActions(env),
    ...questions,
    ...walk,
    ...formActions(env, questions.ask),
    ...chart,
    ...overview,
    ...listingActions(env),
    ...answerActions(env, {
      savePlaces: chart.savePlaces,
      chartShown: overview.chartShown,
      openExport: () => look.openDialog({ kind: "export", scope: "answer" }),
    }),
    ...ofCase,
    ...importActions(env, ofCase),
    ...savedActions(env, { ask: questions.askAnew, upTo: ofCase.upTo, undo: ofCase.undo }),
    ...followActions(env, ofCase),
    search: (text: string, signal?: AbortSignal) => api.search(text, 12, signal).then(({ hits }) => hits),
    exportFile: api.exportFile,
    /** Goes where an address says: what is selected, and the question that was asked. */
    goTo: (hash: string) => {
      const { board, entity, link, question } = readFragment(hash);
      if (board === null) overview.openOverview();
      else if (board.kind === "chart") overview.openChart();
      else void overview.openPart(board.part, board.limit);
      if (question !== null) void questions.askAnew(question);
      else questions.clearQuestion();
      if (link !== null) inspect.selectLink(linkId(link));
      else if (entity !== null) inspect.selectEntity(entityId(entity), { tab: question === null });
      else inspect.clearSelection();
    },
    /** Esc: a running question first, then the selection, the answer alone, the answer, the part of a large case. True when there was something to leave. */
    leave: (): boolean => {
      const { selected, selectedLink, asked, isolated } = store.getState();
      if (questions.cancel()) return true;
      if (selected.length > 0 || selectedLink !== null) inspect.clearSelection();
      else if (isolated) walk.isolate(false);
      else if (asked.state !== "none") questions.clearQuestion();
      else if (store.getState().overview !== null && store.getState().board.kind !== "overview") overview.openOverview();
      else return false;
      return true;
    },
  };
  return { store, actions };
}

/** The part of the address after `#` that leads back to what is shown. */
export function addressOf({
  board,
  selected,
  selectedLink,
  asked,
}: Pick<PageState, "board" | "selected" | "selectedLink" | "asked">): string {
  const answered = asked.state === "answered" ? asked : null;
  return writeFragment(
    {
      board: board.kind === "part" || board.kind === "chart" ? board : null,
      entity: selected.at(-1) ?? null,
      link: selectedLink,
      question: answered === null ? null : { ...answered.answer.question },
    },
    answered?.order,
  );
}
