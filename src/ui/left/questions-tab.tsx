import { Button } from "react-aria-components";
import type { SavedQuestionView } from "../../case/views.ts";
import { ActionMenu } from "../parts/action-menu.tsx";
import { cx } from "../parts/cx.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";
import { Head } from "./head.tsx";
import styles from "./left.module.css";

/** The questions that the case keeps; each is asked again of what the case says now. */
export function QuestionsTab() {
  const questions = usePage((state) => state.case?.questions) ?? [];
  return (
    <div className={styles.content}>
      <Head title="Questions" number={questions.length} />
      {questions.length === 0 && (
        <p className={styles.note}>
          None kept yet. Ask one on the right and save it; it can be asked again when the case has grown.
        </p>
      )}
      <ul>
        {questions.map((saved) => (
          <li key={saved.id} className={styles.saved}>
            <Saved saved={saved} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Saved({ saved }: { saved: SavedQuestionView }) {
  const { askSaved, forgetQuestion, openDialog } = useActions();
  const name = shortName(saved.name, 160);
  const words = saved.words ?? saved.refused ?? "";
  return (
    <>
      <Button className={cx(styles.source)} isDisabled={saved.refused !== null} onPress={() => askSaved(saved)}>
        <span className={styles.name}>{name}</span>
        {words !== saved.name && <span className={styles.about}>{shortName(words, 300)}</span>}
      </Button>
      <ActionMenu
        label={`More about ${name}`}
        actions={[
          { label: "Ask again", run: () => askSaved(saved) },
          { label: "Rename…", run: () => openDialog({ kind: "name-question", saved }) },
          { label: "Forget", run: () => void forgetQuestion(saved) },
        ]}
      />
    </>
  );
}
