import type { RefObject } from "react";
import styles from "../frame/frame.module.css";
import { TextButton } from "../parts/text-button.tsx";
import { wholePart } from "../state/answer-part.ts";
import { mostOfPart, type PartBoard, partStep } from "../state/board.ts";
import { communitiesWords, partWords } from "../state/overview-words.ts";
import { answerOf, type PageState } from "../state/page-state.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { count } from "../state/words.ts";
import type { Canvases } from "./canvases.ts";

interface NoteProps {
  readonly canvases: RefObject<Canvases>;
}

/** What of the case is on the canvas and what is not, and the way back. */
export function StageNote({ canvases }: NoteProps) {
  const isolated = usePage((state) => state.isolated);
  const board = usePage((state) => state.board);
  if (isolated) return <AloneNote />;
  if (board.kind === "overview") return <OverviewNote />;
  if (board.kind === "whole") return <HiddenNote />;
  return <PartNote board={board} canvases={canvases} />;
}

function AloneNote() {
  const alone = usePage(entitiesOfAnswer);
  const { isolate } = useActions();
  return (
    <div className={styles.note} role="status">
      <span>The answer alone, {count(alone, "entity", "entities")}</span>
      <TextButton small look="quiet" onPress={() => isolate(false)}>
        Back
      </TextButton>
    </div>
  );
}

function HiddenNote() {
  const hidden = usePage(hiddenEntities);
  const filtered = usePage((state) => state.hidden.types.size + state.hidden.standings.size > 0);
  const { showAll } = useActions();
  if (!filtered) return null;
  return (
    <div className={styles.note}>
      {hidden === 0 ? "Some links are hidden" : `${count(hidden, "entity", "entities")} hidden`}
      <TextButton small look="quiet" onPress={showAll}>
        Show all
      </TextButton>
    </div>
  );
}

function OverviewNote() {
  const communities = usePage((state) => state.overview?.communities ?? null);
  const charted = usePage((state) => state.chart?.nodes.length ?? 0);
  const { openChart } = useActions();
  if (communities === null && charted === 0) return null;
  return (
    <div className={styles.note} data-over="time">
      {communities !== null && <span>{communitiesWords(communities)}</span>}
      {charted > 0 && (
        <TextButton small look="quiet" onPress={openChart}>
          Open the chart
        </TextButton>
      )}
    </div>
  );
}

function PartNote({ board, canvases }: NoteProps & { board: PartBoard | { readonly kind: "chart" } }) {
  const words = usePage((state) =>
    board.kind === "part"
      ? partWords(board, state)
      : `The chart: ${count(state.graph?.view.entities.length ?? 0, "entity", "entities")}`,
  );
  const filtered = usePage((state) => state.hidden.types.size + state.hidden.standings.size > 0);
  const { openOverview, morePart, chartShown, showAll } = useActions();
  const more = board.kind === "part" ? moreOf(board) : 0;
  return (
    <div className={styles.note} role="status">
      <span>{words}</span>
      {more > 0 && (
        <TextButton small look="quiet" onPress={morePart}>
          {more.toLocaleString("en")} more
        </TextButton>
      )}
      {filtered && (
        <TextButton small look="quiet" onPress={showAll}>
          Show hidden
        </TextButton>
      )}
      {board.kind === "part" && (
        <TextButton small look="quiet" onPress={() => chartShown(canvases.current.whole?.places() ?? [])}>
          Add to chart
        </TextButton>
      )}
      <TextButton small look="quiet" onPress={openOverview}>
        Overview
      </TextButton>
    </div>
  );
}

/** How many the next step adds. */
function moreOf({ part, limit, total }: PartBoard): number {
  return Math.max(0, Math.min(limit + partStep[part.by], total, mostOfPart) - Math.min(limit, total));
}

function entitiesOfAnswer(state: PageState): number {
  const answer = answerOf(state);
  return !state.isolated || answer === null ? 0 : wholePart(answer).entities.length;
}

/** Those of a hidden type that no answer brings back. */
function hiddenEntities(state: PageState): number {
  const { graph, hidden } = state;
  if (graph === null || hidden.types.size === 0) return 0;
  const answer = answerOf(state);
  const kept = new Set(answer === null ? [] : wholePart(answer).entities.map(({ id }) => id));
  return graph.view.entities.filter(({ id, type }) => hidden.types.has(type) && !kept.has(id)).length;
}
