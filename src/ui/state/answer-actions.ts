import type { ChartNode } from "../../claims/chart.ts";
import { isEmptyAnswer, wholePart } from "./answer-part.ts";
import { answerAsText } from "./answer-text.ts";
import { bringIn } from "./graph-index.ts";
import { namesOf } from "./names.ts";
import { failureLine, type PageEnv, tell } from "./page-env.ts";
import { answerOf } from "./page-state.ts";
import { askedInWords } from "./question-words.ts";
import { count } from "./words.ts";

interface Doing {
  readonly savePlaces: (nodes: readonly ChartNode[]) => void;
  /** Puts what is drawn of a large case into the chart. */
  readonly chartShown: (places: readonly ChartNode[]) => void;
  readonly openExport: () => void;
}

/** What can be done with an answer, whatever was asked. */
export function answerActions(env: PageEnv, { savePlaces, chartShown, openExport }: Doing) {
  const { store, api } = env;

  /** Puts entities on the canvas that are not there: a large case shows its most linked ones only. */
  async function bring(ids: readonly string[]): Promise<void> {
    const views = await Promise.all(ids.map((id) => api.entity(id)));
    store.setState(({ graph }) => ({ graph: graph === null ? null : bringIn(graph, views) }));
  }

  return {
    /** The answer as plain text with its sources; null while there is none. */
    answerText: (): string | null => {
      const state = store.getState();
      const answer = answerOf(state);
      if (answer === null) return null;
      const names = namesOf(state, wholePart(answer).entities);
      const published = (source: string) => state.case?.sources.find(({ id }) => id === source)?.published ?? null;
      const asked = askedInWords({ ...answer.question }, names);
      return answerAsText(answer, { asked, names: { ...names, published } });
    },
    exportAnswer: () => {
      const answer = answerOf(store.getState());
      if (answer !== null && !isEmptyAnswer(answer)) openExport();
    },
    /** The entities of the answer join the canvas and the saved chart; `places`: where the canvas shows them. */
    addToChart: async (places: readonly ChartNode[]): Promise<void> => {
      const { graph, chart, ...state } = store.getState();
      const answer = answerOf(state);
      if (answer === null || graph === null) return;
      const ids = wholePart(answer).entities.map(({ id }) => id);
      const wanted = new Set<string>(ids);
      if (state.overview !== null) return chartShown(places.filter(({ entity }) => wanted.has(entity)));
      const charted = new Set(chart?.nodes.map(({ entity }) => entity));
      const missing = new Set(ids.filter((id) => !charted.has(id)));
      if (missing.size === 0) return tell(env, "All of the answer is in the chart already.");
      try {
        await bring(ids.filter((id) => !graph.entities.has(id)));
      } catch (error) {
        return tell(env, failureLine(env, error), "failed");
      }
      const added = places.filter(({ entity }) => missing.has(entity));
      savePlaces(added);
      tell(env, `${count(added.length, "entity", "entities")} added to the chart.`);
    },
  };
}
