import { useState } from "react";
import { TextBox } from "../parts/text-box.tsx";
import { TextButton } from "../parts/text-button.tsx";
import type { ReasonFor } from "../state/page-state.ts";
import { useActions } from "../state/use-page.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import styles from "./dialogs.module.css";

/** Asks why something is withdrawn; the reason stays in the history beside it. */
export function ReasonDialog({ title, verb, what }: { title: string; verb: string; what: ReasonFor }) {
  const [reason, setReason] = useState("");
  const { withdrawClaim, withdrawJudgement, closeDialog } = useActions();
  const withdraw = async () => {
    const done = await (what.kind === "withdraw-claim"
      ? withdrawClaim(what.claim, reason.trim())
      : withdrawJudgement(what.judgement, reason.trim()));
    if (done) closeDialog();
  };
  return (
    <DialogFrame
      title={title}
      foot={
        <>
          <TextButton onPress={closeDialog}>Cancel</TextButton>
          <TextButton look="primary" disabled={reason.trim() === ""} onPress={() => void withdraw()}>
            {verb}
          </TextButton>
        </>
      }
    >
      <div className={styles.body}>
        <TextBox label="Why" rows={3} value={reason} onChange={setReason} autoFocus />
        <p className={styles.small}>It stays in the history with this reason, and can be brought back with Undo.</p>
      </div>
    </DialogFrame>
  );
}
