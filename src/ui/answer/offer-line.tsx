import styles from "./answer.module.css";

interface OfferLineProps {
  readonly label: string;
  readonly words: string;
  readonly verb: string;
  /** Null where there is nothing to ask. */
  readonly onPress: (() => void) | null;
}

/** Another question that is worth asking, and what it gives. */
export function OfferLine({ label, words, verb, onPress }: OfferLineProps) {
  return (
    <div className={styles.offer}>
      <p>
        <b>{label}:</b> {words}
      </p>
      {onPress !== null && (
        <button type="button" aria-label={`${verb}: ${label}`} onClick={onPress}>
          {verb}
        </button>
      )}
    </div>
  );
}
