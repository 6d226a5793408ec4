import { useState } from "react";
import parts from "../parts/parts.module.css";
import { RadioChoice } from "../parts/radio-choice.tsx";
import { TextButton } from "../parts/text-button.tsx";
import { type ClaimForm, draftOf, emptyClaimForm } from "../state/claim-form.ts";
import { type End, noEnd } from "../state/end.ts";
import { useNameOf } from "../state/use-name-of.ts";
import { useActions } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";
import { ClaimSays, ClaimStands } from "./claim-fields.tsx";
import { DialogFrame } from "./dialog-frame.tsx";
import styles from "./dialogs.module.css";

interface ClaimDialogProps {
  readonly subject: string | null;
  readonly relation: string | null;
  readonly object: string | null;
}

const kinds = [
  { value: "link", label: "A link" },
  { value: "attribute", label: "A figure or other value" },
];
const stanceOptions = [
  { value: "asserts", label: "asserts" },
  { value: "alleges", label: "alleges" },
  { value: "denies", label: "denies" },
];

/** Records a claim by hand: who, what, whom; how it is put, on whose word, in which words of which source. */
export function ClaimDialog(given: ClaimDialogProps) {
  const nameOf = useNameOf();
  const endOf = (id: string | null): End => (id === null ? noEnd : { id, text: shortName(nameOf(id), 200) });
  const [form, setForm] = useState<ClaimForm>({
    ...emptyClaimForm,
    subject: endOf(given.subject),
    relation: given.relation,
    object: endOf(given.object),
  });
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const { recordClaim, closeDialog } = useActions();
  const change = (part: Partial<ClaimForm>) => setForm((before) => ({ ...before, ...part }));
  const draft = draftOf(form);
  const record = async () => {
    if (draft === null) return;
    setState({ busy: true, error: null });
    const error = await recordClaim(draft);
    if (error === null) closeDialog();
    else setState({ busy: false, error });
  };
  return (
    <DialogFrame
      title="Add a claim"
      foot={
        <>
          <p className={styles.small}>A claim is never edited: withdraw it and add another.</p>
          <TextButton onPress={closeDialog}>Cancel</TextButton>
          <TextButton look="primary" busy={state.busy} disabled={draft === null} onPress={() => void record()}>
            Record
          </TextButton>
        </>
      }
    >
      <div className={styles.body}>
        <RadioChoice
          layout="inline"
          label="What it says"
          value={form.kind}
          onChange={(kind) => change({ kind: kind === "link" ? "link" : "attribute" })}
          options={kinds}
        />
        <ClaimSays form={form} change={change} />
        <RadioChoice
          layout="inline"
          label="How it is put"
          value={form.stance}
          onChange={(stance) => change({ stance })}
          options={stanceOptions}
        />
        <ClaimStands form={form} change={change} />
        {state.error !== null && (
          <p role="alert" className={parts.error}>
            {state.error}
          </p>
        )}
      </div>
    </DialogFrame>
  );
}
