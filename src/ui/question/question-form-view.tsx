import { useMemo } from "react";
import type { Ask } from "../../query/question-field.ts";
import { TextButton } from "../parts/text-button.tsx";
import { askedOf } from "../state/asked.ts";
import { namesOf } from "../state/names.ts";
import { patternProblem } from "../state/pattern-form.ts";
import { askedInWords, picksIn } from "../state/question-words.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { AskSwitch } from "./ask-switch.tsx";
import { ChipList } from "./chip-list.tsx";
import { EndsView } from "./ends-view.tsx";
import styles from "./question.module.css";

const verbs: Readonly<Record<Ask, string>> = {
  path: "Find paths",
  around: "Look around",
  connect: "Connect them",
  common: "Find them",
  bearing: "Test it",
  pattern: "Find matches",
};

/** The question: what is asked, of whom, how firmly, what else; and the whole of it in words. */
export function QuestionFormView() {
  const form = usePage((state) => state.form);
  const asking = usePage((state) => state.asking !== null);
  const { askForm } = useActions();
  const graph = usePage((state) => state.graph);
  const view = usePage((state) => state.case);
  const asked = askedOf(form);
  const names = useMemo(() => namesOf({ graph, case: view }, picksIn(form)), [graph, view, form]);
  const fault = form.ask === "pattern" ? patternProblem(form.pattern) : null;
  const words = fault ?? (asked === null ? "" : askedInWords(asked, names));
  return (
    <form
      className={styles.form}
      aria-label="Question"
      onSubmit={(event) => {
        event.preventDefault();
        void askForm();
      }}
    >
      <AskSwitch />
      <EndsView />
      <ChipList />
      <div className={styles.ask}>
        <p className={styles.words} title={words}>
          {words}
        </p>
        <TextButton type="submit" look="primary" disabled={asking || asked === null}>
          {verbs[form.ask]}
        </TextButton>
      </div>
    </form>
  );
}
