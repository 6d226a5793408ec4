import type { ReactNode } from "react";
import { splitVerdict } from "../state/split-verdict.ts";
import styles from "./answer.module.css";

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
