import type { ImportDialogState } from "../../state/import-state.ts";
import { LookStep } from "./look-step.tsx";
import { ReportStep } from "./report-step.tsx";
import { RunningStep } from "./running-step.tsx";

/** Files are looked at, read, and reported on. */
export function ImportDialog({ state }: { state: ImportDialogState }) {
  if (state.step === "look") return <LookStep state={state} />;
  return state.step === "running" ? <RunningStep state={state} /> : <ReportStep state={state} />;
}
