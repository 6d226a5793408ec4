import { usePage } from "../state/use-page.ts";
import styles from "./inspector.module.css";
import { PathAnswerView } from "./path-answer.tsx";
import { PathFormView } from "./path-form-view.tsx";
import { PathRefused } from "./path-refused.tsx";

/** A path question and its answer. */
export function PathsTab() {
  const asked = usePage((state) => state.asked);
  const asking = usePage((state) => state.asking);
  return (
    <div className={styles.content}>
      <PathFormView />
      <div className={styles.answer} aria-busy={asking} aria-live="polite">
        {asking && asked.state !== "answered" && <p className={styles.empty}>Looking…</p>}
        {!asking && asked.state === "none" && (
          <p className={styles.empty}>Name two entities to see how they are linked, on whose word, and how firmly.</p>
        )}
        {asked.state === "failed" && <PathRefused message={asked.message} candidates={asked.candidates} />}
        {asked.state === "answered" && <PathAnswerView asked={asked} />}
      </div>
    </div>
  );
}
