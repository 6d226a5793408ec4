import type { ReactNode } from "react";
import styles from "./answer.module.css";
import { splitVerdict } from "./split-verdict.ts";

/** The verdict comes first: one sentence, and what explains it. */
export function VerdictBox({ sentence, children }: { sentence: string; children?: ReactNode }) {
  const { lead, rest } = splitVerdict(sentence);
  return (
    <div className={styles.verdict}>
      <p>
        <b className={styles.lead}>{lead}</b>
      </p>
      {rest !== "" && <p>{rest}</p>}
      {children}
    </div>
  );
}
