import { useState } from "react";
import type { SavedQuestionView } from "../../case/views.ts";
import parts from "../parts/parts.module.css";
import { TextBox } from "../parts/text-box.tsx";
import { TextButton } from "../parts/text-button.tsx";
import { useActions } from "../state/use-page.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import styles from "./dialogs.module.css";

interface NameQuestionDialogProps {
  /** The one to call otherwise; null for the question at hand. */
  readonly saved: SavedQuestionView | null;
}

/** Asks what a question is to be called; a name that is taken takes the other question's place. */
export function NameQuestionDialog({ saved }: NameQuestionDialogProps) {
  const { saveQuestion, questionName, closeDialog } = useActions();
  const [name, setName] = useState(() => saved?.name ?? questionName());
  const [fault, setFault] = useState<string | null>(null);
  const save = async () => {
    const problem = await saveQuestion(name.trim(), saved);
    if (problem === null) closeDialog();
    else setFault(problem);
  };
  return (
    <DialogFrame
      title={saved === null ? "Save the question" : "Rename the question"}
      foot={
        <>
          <TextButton onPress={closeDialog}>Cancel</TextButton>
          <TextButton look="primary" disabled={name.trim() === ""} onPress={() => void save()}>
            {saved === null ? "Save" : "Rename"}
          </TextButton>
        </>
      }
    >
      <form
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") void save();
        }}
      >
        <TextBox label="Name" value={name} onChange={setName} autoFocus />
        <p className={styles.small}>It stands under Questions on the left, and is asked of what the case says then.</p>
        {fault !== null && (
          <p role="alert" className={parts.error}>
            {fault}
          </p>
        )}
      </form>
    </DialogFrame>
  );
}
