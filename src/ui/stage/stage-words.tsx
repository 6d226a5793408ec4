import styles from "../frame/frame.module.css";
import { TextButton } from "../parts/text-button.tsx";
import { useCommand } from "../shortcuts/command-context.ts";
import type { PageState } from "../state/page-state.ts";
import { useActions, usePage } from "../state/use-page.ts";

/** In place of the canvas: loading, failed, or an empty case and what to do with it. */
export function StageWords({ phase, ready }: { phase: PageState["phase"]; ready: boolean }) {
  const failure = usePage((state) => state.failure);
  const { load } = useActions();
  const run = useCommand();
  if (phase === "loading")
    return (
      <div className={styles.centre} role="status">
        <p>Opening the case…</p>
      </div>
    );
  if (phase === "failed")
    return (
      <div className={styles.centre} role="alert">
        <h2>The case could not be opened</h2>
        <p>{failure}</p>
        <div>
          <TextButton look="primary" onPress={() => void load()}>
            Try again
          </TextButton>
        </div>
      </div>
    );
  if (!ready) return null;
  return (
    <div className={styles.centre}>
      <h2>Nothing in this case yet</h2>
      <p>
        Drop files anywhere on this page: tables, workbooks, graphs, exports of other tools, or a zip of them. What each is taken
        for is shown before anything is in the case.
      </p>
      <div>
        <TextButton look="primary" onPress={() => run("import")}>
          Choose files
        </TextButton>
      </div>
    </div>
  );
}
