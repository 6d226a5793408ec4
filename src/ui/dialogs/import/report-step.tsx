import type { ImportReport } from "../../../case/views.ts";
import parts from "../../parts/parts.module.css";
import { saveFile } from "../../parts/save-file.ts";
import { TextButton } from "../../parts/text-button.tsx";
import type { Imported } from "../../state/import-state.ts";
import { useActions } from "../../state/use-page.ts";
import { count, shortName } from "../../state/words.ts";
import { DialogFrame } from "../dialog-frame.tsx";
import dialogs from "../dialogs.module.css";
import { ProblemTable } from "./problem-table.tsx";

const rows = ["entities", "links", "claims", "sources"] as const;

/** What came in, what was there already, what was wrong and what became of it; to be kept, or all of it taken back. */
export function ReportStep({ state }: { state: Imported }) {
  const { closeDialog, takeBackImport } = useActions();
  const { names, report, error, takenBackFrom, undone } = state;
  const what = names.length === 1 ? shortName(names[0] ?? "", 80) : count(names.length, "file");
  return (
    <DialogFrame
      title={error !== null ? `Not imported: ${what}` : undone ? `Taken back: ${what}` : `Imported ${what}`}
      foot={
        <>
          {report !== null && (
            <TextButton look="quiet" onPress={() => saveReport(names, report)}>
              Save the report
            </TextButton>
          )}
          {takenBackFrom !== null && (
            <TextButton look="quiet" onPress={() => void takeBackImport()}>
              Undo the import
            </TextButton>
          )}
          <TextButton look="primary" onPress={closeDialog}>
            Done
          </TextButton>
        </>
      }
    >
      <div className={dialogs.body} aria-live="polite">
        {error !== null && (
          <>
            <p className={parts.error}>{shortName(error, 600)}</p>
            <p className={dialogs.muted}>Nothing of it is in the case.</p>
          </>
        )}
        {undone && <p>All of it is out of the case again.</p>}
        {report !== null && !undone && <Report report={report} several={names.length > 1} />}
      </div>
    </DialogFrame>
  );
}

function Report({ report, several }: { report: ImportReport; several: boolean }) {
  const { problems, kinds, outcomes } = report;
  const all = Object.values(outcomes).reduce((sum, many) => sum + many, 0);
  return (
    <>
      <table className={dialogs.table}>
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
          <h3>{count(all, "problem")}</h3>
          <ProblemTable problems={problems} outcomes={outcomes} files={several} />
          {kinds.map(({ kind, outcome, count: many, told }) => (
            <UntoldKind key={`${kind} ${outcome}`} kind={kind} many={many} told={told} />
          ))}
        </>
      )}
    </>
  );
}

function UntoldKind({ kind, many, told }: { kind: string; many: number; told: number }) {
  if (many === told) return null;
  return (
    <p className={dialogs.small}>
      Of {many.toLocaleString("en")} problems of the kind {kind} the report has the first {told.toLocaleString("en")}.
    </p>
  );
}

function saveReport(names: readonly string[], report: ImportReport): void {
  const name = `${(names[0] ?? "import").replace(/\.[^.]*$/, "")}.import-report.json`;
  const text = `${JSON.stringify({ files: names, ...report }, null, 2)}\n`;
  saveFile({ name, blob: new Blob([text], { type: "application/json" }) });
}
