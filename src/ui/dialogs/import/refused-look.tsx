import { useEffect } from "react";
import type { FilePreview } from "../../../case/preview-views.ts";
import { ChoiceBox } from "../../parts/choice-box.tsx";
import parts from "../../parts/parts.module.css";
import { TextButton } from "../../parts/text-button.tsx";
import type { LookingAt } from "../../state/import-state.ts";
import { useActions, usePage } from "../../state/use-page.ts";
import { shortName } from "../../state/words.ts";
import dialogs from "../dialogs.module.css";
import styles from "./import.module.css";

interface RefusedLookProps {
  readonly state: LookingAt;
  readonly file: FilePreview;
}

/** A file that cannot be read: why, and what may be done about it. One of several can stay behind; one alone may be of a format that is not seen. */
export function RefusedLook({ state, file }: RefusedLookProps) {
  const { changeImport, leaveOutOfImport, loadFormats } = useActions();
  const formats = usePage((page) => page.formats).filter(({ read }) => read);
  useEffect(() => void loadFormats(), [loadFormats]);
  const isAmongOthers = state.files.length > 1;
  if (file.refused === null) return null;
  return (
    <div className={styles.facts}>
      <p role="alert" className={parts.error}>
        {shortName(file.refused.message, 600)}
      </p>
      {isAmongOthers && file.refused.does === "refuse" && (
        <div>
          <TextButton small onPress={() => leaveOutOfImport(file)}>
            Leave it out
          </TextButton>
        </div>
      )}
      {!isAmongOthers && formats.length > 0 && (
        <>
          <p className={dialogs.muted}>Clew reads {formats.map(({ label }) => label).join(", ")}.</p>
          <div className={styles.settings}>
            <ChoiceBox
              label="Read it as"
              value={state.terms.format ?? ""}
              choices={[{ value: "", label: "what it looks like" }, ...formats.map(({ id, label }) => ({ value: id, label }))]}
              onChange={(id) => changeImport({ format: id === "" ? null : id, mappings: new Map() })}
            />
          </div>
        </>
      )}
    </div>
  );
}
