import { useEffect, useState } from "react";
import { defaultOf } from "../../query/question-fields.ts";
import { TextButton } from "../parts/text-button.tsx";
import { useActions, usePage } from "../state/use-page.ts";
import styles from "./question.module.css";

const tickMs = 100;
/** A quick answer comes without a word about the search. */
const quietMs = 250;

/** A question that runs: how much of its time is gone, and a way to call it off. */
export function AskingLine() {
  const asking = usePage((state) => state.asking);
  const { cancel } = useActions();
  const [elapsedMs, setElapsed] = useState(0);
  useEffect(() => {
    setElapsed(0);
    if (asking === null) return;
    const begun = performance.now();
    const timer = setInterval(() => setElapsed(performance.now() - begun), tickMs);
    return () => clearInterval(timer);
  }, [asking]);
  if (asking === null || elapsedMs < quietMs) return null;
  const budgetMs = Number(asking.budgetMs ?? defaultOf(asking.ask, "budgetMs"));
  return (
    <div className={styles.asking} role="status">
      <p>
        Looking…{" "}
        <span>
          {(elapsedMs / 1000).toFixed(1)} s of at most {(budgetMs / 1000).toLocaleString("en")} s
        </span>
      </p>
      <TextButton small onPress={() => void cancel()}>
        Cancel
      </TextButton>
      <progress aria-label="Time used" max={budgetMs} value={Math.min(elapsedMs, budgetMs)} />
    </div>
  );
}
