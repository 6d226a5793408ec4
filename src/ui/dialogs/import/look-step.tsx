import { useState } from "react";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { FilePreview, ImportPreview } from "../../../case/preview-views.ts";
import { byPlace } from "../../parts/by-place.ts";
import { cx } from "../../parts/cx.ts";
import parts from "../../parts/parts.module.css";
import { TextButton } from "../../parts/text-button.tsx";
import type { LookingAt } from "../../state/import-state.ts";
import { useActions } from "../../state/use-page.ts";
import { count, shortName } from "../../state/words.ts";
import { DialogFrame } from "../dialog-frame.tsx";
import dialogs from "../dialogs.module.css";
import { FileLook } from "./file-look.tsx";
import { IdsQuestion } from "./ids-question.tsx";
import styles from "./import.module.css";
import { countsLine } from "./preview-words.ts";

/** What each file is taken for and what it would give, to be put right before anything is in the case. */
export function LookStep({ state }: { state: LookingAt }) {
  const { closeDialog, runImport } = useActions();
  const { files, preview, busy, error } = state;
  const readable = preview?.files.some(({ refused }) => refused === null) === true;
  const refused = preview?.files.filter((file) => file.refused?.does === "refuse") ?? [];
  return (
    <DialogFrame
      wide
      title={`Import ${files.length === 1 ? shortName(files[0]?.name ?? "", 80) : count(files.length, "file")}`}
      foot={
        <>
          <p className={dialogs.small} aria-live="polite">
            {preview !== null && readable && (refused.length > 0 ? refusedLine(refused) : countsLine(preview.total))}
          </p>
          <TextButton onPress={closeDialog}>Cancel</TextButton>
          <TextButton
            look="primary"
            disabled={busy || error !== null || !readable || refused.length > 0}
            onPress={() => void runImport()}
          >
            Import
          </TextButton>
        </>
      }
    >
      <div className={cx(dialogs.body, styles.look)} aria-busy={busy}>
        {error !== null && (
          <p role="alert" className={parts.error}>
            {shortName(error, 600)}
          </p>
        )}
        {preview === null ? (
          error === null && <p className={dialogs.muted}>Looking at what is in it…</p>
        ) : (
          <Looked state={state} preview={preview} />
        )}
      </div>
    </DialogFrame>
  );
}

function Looked({ state, preview }: { state: LookingAt; preview: ImportPreview }) {
  const [only] = preview.files;
  return (
    <>
      <IdsQuestion ids={preview.ids} />
      {preview.files.length === 1 && only !== undefined ? (
        <FileLook state={state} file={only} />
      ) : (
        <ManyFiles state={state} files={preview.files} />
      )}
    </>
  );
}

function ManyFiles({ state, files }: { state: LookingAt; files: readonly FilePreview[] }) {
  const [shown, setShown] = useState("f0");
  const placed = byPlace("f", files);
  return (
    <Tabs
      orientation="vertical"
      className={cx(styles.files)}
      selectedKey={placed.some(({ id }) => id === shown) ? shown : "f0"}
      onSelectionChange={(key) => setShown(String(key))}
    >
      <TabList aria-label="Files" className={cx(styles.list)}>
        {placed.map(({ id, item: { file, format, refused } }) => (
          <Tab key={id} id={id} className={cx(styles.file)}>
            <span>{shortName(file, 60)}</span>
            <span className={dialogs.small}>{refused !== null ? refusedWord(refused.does) : (format?.label ?? "")}</span>
          </Tab>
        ))}
      </TabList>
      {placed.map(({ id, item }) => (
        <TabPanel key={id} id={id} className={cx(styles.panel)}>
          <FileLook state={state} file={item} />
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** Why nothing can be imported yet. */
function refusedLine([first, ...others]: readonly FilePreview[]): string {
  const name = shortName(first?.file ?? "", 60);
  return others.length === 0
    ? `${name} cannot be read: leave it out to import the rest.`
    : `${name} and ${count(others.length, "other")} cannot be read: leave them out to import the rest.`;
}

function refusedWord(does: "refuse" | "left-out"): string {
  return does === "refuse" ? "cannot be read" : "left out";
}
