import { AnswerView } from "../answer/answer-view.tsx";
import { Refused } from "../answer/refused.tsx";
import inspector from "../inspector/inspector.module.css";
import { usePage } from "../state/use-page.ts";
import { AskingLine } from "./asking-line.tsx";
import styles from "./question.module.css";
import { QuestionFormView } from "./question-form-view.tsx";

/** A question and its answer. */
export function QuestionPanel() {
  const asked = usePage((state) => state.asked);
  const asking = usePage((state) => state.asking !== null);
  return (
    <div className={inspector.content}>
      <QuestionFormView />
      <AskingLine />
      <div className={styles.answer} aria-busy={asking}>
        {!asking && asked.state === "none" && (
          <p className={inspector.empty}>Name two entities to see how they are linked, on whose word, and how firmly.</p>
        )}
        {!asking && asked.state === "cancelled" && <p className={inspector.empty}>Cancelled before the answer came.</p>}
        {asked.state === "failed" && <Refused message={asked.message} candidates={asked.candidates} />}
        {asked.state === "answered" && <AnswerView asked={asked} />}
      </div>
    </div>
  );
}
