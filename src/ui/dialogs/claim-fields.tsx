import { ChoiceBox } from "../parts/choice-box.tsx";
import { EntityBox } from "../parts/entity-box.tsx";
import { TextBox } from "../parts/text-box.tsx";
import type { ClaimForm } from "../state/claim-form.ts";
import { usePage } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";
import styles from "./dialogs.module.css";

interface ClaimFieldsProps {
  readonly form: ClaimForm;
  readonly change: (part: Partial<ClaimForm>) => void;
}

/** What a claim says: of whom, and what. */
export function ClaimSays({ form, change }: ClaimFieldsProps) {
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

/** Where it stands: in which source, on whose word, in which words, when. */
export function ClaimStands({ form, change }: ClaimFieldsProps) {
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
