import { useState } from "react";
import { EntityBox } from "../parts/entity-box.tsx";
import { RadioChoice } from "../parts/radio-choice.tsx";
import { TextBox } from "../parts/text-box.tsx";
import { TextButton } from "../parts/text-button.tsx";
import { type End, noEnd } from "../state/end.ts";
import { useNameOf } from "../state/use-name-of.ts";
import { useActions } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import styles from "./dialogs.module.css";

const options = [
  { value: "same", label: "The same", detail: "They become one on the canvas; every claim keeps the entity it named." },
  { value: "different", label: "Not the same", detail: "Kept apart, and noted as compared." },
  { value: "unsure", label: "Perhaps the same", detail: "A suggestion to look at; nothing is merged." },
];

/** Somebody's word that two entities are the same, different, or may be the same. */
export function JudgeDialog({ entity }: { entity: string }) {
  const name = useNameOf()(entity);
  const [other, setOther] = useState<End>(noEnd);
  const [verdict, setVerdict] = useState("unsure");
  const [reason, setReason] = useState("");
  const { judge, closeDialog } = useActions();
  const b = other.id ?? other.text.trim();
  const record = async () => {
    if (await judge({ a: entity, b, verdict, reason: reason.trim() })) closeDialog();
  };
  return (
    <DialogFrame
      title="Same or different"
      foot={
        <>
          <p className={styles.small}>A judgement can be withdrawn.</p>
          <TextButton onPress={closeDialog}>Cancel</TextButton>
          <TextButton look="primary" disabled={b === ""} onPress={() => void record()}>
            Record
          </TextButton>
        </>
      }
    >
      <div className={styles.body}>
        <EntityBox label={`${shortName(name, 80)} and`} value={other} onChange={setOther} />
        <RadioChoice label="are" value={verdict} onChange={setVerdict} options={options} />
        <TextBox label="Why" rows={2} value={reason} onChange={setReason} />
      </div>
    </DialogFrame>
  );
}
