import { X } from "lucide-react";
import { useActions, usePage } from "../state/use-page.ts";
import { shortName } from "../state/words.ts";
import styles from "./frame.module.css";

/** What just happened, in one line each. */
export function Toasts() {
  const toasts = usePage((state) => state.toasts);
  const { dismissToast } = useActions();
  return (
    <section className={styles.toasts} aria-label="Messages" aria-live="polite">
      {toasts.map(({ id, text, kind, action }) => (
        <div key={id} className={styles.toast} role={kind === "failed" ? "alert" : undefined}>
          <span>{shortName(text, 300)}</span>
          {action !== null && (
            <button
              type="button"
              className={styles.act}
              onClick={() => {
                dismissToast(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
          <button type="button" aria-label="Dismiss" onClick={() => dismissToast(id)}>
            <X size={14} aria-hidden="true" />
          </button>
        </div>
      ))}
    </section>
  );
}
