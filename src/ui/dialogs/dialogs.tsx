import { usePage } from "../state/use-page.ts";
import { ClaimDialog } from "./claim-dialog.tsx";
import { ExportDialog } from "./export-dialog.tsx";
import { ImportDialog } from "./import/import-dialog.tsx";
import { JudgeDialog } from "./judge-dialog.tsx";
import { NameQuestionDialog } from "./name-question-dialog.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { ShortcutsDialog } from "./shortcuts-dialog.tsx";
import { SourceDialog } from "./source-dialog.tsx";

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = usePage((state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "export":
      return <ExportDialog scope={dialog.scope} />;
    case "import":
      return <ImportDialog state={dialog} />;
    case "source":
      return <SourceDialog key={`${dialog.source}\n${dialog.claim}`} source={dialog.source} claim={dialog.claim} />;
    case "claim":
      return <ClaimDialog subject={dialog.subject} relation={dialog.relation} object={dialog.object} />;
    case "judge":
      return <JudgeDialog entity={dialog.entity} />;
    case "reason":
      return <ReasonDialog title={dialog.title} verb={dialog.verb} what={dialog.what} />;
    case "name-question":
      return <NameQuestionDialog saved={dialog.saved} />;
    case "shortcuts":
      return <ShortcutsDialog />;
  }
}
