import inspector from "../inspector/inspector.module.css";
import parts from "../parts/parts.module.css";
import { shortName } from "../state/words.ts";

/** A question that the case could not take: one line, and what could have been meant. */
export function Refused({ message, candidates }: { message: string; candidates: readonly string[] }) {
  return (
    <div className={parts.error} role="alert">
      <p>{shortName(message, 600)}</p>
      {candidates.length > 0 && (
        <p className={inspector.type}>
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
