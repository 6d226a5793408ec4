import type { Ask } from "../../query/question-field.ts";
import { AnswerView } from "../answer/answer-view.tsx";
import { Refused } from "../answer/refused.tsx";
import inspector from "../inspector/inspector.module.css";
import { usePage } from "../state/use-page.ts";
import { AskingLine } from "./asking-line.tsx";
import styles from "./question.module.css";
import { QuestionFormView } from "./question-form-view.tsx";

/** What to do first. */
const beginnings: Readonly<Record<Ask, string>> = {
  path: "Name two entities to see how they are linked, on whose word, and how firmly.",
  around: "Name an entity to see what lies around it.",
  connect: "Name two or more entities to see the smallest network that joins them.",
  common: "Name two or more entities to see what they have in common.",
  bearing: "Name two sides to see which source, claim, link or entity alone would cut them from one another.",
  pattern: "Say what stands where and what links it. An empty place is a hole that anything fills.",
};

/** A question and its answer. */
export function QuestionPanel() {
  const asked = usePage((state) => state.asked);
  const ask = usePage((state) => state.form.ask);
  const asking = usePage((state) => state.asking !== null);
  return (
    <div className={inspector.content}>
      <QuestionFormView />
      <AskingLine />
      <div className={styles.answer} aria-busy={asking}>
        {!asking && asked.state === "none" && <p className={inspector.empty}>{beginnings[ask]}</p>}
        {!asking && asked.state === "cancelled" && <p className={inspector.empty}>Cancelled before the answer came.</p>}
        {asked.state === "failed" && <Refused message={asked.message} candidates={asked.candidates} />}
        {asked.state === "answered" && <AnswerView asked={asked} />}
      </div>
    </div>
  );
}
