import { usePage } from "../state/use-page.ts";
import styles from "./frame.module.css";

/** One line above everything when the page can no longer do its work. */
export function Banner() {
  const phase = usePage((state) => state.phase);
  if (phase !== "signed-out") return null;
  return (
    <div className={styles.banner} role="alert">
      This session has ended. Start Clew again, or open the link that it printed.
    </div>
  );
}
