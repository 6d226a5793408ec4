import type { PageState } from "../state/page-state.ts";
import { usePage } from "../state/use-page.ts";
import styles from "./frame.module.css";

/** One line above everything when the page can no longer do its work. */
export function Banner() {
  const words = usePage(bannerWords);
  if (words === null) return null;
  return (
    <div className={styles.banner} role="alert">
      {words}
    </div>
  );
}

function bannerWords({ phase, server }: PageState): string | null {
  if (phase === "signed-out")
    return "This session has ended. Open the link that Clew printed when it was started, in any tab: this page goes on from there.";
  if (server === "stopping") return "Clew was stopped. Start it again, and this page goes on.";
  return server === "lost" ? "Clew does not answer. What you see stays here; this page goes on once Clew is back." : null;
}
