import parts from "../parts/parts.module.css";
import { shortName } from "../state/words.ts";
import styles from "./inspector.module.css";

/** A question that the case could not take: one line, and what could have been meant. */
export function PathRefused({ message, candidates }: { message: string; candidates: readonly string[] }) {
  return (
    <div className={parts.error} role="alert">
      <p>{shortName(message, 600)}</p>
      {candidates.length > 0 && (
        <p className={styles.type}>
          Could be:{" "}
          {candidates
            .slice(0, 8)
            .map((name) => shortName(name, 80))
            .join("; ")}
          . Choose one from the suggestions.
        </p>
      )}
    </div>
  );
}
