import { useState } from "react";
import { ChoiceBox } from "../parts/choice-box.tsx";
import { EntityBox } from "../parts/entity-box.tsx";
import parts from "../parts/parts.module.css";
import { RadioChoice } from "../parts/radio-choice.tsx";
import { TextBox } from "../parts/text-box.tsx";
import { TextButton } from "../parts/text-button.tsx";
import { type ClaimForm, draftOf, emptyClaimForm } from "../state/claim-form.ts";
import { noEnd, type PathEnd } from "../state/path-form.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";
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
  const entities = usePage((state) => state.graph?.entities);
  const endOf = (id: string | null): PathEnd =>
    id === null
      ? noEnd
      : { id, text: shortName([...(entities?.values() ?? [])].find((entity) => entity.id === id)?.name ?? id, 200) };
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
          <TextButton look="primary" disabled={state.busy || draft === null} onPress={() => void record()}>
            Record
          </TextButton>
        </>
      }
    >
      <div className={styles.body}>
        <RadioChoice
          inline
          label="What it says"
          value={form.kind}
          onChange={(kind) => change({ kind: kind === "link" ? "link" : "attribute" })}
          options={kinds}
        />
        <Said form={form} change={change} />
        <RadioChoice
          inline
          label="How it is put"
          value={form.stance}
          onChange={(stance) => change({ stance })}
          options={stanceOptions}
        />
        <Where form={form} change={change} />
        {state.error !== null && (
          <p role="alert" className={parts.error}>
            {state.error}
          </p>
        )}
      </div>
    </DialogFrame>
  );
}

interface PartProps {
  readonly form: ClaimForm;
  readonly change: (part: Partial<ClaimForm>) => void;
}

function Said({ form, change }: PartProps) {
  const relations = usePage((state) => state.case?.relations) ?? [];
  const properties = usePage((state) => state.case?.properties) ?? [];
  const subject = <EntityBox label="Who or what" value={form.subject} onChange={(end) => change({ subject: end })} />;
  if (form.kind === "attribute")
    return (
      <>
        {subject}
        <div className={styles.pair}>
          <ChoiceBox
            label="Property"
            choices={properties.map(({ id, label }) => ({ value: id, label: shortName(label, 60) }))}
            value={form.property}
            onChange={(property) => change({ property })}
          />
          <TextBox label="Value" value={form.value} onChange={(value) => change({ value })} />
        </div>
      </>
    );
  return (
    <>
      {subject}
      <div className={styles.pair}>
        <ChoiceBox
          label="Relation"
          choices={relations.map(({ id, label, family }) => ({ value: id, label: shortName(label, 60), side: family }))}
          value={form.relation}
          onChange={(relation) => change({ relation })}
        />
        <EntityBox label="Whom or what" value={form.object} onChange={(object) => change({ object })} />
      </div>
    </>
  );
}

function Where({ form, change }: PartProps) {
  const sources = usePage((state) => state.case?.sources) ?? [];
  return (
    <>
      <div className={styles.pair}>
        <ChoiceBox
          label="Source"
          choices={sources.map(({ id, title }) => ({ value: id, label: shortName(title, 90) }))}
          value={form.source}
          onChange={(source) => change({ source })}
        />
        <EntityBox
          label="Speaker, if not the source itself"
          value={form.speaker}
          onChange={(speaker) => change({ speaker })}
          placeholder="In its own voice"
        />
      </div>
      <TextBox
        label="Its words, exactly as they stand in the source"
        rows={3}
        value={form.quote}
        onChange={(quote) => change({ quote })}
      />
      <div className={styles.pair}>
        <TextBox label="Said on" placeholder="2024-03-24" value={form.said} onChange={(said) => change({ said })} />
        <TextBox label="Held during" placeholder="2019/2024" value={form.during} onChange={(during) => change({ during })} />
        <EntityBox label="About" value={form.about} onChange={(about) => change({ about })} placeholder="The event it concerns" />
        <TextBox label="In what" placeholder="terrorism" value={form.note} onChange={(note) => change({ note })} />
      </div>
    </>
  );
}
