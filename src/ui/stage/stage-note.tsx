import styles from "../frame/frame.module.css";
import { TextButton } from "../parts/text-button.tsx";
import { wholePart } from "../state/answer-part.ts";
import { answerOf, type PageState } from "../state/page-state.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { count } from "../state/words.ts";

/** What of the case is not on the canvas, and the way back. */
export function StageNote() {
  const hidden = usePage(hiddenEntities);
  const filtered = usePage((state) => state.hidden.types.size + state.hidden.standings.size > 0);
  const isolated = usePage((state) => state.isolated);
  const alone = usePage((state) => entitiesOfAnswer(state));
  const { showAll, isolate } = useActions();
  if (isolated)
    return (
      <div className={styles.note} role="status">
        The answer alone, {count(alone, "entity", "entities")}
        <TextButton small look="quiet" onPress={() => isolate(false)}>
          Back
        </TextButton>
      </div>
    );
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
