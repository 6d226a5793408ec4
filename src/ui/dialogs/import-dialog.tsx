import type { ImportReport } from "../../case/views.ts";
import { cx } from "../parts/cx.ts";
import parts from "../parts/parts.module.css";
import { TextButton } from "../parts/text-button.tsx";
import type { ImportedFile, RunningImport } from "../state/page-state.ts";
import { useActions, usePage } from "../state/use-page.ts";
import { count, shortName } from "../state/words.ts";
import { DialogFrame } from "./dialog-frame.tsx";
import styles from "./dialogs.module.css";

const problemsShown = 200;
const rows = ["entities", "links", "claims", "sources"] as const;

/** What each file brought, what was there already, and what was wrong, with its place. */
export function ImportDialog({ files, running }: { files: readonly ImportedFile[]; running: RunningImport | null }) {
  const { closeDialog } = useActions();
  return (
    <DialogFrame
      title={running === null ? "Imported" : "Importing"}
      foot={
        <TextButton look="primary" onPress={closeDialog} disabled={running !== null}>
          Done
        </TextButton>
      }
    >
      <div className={styles.body} aria-live="polite">
        {files.map(({ name, report, error }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two files may have one name, and the list only grows
          <section key={at}>
            <h3>{shortName(name, 120)}</h3>
            {error !== null && <p className={parts.error}>{shortName(error, 600)}</p>}
            {report !== null && <Report report={report} />}
          </section>
        ))}
        {running !== null && <Running running={running} />}
      </div>
    </DialogFrame>
  );
}

const phases: Readonly<Record<string, string>> = {
  reading: "read",
  indexes: "read; indexes are made",
  links: "read; links are worked out",
  names: "read; names are made findable",
  history: "read; the history is written",
  disk: "read; all of it goes to disk",
};

/** How far it is, once that is told, and the way to call it off. */
function Running({ running: { name, operation } }: { running: RunningImport }) {
  const told = usePage(({ importing }) => (importing?.operation === operation ? importing : null));
  const { cancelImport } = useActions();
  const phase = told === null ? undefined : phases[told.phase];
  return (
    <>
      <p className={styles.muted}>Reading {shortName(name, 120)}…</p>
      {told !== null && phase !== undefined && (
        <p className={styles.muted}>
          {count(told.done, "record")} {phase}
        </p>
      )}
      <TextButton look="quiet" small onPress={() => void cancelImport(operation)}>
        Cancel
      </TextButton>
    </>
  );
}

function Report({ report }: { report: ImportReport }) {
  const { problems, outcomes } = report;
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">added</th>
            <th scope="col">there already</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              <td>{report[row].added.toLocaleString("en")}</td>
              <td>{report[row].matched.toLocaleString("en")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.length > 0 && (
        <>
          <p className={cx(styles.small)}>
            {count(problems.length, "problem")}
            {outcomes.dropped > 0 && `, of which ${outcomes.dropped.toLocaleString("en")} left something out`}
          </p>
          <table className={cx(styles.table, styles.problems)}>
            <tbody>
              {problems.slice(0, problemsShown).map(({ where, kind, message, outcome }) => (
                <tr key={`${where} ${kind} ${message}`}>
                  <td className={styles.where}>{shortName(where, 40)}</td>
                  <td>{shortName(message, 300)}</td>
                  <td>{outcome}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {problems.length > problemsShown && <p className={styles.small}>The first {problemsShown} are shown.</p>}
        </>
      )}
    </>
  );
}
