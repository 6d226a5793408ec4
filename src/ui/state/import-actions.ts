import type { FilePreview } from "../../case/preview-views.ts";
import { type ChangedPart, changedParts } from "../../claims/revision.ts";
import type { Changed } from "./api.ts";
import { ApiError } from "./api.ts";
import { guessedTerms, type Imported, type ImportTerms, type LookingAt } from "./import-state.ts";
import { failureLine, type PageEnv, tell, tellWith } from "./page-env.ts";
import { count, shortName } from "./words.ts";

interface ImportNeeds {
  readonly reload: () => Promise<boolean>;
  readonly upTo: (change: Changed & { readonly what: readonly ChangedPart[] }) => Promise<unknown>;
}

/** Files are looked at first, as the terms of the reader have them; then they are one import, with one report and one undo. */
export function importActions(env: PageEnv, { reload, upTo }: ImportNeeds) {
  const { store, api } = env;
  let asking = new AbortController();

  const looking = (): LookingAt | null => {
    const { dialog } = store.getState();
    return dialog?.kind === "import" && dialog.step === "look" ? dialog : null;
  };

  /** Of what was asked last: an answer that comes late is not shown. */
  async function look(files: readonly File[], terms: ImportTerms): Promise<void> {
    asking.abort();
    const mine = new AbortController();
    asking = mine;
    const before = looking();
    const preview = before?.files === files ? before.preview : null;
    store.setState({ dialog: { kind: "import", step: "look", files, terms, preview, busy: true, error: null } });
    const settle = (part: Partial<LookingAt>) => {
      const at = looking();
      if (at !== null && at.files === files && !mine.signal.aborted) store.setState({ dialog: { ...at, ...part, busy: false } });
    };
    try {
      settle({ preview: await api.previewImport(files, terms, mine.signal) });
    } catch (error) {
      if (!mine.signal.aborted) settle({ error: failureLine(env, error) });
    }
  }

  async function run(): Promise<void> {
    const at = looking();
    if (at === null) return;
    const { files, terms } = at;
    const names = files.map(({ name }) => name);
    const operation = crypto.randomUUID();
    store.setState({ dialog: { kind: "import", step: "running", names, operation, since: performance.now() } });
    const settle = (part: Pick<Imported, "report" | "error" | "takenBackFrom">) =>
      end(operation, { kind: "import", step: "over", names, undone: false, ...part });
    try {
      const report = await api.importFiles(files, { terms, operation });
      await reload();
      const view = store.getState().case;
      const isLast = view?.canUndo?.startsWith("import ") === true;
      settle({ report, error: null, takenBackFrom: isLast ? view.revision : null });
    } catch (error) {
      settle({ report: null, error: failureLine(env, error), takenBackFrom: null });
    }
  }

  /** Whoever closed the dialog meanwhile is told in a line. */
  function end(operation: string, over: Imported): void {
    const { dialog } = store.getState();
    if (dialog?.kind === "import" && dialog.step === "running" && dialog.operation === operation) {
      store.setState({ dialog: over });
      return;
    }
    const what = over.names.length === 1 ? shortName(over.names[0]!, 60) : count(over.names.length, "file");
    const show = { label: "Report", run: () => store.setState({ dialog: over }) };
    tellWith(env, over.error === null ? `Imported ${what}.` : `Not imported: ${what}.`, show);
  }

  return {
    lookAtFiles: (files: readonly File[]): void => {
      if (files.length > 0 && store.getState().dialog?.kind !== "import") void look(files, guessedTerms);
    },
    changeImport: (part: Partial<ImportTerms>): void => {
      const at = looking();
      if (at !== null) void look(at.files, { ...at.terms, ...part });
    },
    /** One of several files that cannot be read stays behind; the others are looked at again. */
    leaveOutOfImport: (file: FilePreview): void => {
      const at = looking();
      if (at === null || at.preview === null || at.files.length < 2) return;
      // Of files that are called alike the first was looked at first.
      const alike = at.preview.files.filter((each) => each.file === file.file).indexOf(file);
      const left = at.files.filter(({ name }) => name === file.file)[alike];
      if (left !== undefined)
        void look(
          at.files.filter((each) => each !== left),
          at.terms,
        );
    },
    runImport: run,
    /** Nothing of it stays; whoever waits for the import hears that it was called off. */
    cancelImport: (operation: string): Promise<unknown> =>
      api.cancelImport(operation).catch((error: unknown) => {
        if (!(error instanceof ApiError && error.status === 404)) tell(env, failureLine(env, error), "failed");
      }),
    /** Takes back all of the import that was just made. */
    takeBackImport: async (): Promise<void> => {
      const { dialog } = store.getState();
      if (dialog?.kind !== "import" || dialog.step !== "over" || dialog.takenBackFrom === null) return;
      try {
        const done = await api.undo(dialog.takenBackFrom);
        await upTo({ ...done, what: changedParts });
        store.setState({ dialog: { ...dialog, takenBackFrom: null, undone: true } });
      } catch (error) {
        tell(env, failureLine(env, error), "failed");
      }
    },
  };
}
