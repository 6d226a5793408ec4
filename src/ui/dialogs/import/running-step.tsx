import { TextButton } from "../../parts/text-button.tsx";
import type { Importing } from "../../state/import-state.ts";
import { useActions, usePage } from "../../state/use-page.ts";
import { count, shortName } from "../../state/words.ts";
import { DialogFrame } from "../dialog-frame.tsx";
import dialogs from "../dialogs.module.css";

const phases: Readonly<Record<string, string>> = {
  reading: "read",
  indexes: "read; indexes are made",
  links: "read; links are worked out",
  names: "read; names are made findable",
  history: "read; the history is written",
  disk: "read; all of it goes to disk",
};

/** How far it is, how fast, and the way to call it off. */
export function RunningStep({ state: { names, operation, since } }: { state: Importing }) {
  const told = usePage(({ importing }) => (importing?.operation === operation ? importing : null));
  const { cancelImport } = useActions();
  const phase = told === null ? undefined : phases[told.phase];
  const seconds = (performance.now() - since) / 1000;
  const rate = told !== null && told.phase === "reading" && seconds > 1 ? Math.round(told.done / seconds) : null;
  return (
    <DialogFrame
      title={`Importing ${names.length === 1 ? shortName(names[0] ?? "", 80) : count(names.length, "file")}`}
      foot={<TextButton onPress={() => void cancelImport(operation)}>Cancel the import</TextButton>}
    >
      <div className={dialogs.body} aria-live="polite">
        <p>{told === null || phase === undefined ? "Reading…" : `${count(told.done, "record")} ${phase}`}</p>
        {rate !== null && <p className={dialogs.small}>{rate.toLocaleString("en")} a second</p>}
        <p className={dialogs.small}>
          Until it is done nothing of it is in the case. You may close this and go on: it is told at its end.
        </p>
      </div>
    </DialogFrame>
  );
}
