import type { Answer } from "../../query/answer.ts";
import { isEmptyAnswer } from "../state/answer-part.ts";
import { givenBy } from "../state/answer-text.ts";
import { skippedWords, stopWords } from "../state/words.ts";
import styles from "./answer.module.css";

/** Whether that is all: why the search ended when it did not see everything, and which hubs it went around. */
export function Ending({ answer }: { answer: Answer }) {
  const stop = isEmptyAnswer(answer) && answer.stop === "max-hops" ? null : stopWords(answer, givenBy(answer));
  const skipped = "skipped" in answer ? skippedWords(answer.skipped) : null;
  const lines = [stop, skipped].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <div className={styles.ending}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
